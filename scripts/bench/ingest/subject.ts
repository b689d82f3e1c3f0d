import type { Kind } from '../../../src/report/report.ts';
import type { Region, RegionTable } from '../../../src/vocabulary/region/region.ts';
import { regionPath } from '../../../src/vocabulary/region/region-tree.ts';
import type { Random } from './random.ts';

/** How a text names its own place: often by name, seldom, or never. */
export type Naming = 'often' | 'seldom' | 'never';

/** Whose document a made-up page carries, and for which year. */
export interface Subject {
  readonly region: Region;
  /** Name of the places it lies in, the province first. */
  readonly above: readonly string[];
  readonly township: string | null;
  readonly kind: Kind;
  readonly year: number;
  /** How a title calls it: 鹤壁市, 周口市川汇区, 柳林镇, 鹤壁市水利局. */
  readonly name: string;
  /** Name of the body in full; two where Party and government report together. */
  readonly issuers: readonly string[];
  /** The word for its kind of place: 市, 县, 区. */
  readonly word: string;
}

const TOWN_NAMES = [
  '柳林',
  '城关',
  '新华',
  '东河',
  '石桥',
  '望山',
  '青龙',
  '和平',
  '双河',
  '永丰',
  '大杨',
  '三合',
];
const OFFICES = [
  '教育局',
  '水利局',
  '交通运输局',
  '卫生健康委员会',
  '农业农村局',
  '市场监督管理局',
  '自然资源局',
  '应急管理局',
  '住房和城乡建设局',
  '生态环境局',
  '文化和旅游局',
  '人力资源和社会保障局',
  '民政局',
  '财政局',
  '统计局',
  '城市管理局',
  '审计局',
];
const FIRST_YEAR = 2015;
const LAST_YEAR = 2025;

/** Pick a place, a body of it and a year, in about the shares in which such pages are published. */
export function pickSubject(random: Random, table: RegionTable): Subject {
  const level = random.weighted([
    ['province', 4],
    ['prefecture', 20],
    ['county', 40],
    ['zone', 5],
    ['township', 10],
    ['department', 13],
    ['plan', 5],
    ['joint', 5],
  ] as const);
  const levels = levelsOf(level);
  const places = [...table.regions.values()].filter(
    (one) => levels.includes(one.level) && one.parent !== '710000',
  );
  const region = random.pick(places);
  const year = pickYear(random, table, region);
  const above = regionPath(table, region.code)
    .slice(0, -1)
    .map(({ name }) => name);
  const shown =
    region.level === 'county' && random.chance(0.3)
      ? `${above.at(-1) ?? ''}${region.name}`
      : region.name;
  const word = /[省市县区州盟旗]$/u.exec(region.name)?.[0] ?? '区';
  const base = { region, above, year, word };
  if (level === 'township') {
    const isStreet = random.chance(0.35);
    const township = `${random.pick(TOWN_NAMES)}${isStreet ? '街道' : random.pick(['镇', '镇', '乡'])}`;
    const name = random.chance(0.6) ? `${region.name}${township}` : township;
    const body = `${region.name}${township}${isStreet ? '办事处' : '人民政府'}`;
    return {
      ...base,
      township,
      kind: 'other',
      name,
      issuers: [body],
      word: isStreet ? '街道' : township.slice(-1),
    };
  }
  if (level === 'department') {
    const office = random.pick(OFFICES);
    const local = region.level === 'province' ? office.replace(/局$/u, '厅') : office;
    return {
      ...base,
      township: null,
      kind: 'department',
      name: `${shown}${local}`,
      issuers: [`${shown}${local}`],
    };
  }
  const government = region.name.endsWith('委员会')
    ? shown
    : region.level === 'zone'
      ? `${region.name}管理委员会`
      : `${shown}人民政府`;
  const issuers = level === 'joint' ? [`中共${committee(shown)}`, government] : [government];
  return {
    ...base,
    township: null,
    kind: level === 'plan' ? 'plan' : 'annual',
    name: shown,
    issuers,
  };
}

/** The Party committee of a place: 鹤壁市委, 川汇区委, 内蒙古自治区党委. */
function committee(name: string): string {
  return /自治区$/u.test(name) ? `${name}党委` : `${name}委`;
}

function levelsOf(level: string): readonly string[] {
  if (level === 'province' || level === 'zone') return [level];
  if (level === 'prefecture') return ['prefecture'];
  if (level === 'county' || level === 'township') return ['county'];
  return ['prefecture', 'county'];
}

/** A year in which the place went by its name and code. */
function pickYear(random: Random, table: RegionTable, region: Region): number {
  const before = [...table.regions.values()].filter(({ successors }) =>
    successors.includes(region.code),
  );
  const first = Math.max(FIRST_YEAR, ...before.map(({ until }) => (until ?? 0) + 1));
  const last = Math.min(LAST_YEAR, region.until ?? LAST_YEAR);
  return first > last ? last : random.int(first, last);
}

/** Whose host a page stands on. */
export type HostKind = 'own' | 'above' | 'other' | 'department' | 'none';

const HOSTS = ['sfj', 'sfxz', 'zwgk', 'jyj', 'slj'];

/** Pick an address for a page; where its text never names the place, the host must. */
export function pickAddress(
  random: Random,
  table: RegionTable,
  { region }: Subject,
  naming: Naming,
): { address: string | undefined; kind: HostKind } {
  const kind: HostKind =
    naming === 'never'
      ? 'own'
      : random.weighted([
          ['none', 50],
          ['own', 30],
          ['above', 10],
          ['other', 3],
          ['department', 3],
        ] as const);
  const above = region.parent === null ? region : (table.regions.get(region.parent) ?? region);
  const others = [...table.regions.values()].filter(({ level }) => level === 'prefecture');
  const path = `/zwgk/${random.int(2016, 2026)}${random.pick(['/t20240126_12345.html', '/content_98765.html', '/art_1_23.html'])}`;
  const host = {
    own: () => hostOf(random, region, above),
    above: () => `www.${above.pinyin}.gov.cn`,
    other: () => `www.${random.pick(others).pinyin}.gov.cn`,
    department: () =>
      `${random.pick(HOSTS)}.${region.level === 'county' ? above.pinyin : region.pinyin}.gov.cn`,
    none: () => undefined,
  }[kind]();
  return {
    address:
      host === undefined ? undefined : `http${random.chance(0.5) ? 's' : ''}://${host}${path}`,
    kind,
  };
}

function hostOf(random: Random, region: Region, above: Region): string {
  if (region.level === 'county' && random.chance(0.3))
    return `${region.pinyin}.${above.pinyin}.gov.cn`;
  if (random.chance(0.15)) return `www.${region.initials}.gov.cn`;
  return `www.${region.pinyin}.gov.cn`;
}
