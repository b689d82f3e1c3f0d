import type { Frequency } from './frequency.ts';
import type { SearchAnswer } from './search-answer.ts';
import type { SearchOptions } from './search-options.ts';
import { SearchSession } from './search-session.ts';
import type { SuggestedQuery } from './suggested-query.ts';

export type { Frequency, FrequencyCell, FrequencyCount, FrequencyRow } from './frequency.ts';
export type {
  Facet,
  SearchAnswer,
  SearchFacets,
  SearchResult,
  SearchResultSection,
} from './search-answer.ts';
export type { SearchOptions } from './search-options.ts';
export type { SuggestedQuery } from './suggested-query.ts';

/** One session a site, so that what has been read is kept between queries. */
const sessions = new Map<string, SearchSession>();

/**
 * Search the archive.
 * Works wherever modules do: in a page of any origin, and in Node over the network or on a copy of
 * the site on disk.
 * @param query what was typed
 * @param options how to search; see `SearchOptions`
 * @returns the reports found, their number and how they lie
 * @example (await search('行政复议', { region: '410000', year: [2018, 2019] })).total
 */
export function search(query: string, options: SearchOptions = {}): Promise<SearchAnswer> {
  return getSession(options).search(query, options);
}

/**
 * Count how often something is written, by year and province, beside the reports held there.
 * @param query what was typed
 * @param options how to search; order and number of results make no difference
 * @returns the counts
 * @example (await frequency('行政复议')).years.map(({ value, reports, held }) => [value, reports / held])
 */
export function frequency(query: string, options: SearchOptions = {}): Promise<Frequency> {
  return getSession(options).frequency(query, options);
}

/**
 * Think what a query that finds nothing may have meant, by the archive's own words: a character
 * mistyped, left out or too many, one that is read alike, or pinyin.
 * @param query what was typed
 * @param options how to search; only queries that find something so are given
 * @returns other queries, the likeliest first
 * @example (await suggest('行政副议'))[0] // { query: '行政复议', reports: 5 }
 */
export function suggest(query: string, options: SearchOptions = {}): Promise<SuggestedQuery[]> {
  return getSession(options).suggest(query, options);
}

function getSession({ base: given }: SearchOptions): SearchSession {
  const base = new URL(given ?? '../', import.meta.url);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  [base.search, base.hash] = ['', ''];
  const session = sessions.get(base.href) ?? new SearchSession(base);
  sessions.set(base.href, session);
  return session;
}
