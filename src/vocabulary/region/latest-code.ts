import type { RegionTable } from './region.ts';

/**
 * Gives the code under which a place's reports are gathered now.
 * A place that was divided goes with the first successor named.
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
