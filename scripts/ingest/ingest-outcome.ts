import type { Report } from '../../src/archive/report/report.ts';

/** A report as told at ingest: what the archive works out from other reports is left out. */
export type IngestedReport = Omit<Report, 'url' | 'timeliness' | 'observations' | 'related'>;

/** What became of a source file; one line of `--json`. */
export interface IngestOutcome {
  /** As the caller named it. */
  readonly file: string;
  readonly outcome: 'written' | 'review' | 'duplicate' | 'refused';
  readonly code: string | null;
  readonly reason: string | null;
  /** Where it lies now, under the content directory; for a duplicate the report it is one of. */
  readonly path: string | null;
  readonly report: IngestedReport | Partial<IngestedReport> | null;
  readonly confidence: Readonly<Record<string, number>>;
}
