import type { ReportSummary } from '../../report/report-summary.ts';

/** A cell of a coverage table: what the archive holds of a place and a year. */
export interface CoverageCell {
  /** `null` where nothing is held. */
  readonly address: string | null;
  readonly text: string;
  readonly label: string;
}

export interface CoverageRow {
  readonly name: string;
  readonly address: string;
  readonly cells: readonly CoverageCell[];
}

/** Places down, years across. */
export interface CoverageTable {
  readonly years: readonly number[];
  readonly rows: readonly CoverageRow[];
}

/** Lists the years of some reports, the latest first. */
export function yearsOf(reports: readonly ReportSummary[]): number[] {
  return [...new Set(reports.map(({ year }) => year))].toSorted((a, b) => b - a);
}

/** The cell of a year in which nothing is held: absence in the archive, and no more than that. */
export const emptyCell: CoverageCell = { address: null, text: '未收录', label: '未收录' };
