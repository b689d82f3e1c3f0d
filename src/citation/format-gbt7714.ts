import type { CitationOptions, CitationTarget } from './citation.ts';
import { citedAddress, citedIssuers, citedTitle, findCitedDate } from './cited-words.ts';

/**
 * Formats a report on the net (`[R/OL]`) after GB/T 7714.
 *
 * The edition of 2015 puts the date of the posting in round and that of the visit in square
 * brackets; the edition of 2025 gives the first bare and leaves out the second. A date that only
 * stands in for the publication's is in square brackets in both.
 */
export function formatGbt7714(
  target: CitationTarget,
  edition: 2015 | 2025,
  { origin, accessed }: CitationOptions,
): string {
  const { report } = target;
  const found = findCitedDate(report);
  const date = found?.isStandIn ? `[${found.date}]` : found?.date;
  const dates =
    edition === 2025
      ? date
      : [date && `(${date})`, accessed && `[${accessed}]`].filter(Boolean).join('');
  return [
    citedIssuers(report).join(', '),
    `${citedTitle(report)}[R/OL]`,
    ...(dates ? [dates] : []),
    `${citedAddress(target, origin)}.`,
  ].join('. ');
}
