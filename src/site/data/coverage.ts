import type { Timeliness } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { isReportingGovernment } from '../../vocabulary/region/region-tree.ts';
import { timelinessWords } from './field-words.ts';
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
