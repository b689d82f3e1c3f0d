import type { Region, RegionTable } from './region.ts';

/**
 * Lists the places from the province down to a place itself, as `report.json` prints them.
 * Filler rows (市辖区, 省直辖县) are no places and never in it.
 *
 * @returns an empty list where the code is unknown
 */
export function regionPath(table: RegionTable, code: string): { code: string; name: string }[] {
  const path: { code: string; name: string }[] = [];
  for (let at = table.regions.get(code); at !== undefined; at = parentOf(table, at.code))
    path.unshift({ code: at.code, name: at.name });
  return path;
}

/** Finds the place that a place lies in; a province lies in none. */
export function parentOf(table: RegionTable, code: string): Region | undefined {
  const parent = table.regions.get(code)?.parent ?? null;
  return parent === null ? undefined : table.regions.get(parent);
}

/**
 * Lists the places right under a place, in code order, zones after counties.
 * Former codes are left out: they are reached from their successors.
 *
 * @param code `null` for the provinces
 */
export function childrenOf(table: RegionTable, code: string | null): Region[] {
  return (table.children.get(code ?? '') ?? []).flatMap((child) => table.regions.get(child) ?? []);
}

/** Finds the province that a place lies in, itself where it is one. */
export function provinceOf(table: RegionTable, code: string): Region | undefined {
  const top = regionPath(table, code)[0];
  return top === undefined ? undefined : table.regions.get(top.code);
}

/** Tells whether one of two places lies in the other, or is it. */
export function isRelated(table: RegionTable, one: string, other: string): boolean {
  return isWithin(table, one, other) || isWithin(table, other, one);
}

/** Tells whether a place is `ancestor` or lies in it. */
export function isWithin(table: RegionTable, code: string, ancestor: string): boolean {
  for (let at = table.regions.get(code); at !== undefined; at = parentOf(table, at.code))
    if (at.code === ancestor) return true;
  return false;
}
