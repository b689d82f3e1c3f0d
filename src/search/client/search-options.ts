import type { QuerySyntax } from '../text/parse-query.ts';
import type { SearchAnswer } from './search-answer.ts';

/** One value or any of several. */
export type OneOrMore<T> = T | readonly T[];

/** How to search. */
export interface SearchOptions {
  /** `plain` (default): the query is one literal string; `query`: parts, `-part`, `A|B`, 「…」, "…". */
  readonly syntax?: QuerySyntax | undefined;
  /** `exact` (default), or `loose`: reports with some of what was typed, the nearest first. */
  readonly mode?: 'exact' | 'loose' | undefined;
  /** A code of any level, with all below it. */
  readonly region?: OneOrMore<string> | undefined;
  readonly year?: OneOrMore<number | string> | undefined;
  readonly kind?: OneOrMore<string> | undefined;
  /** Only matches inside sections of the theme count. */
  readonly theme?: OneOrMore<string> | undefined;
  /** `section`: all parts must stand in one section; `report` (default): in one report. */
  readonly within?: 'report' | 'section' | undefined;
  readonly sort?: 'relevance' | 'newest' | 'oldest' | undefined;
  /** How many reports to give, 10 by default. */
  readonly limit?: number | undefined;
  /** How many reports to leave out before. */
  readonly offset?: number | undefined;
  /** How many sections of each report to give, 3 by default. */
  readonly sections?: number | undefined;
  /** The address of the site's front page; by default found from the module's own address. */
  readonly base?: string | URL | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Told after each shard what has been found so far, and which year is searched next, if any;
   * sentences follow titles.
   */
  readonly onProgress?: ((answer: SearchAnswer, year?: number) => void) | undefined;
}
