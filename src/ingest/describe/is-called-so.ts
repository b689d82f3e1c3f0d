import type { Region, RegionTable } from '../../vocabulary/region/region.ts';
import type { SelfName } from './self-name.ts';

/** Tells whether a place is of the kind that the text calls its own; an office may be of any. */
export function isCalledSo(
  table: RegionTable,
  region: Region,
  self: SelfName | undefined,
): boolean {
  if (self?.what === 'place') return self.ending.test(region.name);
  return self?.what === 'township' ? isHolder(table, region, self.word) : true;
}

/** Tells whether a place can hold the township: a county or zone, or a city without counties. */
export function isHolder(table: RegionTable, region: Region, township: string | null): boolean {
  if (township === null || region.level === 'county' || region.level === 'zone') return true;
  return region.level === 'prefecture' && !table.children.has(region.code);
}
