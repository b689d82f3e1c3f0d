import type { PageHints } from '../describe/description.ts';
import type { SourceLine } from '../describe/page.ts';

/** What a source says, format and encoding left behind. */
export interface Extracted {
  /** The text that omissions are counted in and the proof runs on. */
  readonly text: string;
  /** Its lines, but for the running ones. */
  readonly lines: readonly SourceLine[];
  /** Lines of the text that are printed on page after page: page numbers, running heads and feet. */
  readonly running?: readonly SourceLine[] | undefined;
  readonly hints: PageHints;
  /** Where a saved page says it was saved from. */
  readonly url?: string | undefined;
  /** Of the snapshot: `txt`, `html`, `mhtml`, `docx`, `pdf`. */
  readonly extension: string;
}
