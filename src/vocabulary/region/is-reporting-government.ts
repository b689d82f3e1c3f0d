import type { Region } from './region.ts';

const LEVELS: ReadonlySet<string> = new Set(['province', 'prefecture', 'county']);

/**
 * Tells whether a place is one whose government must publish a report each year: of county level
 * or above, of GB/T 2260, and there today.
 */
export function isReportingGovernment({ level, scheme, until }: Region): boolean {
  return LEVELS.has(level) && scheme === 'gbt2260' && until === null;
}
