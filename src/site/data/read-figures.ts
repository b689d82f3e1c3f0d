import type { Observation } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { readReport } from './read-compiled.ts';

/** A figure with the report that it was read from. */
export interface ReportFigure {
  readonly report: ReportSummary;
  readonly observation: Observation;
}

/**
 * Reads the figures of all reports by indicator, in the reports' order.
 * Of each report only its figures are kept in memory.
 */
export function readFigures(
  reports: readonly ReportSummary[],
): ReadonlyMap<string, readonly ReportFigure[]> {
  const figures = reports.flatMap((report) =>
    readReport(report.id).observations.map((observation) => ({ report, observation })),
  );
  return Map.groupBy(figures, ({ observation }) => observation.indicator);
}
