import type { ReportFile } from '../report/file/report-file.ts';
import type { ReportDraft } from './filing/draft-report.ts';

/** What became of a source file. */
export interface IngestOutcome {
  /** As the caller named it. */
  readonly file: string;
  readonly outcome: 'written' | 'review' | 'duplicate' | 'refused';
  readonly code: string | null;
  readonly reason: string | null;
  /** Where it lies now, under the content directory; for a duplicate the report it is one of. */
  readonly path: string | null;
  readonly confidence: Readonly<Record<string, number>>;
  /** The report as filed; where there is none, it is the one that stands at `path`. */
  readonly report?: ReportFile | undefined;
  /** What was found of a document that cannot be filed yet. */
  readonly found?: ReportDraft | undefined;
}

/** The reason of an outcome where the archive holds the file's bytes as they are. */
export const UNCHANGED = 'unchanged: it was ingested before';
