import type { Report } from '../report/report.ts';
import type { Passage } from './passage.ts';
import type { VersionPin } from './version-pin.ts';

/** The forms in which a passage can be cited. */
export const citationStyles = [
  'gbt7714-2025',
  'gbt7714-2015',
  'law',
  'sentence',
  'bibtex',
  'ris',
  'csl',
] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** What a citation needs of a report. */
export type CitedReport = Pick<
  Report,
  | 'id'
  | 'url'
  | 'kind'
  | 'title'
  | 'issuer'
  | 'region'
  | 'year'
  | 'published'
  | 'republished'
  | 'signed'
  | 'docNo'
> & { readonly basis: Pick<Report['basis'], 'title'> };

/** What is cited: a report, or a passage of it. */
export interface CitationTarget {
  readonly report: CitedReport;
  readonly passage?: Passage | undefined;
  /** The words that it stands for, where the address is to say which; else it means those of any day. */
  readonly pin?: VersionPin | undefined;
  /** The words quoted, verbatim; only the sentence shows them. */
  readonly quote?: string | undefined;
}

export interface CitationOptions {
  /** Origin and base path without a slash at the end; empty: the address is left root-relative. */
  readonly origin: string;
  /** ISO date on which the page was seen; absent in a file that anyone may fetch at any time. */
  readonly accessed?: string | undefined;
}
