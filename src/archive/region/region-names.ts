import type { NamedRegion, Region, RegionNames } from './region.ts';
import { shortName } from './short-name.ts';

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
    add(region.name, 'full', region);
    const short = shortName(region.name);
    if (short !== undefined && region.level !== 'zone') add(short, 'short', region);
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
