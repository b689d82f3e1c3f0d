import type { Kind, Timeliness } from './report.ts';

const DAY = 86_400_000;

/**
 * Tells whether a report was published in time.
 *
 * Due is 31 March of the next year: the rule says "before 1 April"
 * (for the report years 2015 to 2018 "within the first quarter", which is the same day).
 * Only a publication date decides it; a signature date never does.
 *
 * @param dates ISO dates; `republished` says that the posting known to us is a later one
 * @returns `days` positive where late, negative before due, `null` where it cannot be told
 */
export function timeliness(
  kind: Kind,
  year: number,
  dates: { readonly published: string | null; readonly republished: string | null },
): Timeliness {
  const due = `${year + 1}-03-31`;
  if (kind !== 'annual' || (dates.published === null && dates.republished !== null))
    return { due, state: 'not-applicable', days: null };
  if (dates.published === null) return { due, state: 'unknown', days: null };
  const days = Math.round((Date.parse(dates.published) - Date.parse(due)) / DAY);
  if (days > 0) return { due, state: 'late', days };
  const isEarly = Number(dates.published.slice(0, 4)) <= year;
  return { due, state: isEarly ? 'early' : 'on-time', days };
}
