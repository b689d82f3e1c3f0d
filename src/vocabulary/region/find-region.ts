import type { Region, RegionTable } from './region.ts';

/**
 * Finds a place by its code, a former code included.
 *
 * @returns `undefined` where the table has no such code
 */
export function findRegion(table: RegionTable, code: string): Region | undefined {
  return table.regions.get(code);
}
