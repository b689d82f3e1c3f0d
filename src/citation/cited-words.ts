import { isTitleSupplied } from '../report/report-lines.ts';
import type { CitationTarget, CitedReport } from './citation.ts';
import { formatPin } from './version-pin.ts';

/** The date that a citation gives. */
interface CitedDate {
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

/** What a record with room for a note says of a date that stands in for another. */
export const standInNote = '公布日期不详，所注为成文日期';

/** Gives the title as cited: one that is not printed as such stands in square brackets. */
export function citedTitle(report: CitedReport): string {
  return isTitleSupplied(report) ? `[${report.title}]` : report.title;
}

/** Lists who issued a report together (中共某市委、某市人民政府). */
export function citedIssuers({ issuer }: CitedReport): string[] {
  return issuer.split(/[、，；\s]+/u).filter((name) => name !== '');
}

/**
 * Gives the permanent address of what is cited, with the words that it stands for where it is pinned.
 *
 * @param origin origin and base path; empty for a root-relative address
 * @example https://HOST/r/410600/2017/?v=1-ab12cd34#s6
 */
export function citedAddress({ report, passage, pin }: CitationTarget, origin: string): string {
  const query = pin === undefined ? '' : `?v=${formatPin(pin)}`;
  return `${origin}${report.url}${query}${passage === undefined ? '' : `#${passage.id}`}`;
}
