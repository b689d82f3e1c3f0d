import type { CatalogueEntry } from '../format/catalogue.ts';
import { foldWith } from '../text/fold-with.ts';
import type { RecordMatches } from './query-matches.ts';

const NO_CHARACTERS: ReadonlyMap<number, number> = new Map();
/** How many matches in a report of usual length are worth half of all there could be. */
const HALF = 3;
const USUAL_LENGTH = 6000;
const TITLE = 1;
/** What a match in a heading counts for beyond one in the text. */
const HEADING = 3;

/**
 * Say how well a report matches: by its matches, against its length, and by its title and headings.
 * Of two reports with as many matches the shorter one is more about the thing; the tenth match
 * says less than the first.
 * @param match how the report matches
 * @param inTitle whether its title has one of the phrases
 * @param inHeadings how many of the matches are in headings
 * @returns a number, the higher the better
 */
export function rankMatch(match: RecordMatches, inTitle: boolean, inHeadings: number): number {
  const length = 0.3 + 0.7 * (match.entry.length / USUAL_LENGTH);
  const weight = match.count + HEADING * inHeadings;
  const matches = weight / (weight + HALF * length);
  return match.share * (matches + (inTitle ? TITLE : 0));
}

/** Whether a report's title has one of the phrases, folded but for its script. */
export function hasInTitle({ title }: CatalogueEntry, phrases: readonly string[]): boolean {
  const folded = foldWith(title, NO_CHARACTERS);
  return phrases.some((phrase) => folded.includes(phrase));
}

/** How to put results in order. */
export type Sort = 'relevance' | 'newest' | 'oldest';

/**
 * Compare two results; like ones in the order of year, the newest first, and id, so that a list is
 * the same whatever came first.
 */
export function compareResults(
  sort: Sort,
): (
  a: { entry: CatalogueEntry; rank: number },
  b: { entry: CatalogueEntry; rank: number },
) => number {
  return (a, b) => {
    const byRank = b.rank - a.rank;
    const byYear = sort === 'oldest' ? a.entry.year - b.entry.year : b.entry.year - a.entry.year;
    const [first, second] = sort === 'relevance' ? [byRank, byYear] : [byYear, byRank];
    return first || second || (a.entry.report < b.entry.report ? -1 : 1);
  };
}
