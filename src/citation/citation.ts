import type { Report } from '../report/report.ts';
import { isTitleSupplied } from '../report/report-lines.ts';
import type { Passage } from './passage.ts';
import { formatPin, type VersionPin } from './version-pin.ts';

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

/** The date that a citation gives. */
interface CitedDate {
  /** ISO. */
  readonly date: string;
  /** It is the date under the text, standing in for a date of publication that is not known. */
  readonly isStandIn: boolean;
}

/**
 * Find a report's date: its publication, else the date under the text, else a later posting.
 *
 * @returns `undefined` where the source gives none; the year reported on is no such date
 */
export function findCitedDate({
  published,
  signed,
  republished,
}: CitedReport): CitedDate | undefined {
  if (published !== null) return { date: published, isStandIn: false };
  if (signed !== null) return { date: signed, isStandIn: true };
  return republished === null ? undefined : { date: republished, isStandIn: false };
}

/** Return the title as cited: one that is not printed as such stands in square brackets. */
export function citedTitle(report: CitedReport): string {
  return isTitleSupplied(report) ? `[${report.title}]` : report.title;
}

/**
 * Return the permanent address of what is cited, with the words that it stands for where it is pinned.
 *
 * @param origin origin and base path; empty for a root-relative address
 * @example https://HOST/r/410600/2017/?v=1-ab12cd34#s6
 */
export function citedAddress({ report, passage, pin }: CitationTarget, origin: string): string {
  const query = pin === undefined ? '' : `?v=${formatPin(pin)}`;
  return `${origin}${report.url}${query}${passage === undefined ? '' : `#${passage.id}`}`;
}
