import type { Timeliness } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { isReportingGovernment } from '../../vocabulary/region/region-tree.ts';
import { timelinessWords } from './reader-words.ts';
import { regions } from './vocabulary.ts';

/** Number of governments, county level and above, that publish a report each year. */
export const governments = [...regions.regions.values()].filter(isReportingGovernment).length;

/** The states of timeliness, in the order in which pages list them. */
export const timelinessStates = [
  'on-time',
  'early',
  'late',
  'unknown',
  'not-applicable',
] as const satisfies Timeliness['state'][];

/** How many annual reports were published when. */
export interface TimelinessCount {
  readonly state: Timeliness['state'];
  readonly label: string;
  readonly reports: number;
}

/** Counts annual reports by timeliness; what is not held is not counted, and so never accused. */
export function countTimeliness(reports: readonly ReportSummary[]): TimelinessCount[] {
  const annual = reports.filter(({ kind }) => kind === 'annual');
  return timelinessStates
    .map((state) => ({
      state,
      label: timelinessWords[state],
      reports: annual.filter(({ timeliness }) => timeliness.state === state).length,
    }))
    .filter(({ reports: count }) => count > 0);
}

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
