import type { Region, RegionTable } from './region.ts';

/**
 * List the regions from the province down to the region itself, as `report.json` prints them.
 * Filler rows (市辖区, 省直辖县) are no regions and never in it.
 *
 * @returns an empty list where the code is unknown
 */
export function regionPath(table: RegionTable, code: string): { code: string; name: string }[] {
  const path: { code: string; name: string }[] = [];
  for (let at = table.regions.get(code); at !== undefined; at = parentOf(table, at.code))
    path.unshift({ code: at.code, name: at.name });
  return path;
}

/** Find the region that another lies in; a province lies in none. */
export function parentOf(table: RegionTable, code: string): Region | undefined {
  const parent = table.regions.get(code)?.parent ?? null;
  return parent === null ? undefined : table.regions.get(parent);
}

/**
 * List the regions right under a region, in code order, zones after counties.
 * Former codes are left out: they are reached from their successors.
 *
 * @param code `null` for the provinces
 */
export function childrenOf(table: RegionTable, code: string | null): Region[] {
  return (table.children.get(code ?? '') ?? []).flatMap((child) => table.regions.get(child) ?? []);
}

/** Find the province that a region lies in, itself where it is one. */
export function provinceOf(table: RegionTable, code: string): Region | undefined {
  const top = regionPath(table, code)[0];
  return top === undefined ? undefined : table.regions.get(top.code);
}

/** Tell whether one of two regions lies in the other, or is it. */
export function isRelated(table: RegionTable, one: string, other: string): boolean {
  return isWithin(table, one, other) || isWithin(table, other, one);
}

/** Tell whether a region is `ancestor` or lies in it. */
export function isWithin(table: RegionTable, code: string, ancestor: string): boolean {
  for (let at = table.regions.get(code); at !== undefined; at = parentOf(table, at.code))
    if (at.code === ancestor) return true;
  return false;
}

/**
 * Find a region by its code, a former code included.
 *
 * @returns `undefined` where the table has no such code
 */
export function findRegion(table: RegionTable, code: string): Region | undefined {
  return table.regions.get(code);
}

/**
 * Return the code under which a region's reports are gathered now.
 * A region that was divided goes with the first successor named.
 *
 * @param code a present or former code
 * @returns the code itself where it is in use or unknown
 */
export function latestCode(table: RegionTable, code: string): string {
  const seen = new Set<string>();
  let at = code;
  while (!seen.has(at)) {
    seen.add(at);
    const next = table.regions.get(at)?.successors[0];
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

const LEVELS: ReadonlySet<string> = new Set(['province', 'prefecture', 'county']);

/** First digits of the codes of 台湾省, 香港 and 澳门, whose governments owe no such report. */
const OWES_NO_REPORT = /^(?:71|81|82)/;

/**
 * Tell whether a region is one whose government must publish a report each year: of county level
 * or above, of GB/T 2260, there today, and on the mainland.
 */
export function isReportingGovernment({ code, level, scheme, until }: Region): boolean {
  return LEVELS.has(level) && scheme === 'gbt2260' && until === null && !OWES_NO_REPORT.test(code);
}
