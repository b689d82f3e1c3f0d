import type { ReportSummary } from '../../report/report-summary.ts';

/** What of a list lies in one province. */
export interface OfProvince<T> {
  readonly code: string;
  readonly name: string;
  readonly items: readonly T[];
}

/** Most rows that a list shows before it splits by province. */
export const longestList = 500;

/** Sorts a list's items under their provinces, in code order, each list as it was. */
export function byProvince<T>(
  items: readonly T[],
  reportOf: (item: T) => ReportSummary,
): OfProvince<T>[] {
  const groups = Map.groupBy(items, (item) => reportOf(item).region.path[0]?.code ?? '');
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, [first, ...rest]]) => {
      if (first === undefined) return [];
      const name = reportOf(first).region.path[0]?.name ?? '';
      return [{ code, name, items: [first, ...rest] }];
    });
}
