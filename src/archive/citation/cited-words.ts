import type { CitationTarget, CitedReport } from './citation.ts';

/** The date that a citation gives. */
export interface CitedDate {
  /** ISO. */
  readonly date: string;
  /** It is the date under the text, standing in for a date of publication that is not known. */
  readonly isStandIn: boolean;
}

/**
 * Finds a report's date: its publication, else the date under the text, else a later posting.
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

/** Gives the title as cited: one that is not printed as such stands in square brackets. */
export function citedTitle({ title, basis }: CitedReport): string {
  return basis.title === 'editor' ? `[${title}]` : title;
}

/** Lists who issued a report together (中共某市委、某市人民政府). */
export function citedIssuers({ issuer }: CitedReport): string[] {
  return issuer.split(/[、，；\s]+/u).filter((name) => name !== '');
}

/**
 * Gives the permanent address of what is cited.
 *
 * @param origin origin and base path; empty for a root-relative address
 */
export function citedAddress({ report, passage }: CitationTarget, origin: string): string {
  return `${origin}${report.url}${passage === undefined ? '' : `#${passage.id}`}`;
}
