import { kindLabels } from '../../report/report-id.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { timelinessPhrase } from './timeliness-phrase.ts';

/** A report as a line of a list. */
export interface ReportRow {
  readonly address: string;
  readonly title: string;
  /** Names from the province down: `河南省 鹤壁市`. */
  readonly place: string;
  readonly year: number;
  readonly kind: string;
  readonly published: string | null;
  readonly timeliness: string;
}

/** Makes a list's line of a report. */
export function reportRow(report: ReportSummary): ReportRow {
  return {
    address: report.url,
    title: report.title,
    place: report.region.path.map(({ name }) => name).join(' '),
    year: report.year,
    kind: kindLabels[report.kind],
    published: report.published,
    timeliness: timelinessPhrase(report.timeliness),
  };
}
