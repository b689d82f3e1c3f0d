import { pinyin } from 'pinyin-pro';
import { shortName } from '../../src/vocabulary/region/region-names.ts';
import type { RegionSources } from './region-sources.ts';

const HEADER = `# Region table: provinces, prefectures, counties and zones.
# Made by scripts/regions/make-region-table.ts; do not edit: mend zones.yaml, history.yaml or
# spellings.yaml and make it again.
# Source: @vant/area-data 2.1.0 (MIT, 2025-10), made 2026-11; zones, history and spellings as said
# in their files. Left out: filler rows (市辖区, 县, 省直辖县), towns, all below 710000/810000/820000.
# Columns, tab between: code, name, level, scheme (empty: gbt2260), parent (empty: the nearest
# prefix of the code that is a row, xxxx00 then xx0000), spelling (short name, syllables apart;
# after a comma other spellings that hosts use), names (others that mean it anywhere), local (that
# mean it only near its parent), until (last year of a code now out of use), successors, validity
# (empty: unknown).`;

/** Rows of the package that are no division of GB/T 2260: towns, zones, and all of Taiwan, HK, Macao. */
const FOREIGN = /^(71|81|82)(?!0000)|^(4419|4420|4604|6202)(?!00)|^....[79]|^(320112|321150)$/;
const FILLER = /^(市辖区|县|.*直辖县.*)$/;

/**
 * Join the package's rows with the archive's own lists to the text of the region table.
 * Pure, so that a test can tell whether the table kept in `content/` is the one this makes.
 */
export function regionTable({ areas, zones, spellings, history }: RegionSources): string {
  const names = new Map<string, string>();
  for (const list of [areas.province_list, areas.city_list, areas.county_list])
    for (const [code, name] of Object.entries(list))
      if (!FOREIGN.test(code) && !isFiller(code, name)) names.set(code, name);
  for (const { code } of history.former) names.delete(code);

  const rows = new Map<string, string[]>();
  const spelling = (code: string, name: string): string => {
    const short = shortName(name) ?? name;
    const others = code.endsWith('0000') ? [spellings.provinces[name]] : [];
    others.push(...(spellings.hosts[short] ?? []));
    return [spell(short, spellings).join(' '), ...others.filter((one) => one !== undefined)].join(
      ',',
    );
  };
  const bearers = Map.groupBy([...names], ([, name]) => name);
  for (const [code, name] of names) {
    // A name that another place bears too (桥西区) means this one only near it.
    const before = history.renamed.flatMap((one) => (one.code === code ? [one.name] : []));
    const isShared = before.some((one) => bearers.has(one));
    const validity = history.checked.includes(code) ? 'known' : '';
    rows.set(code, [
      code,
      name,
      level(code),
      '',
      '',
      spelling(code, name),
      isShared ? '' : before.join(' '),
      isShared ? before.join(' ') : '',
      '',
      '',
      validity,
    ]);
  }
  for (const { code, name, until, to } of history.former)
    rows.set(code, [
      ...[code, name, level(code), '', '', spelling(code, name), '', ''],
      ...[String(until), to.join(' '), 'known'],
    ]);
  for (const zone of zones.zones) {
    const parent = zone.parent ?? parentCode(zone.code);
    const place = names.get(parent);
    // 天津经济技术开发区 in 滨海新区 is never called without 天津.
    const isInCounty = !parent.endsWith('00');
    const province = isInCounty ? place : names.get(`${parent.slice(0, 2)}0000`);
    if (place === undefined || province === undefined)
      throw new Error(`Unexpected parent \`${parent}\` of zone \`${zone.code}\`, expected a row`);
    const usual = zoneNames(zone.name, shortName(place) ?? place, shortName(province) ?? province);
    const isArchives = zone.code.startsWith('zone-');
    rows.set(zone.code, [
      ...[zone.code, zone.name, 'zone', isArchives ? 'archive' : 'stats', isArchives ? parent : ''],
      ...[spelling('', zone.name)],
      [...new Set([...usual.names, ...zone.names])].join(' '),
      [...new Set([...usual.local, ...zone.local])].join(' '),
    ]);
  }
  const lines = [...rows].sort(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return `${HEADER}\n${lines.map(([, row]) => row.join('\t').trimEnd()).join('\n')}\n`;
}

/** A municipality's own second row (110100 北京市) is filler too. */
function isFiller(code: string, name: string): boolean {
  return FILLER.test(name) || /^(11|12|31|50)0[12]00$/.test(code);
}

function level(code: string): string {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

function parentCode(code: string): string {
  return /^zone-(\d{6})-/.exec(code)?.[1] ?? `${code.slice(0, 4)}00`;
}

/** Archive-made codes sort after the counties of their prefecture. */
function sortKey(code: string): string {
  return code.startsWith('zone-') ? `${parentCode(code).slice(0, 4)}99${code}` : code;
}

/** Readings that the machine gets wrong, by short name and by character. */
export interface Readings {
  readonly readings: Readonly<Record<string, string>>;
  readonly characters: Readonly<Record<string, string>>;
}

/**
 * Spell a place's name in letters without tones (ü as v), a syllable an entry.
 *
 * @param name short name of the place, or its full one where it has none
 */
export function spell(name: string, corrections: Readings): string[] {
  const given = corrections.readings[name];
  if (given !== undefined) return given.split(' ');
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
  return [...name].map((character, i) => corrections.characters[character] ?? syllables[i] ?? '');
}

/** What a zone is called where its name ends so: a short form, used with and without its place. */
const KINDS: readonly (readonly [ending: RegExp, short: readonly string[]])[] = [
  [/高新?技术(产业)?(开发区|园区)$/, ['高新区']],
  [/经济(技术)?开发区$/, ['经开区', '开发区']],
  [/城乡一体化示范区$/, ['示范区']],
  [/工业园区$/, ['工业园区']],
  [/新区$/, ['新区']],
];

/**
 * Derive the usual short names of a zone from its full name.
 *
 * @param place short name of the prefecture it lies in
 * @param province short name of the province, which some names begin with (河南三门峡经济开发区)
 * @returns `names` hold anywhere, `local` only near the place
 */
export function zoneNames(
  name: string,
  place: string,
  province: string,
): { names: string[]; local: string[] } {
  const names = new Set<string>();
  const bare = name.startsWith(province) && province !== place ? name.slice(province.length) : name;
  if (bare !== name) names.add(bare);
  const own = bare.replace(new RegExp(`^${place}市?`), '');
  if (own !== bare) names.add(place + own).add(`${place}市${own}`);
  const local = new Set<string>();
  if (own !== bare && own.length >= 2) local.add(own);
  for (const [ending, shorts] of KINDS) {
    // Only 济南 + 高新技术产业开发区 is 济南高新区; 净月高新技术产业开发区 is another one's.
    if (own === bare || own.replace(ending, '') !== '' || own === shorts[0]) continue;
    for (const short of shorts) {
      names.add(place + short);
      local.add(short);
    }
  }
  names.delete(name);
  return { names: [...names], local: [...local] };
}
