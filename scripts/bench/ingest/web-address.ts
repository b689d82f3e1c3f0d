import type { Region, RegionTable } from '../../../src/vocabulary/region/region.ts';
import type { Naming } from './body.ts';
import type { Random } from './random.ts';
import type { Subject } from './subject.ts';

/** Whose host a page stands on. */
export type HostKind = 'own' | 'above' | 'other' | 'department' | 'none';

const OFFICES = ['sfj', 'sfxz', 'zwgk', 'jyj', 'slj'];

/** Picks an address for a page; where its text never names the place, the host must. */
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
      `${random.pick(OFFICES)}.${region.level === 'county' ? above.pinyin : region.pinyin}.gov.cn`,
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
