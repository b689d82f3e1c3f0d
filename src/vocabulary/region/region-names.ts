import type { NamedRegion, Region, RegionNames } from './region.ts';
import { shortName } from './short-name.ts';

/** Names that are plain words wherever their city is not at hand. */
const PLAIN_WORDS = new Set(['城区', '郊区', '矿区', '东区', '西区', '老城区', '新城区', '市中区']);

/**
 * Indexes places by what they are called, so that a text is searched in one pass.
 *
 * Full names are known by their first two characters; a one-character name (a short name such as
 * 单 for 单县) is never used, it would stand everywhere.
 */
export function regionNames(regions: readonly Region[]): RegionNames {
  const byHead = new Map<string, NamedRegion[]>();
  const bySpelling = new Map<string, Region[]>();
  const add = (name: string, kind: NamedRegion['kind'], region: Region): void =>
    push(byHead, name.slice(0, 2), { name, kind, region });
  for (const region of regions) {
    add(region.name, PLAIN_WORDS.has(region.name) ? 'local' : 'full', region);
    const short = shortName(region.name);
    if (short !== undefined && region.level !== 'zone' && !PLAIN_WORDS.has(region.name))
      add(short, 'short', region);
    const autonomous = /自治([州县旗])$/.exec(region.name)?.[1];
    if (short !== undefined && autonomous !== undefined) add(short + autonomous, 'alias', region);
    for (const name of region.aliases) add(name, 'alias', region);
    for (const name of region.localNames) add(name, 'local', region);
    if (region.level === 'zone' || region.until !== null) continue;
    for (const spelling of new Set([region.pinyin, region.initials, ...region.spellings]))
      if (spelling.length > 1) push(bySpelling, spelling, region);
  }
  for (const named of byHead.values()) named.sort((a, b) => b.name.length - a.name.length);
  return { byHead, bySpelling };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
