import { foldWith, NO_CHARACTERS } from '../../report/characters/fold-with.ts';
import type { CatalogueEntry } from '../format/catalogue.ts';
import type { SectionSpan } from '../format/section-table.ts';
import type { SearchOptions } from './contract.ts';
import type { RecordMatches } from './query-matches.ts';
import { eachInSection, type PartSpan, richestWindow } from './spans.ts';

/** How many matches in a report of usual length are worth half of all there could be. */
const HALF = 3;
/** Characters of a report of usual length, and what counts for a report of no length. */
const USUAL_LENGTH = 6000;
const LEAST_LENGTH = 0.3;
/** What a title with all parts of the query counts for, against 1 for all there could be in text. */
const TITLE = 1;
/** What it counts for that a part of the query names the report's region, and its year. */
const REGION = 1.5;
const YEAR = 1;
/** What it counts for that all parts of a query stand near each other, and how near that is. */
const NEAR = 1;
const NEAR_REACH = 30;
/** What a match in a heading counts for beyond one in the text. */
const HEADING = 3;

/** What the order of results depends on, and the themes of the sections with a match. */
export interface Rank {
  /** The higher the better. */
  readonly rank: number;
  readonly themes: ReadonlySet<string>;
}

/**
 * Say how well a report matches: by its matches, against its length, and by its title and headings.
 * Of two reports with as many matches the shorter one is more about the thing; the tenth match
 * says less than the first.
 * @param match how the report matches
 * @param query what it says of the report as a whole, and of how many parts it is
 * @param sections the report's sections, in order; none where they were not read yet
 */
export function rankMatch(
  { count, entry, share, spans, inHeadings }: RecordMatches,
  { described, parts }: QueryWeights,
  sections: readonly SectionSpan[],
): Rank {
  const themes = new Set<string>();
  let counted = 0;
  eachInSection(spans, sections, ({ start }, section) => {
    if (!section) return;
    if (start < section.headingEnd) counted += 1;
    for (const theme of section.themes) themes.add(theme);
  });
  const weight = count + HEADING * (inHeadings ?? counted);
  const length = LEAST_LENGTH + (1 - LEAST_LENGTH) * (entry.length / USUAL_LENGTH);
  const matches = weight / (weight + HALF * length);
  return { rank: share * (matches + described + nearness(spans, parts)), themes };
}

/**
 * Weigh what a query says of a report as a whole: how many of its parts stand in the title, and
 * whether one names its region and one its year. `鹤壁市 2023` means that report.
 * @param report the report
 * @param parts the folded phrases of each part
 */
export function weighDescription(
  { title, region, year }: CatalogueEntry,
  parts: readonly (readonly string[])[],
): number {
  const folded = foldWith(title, NO_CHARACTERS);
  const inTitle = parts.filter((phrases) => phrases.some((one) => folded.includes(one))).length;
  const name = foldWith(region.name, NO_CHARACTERS);
  const years = [`${year}`, `${year}年`, `${year}年度`];
  const has = (is: (phrase: string) => boolean) => parts.some((phrases) => phrases.some(is));
  return (
    (inTitle > 0 ? TITLE * (inTitle / parts.length) : 0) +
    (has((phrase) => isNameOf(phrase, name)) ? REGION : 0) +
    (has((phrase) => years.includes(phrase)) ? YEAR : 0)
  );
}

/** Whether a phrase is a region's name, or that without 市, 县 and the like. */
function isNameOf(phrase: string, name: string): boolean {
  if (phrase === name) return true;
  const rest = name.slice(phrase.length);
  return (
    phrase.length > 1 &&
    name.startsWith(phrase) &&
    /^(?:省|市|县|区|旗|盟|.{0,6}自治.)$/u.test(rest)
  );
}

/** What the order depends on beside a report's matches. */
export interface QueryWeights {
  /** See `weighDescription`. */
  readonly described: number;
  /** How many parts the query has. */
  readonly parts: number;
}

/** Weigh how many parts of a query stand near each other; none where it has one. */
function nearness(spans: readonly PartSpan[], parts: number): number {
  if (parts < 2) return 0;
  const near = richestWindow(spans, NEAR_REACH).parts;
  return near < 2 ? 0 : (NEAR * (near - 1)) / (parts - 1);
}

/** A result as far as its order depends on it. */
interface Result extends Pick<Rank, 'rank'> {
  readonly entry: CatalogueEntry;
}

/**
 * Compare two results; like ones in the order of year, the newest first, and id, so that a list is
 * the same whatever came first.
 */
export function compareResults(
  sort: NonNullable<SearchOptions['sort']>,
): (a: Result, b: Result) => number {
  return (a, b) => {
    const byRank = b.rank - a.rank;
    const byYear = sort === 'oldest' ? a.entry.year - b.entry.year : b.entry.year - a.entry.year;
    const [first, second] = sort === 'relevance' ? [byRank, byYear] : [byYear, byRank];
    return first || second || (a.entry.report < b.entry.report ? -1 : 1);
  };
}
