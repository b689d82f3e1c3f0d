import type { QuerySyntax } from '../text/parse-query.ts';

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
  /** A year, or a range as `2019-2022`, `2019-` or `-2022`. */
  readonly year?: OneOrMore<number | string> | undefined;
  readonly kind?: OneOrMore<string> | undefined;
  /** Whether it came in time: `on-time`, `late`, `early`, `unknown`, `not-applicable`. */
  readonly state?: OneOrMore<string> | undefined;
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
  /** Give every sentence with a match in place of sections: all of a report. */
  readonly everySentence?: boolean | undefined;
  /**
   * The address of the site's front page; by default found from the module's own address. Of
   * several archives the results come as one list.
   */
  readonly base?: OneOrMore<string | URL> | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Told after each shard what has been found so far, and which year is searched next, if any;
   * sentences follow titles.
   */
  readonly onProgress?: ((answer: SearchAnswer, year?: number) => void) | undefined;
}

/** What a search found. */
export interface SearchAnswer {
  /** Reports. */
  readonly total: number;
  /** Occurrences in them. */
  readonly matches: number;
  /**
   * Whether these are exactly the reports that contain what was typed: not for a loose search, nor
   * where something could not be searched, or newer reports may have been published.
   */
  readonly exact: boolean;
  readonly facets: SearchFacets;
  /** How many shards were searched, of those that could hold a report asked for. */
  readonly shards: {
    readonly searched: number;
    readonly all: number;
    /** What could not be searched: its reports are not in the answer, or without sentences. */
    readonly failed: readonly FailedShard[];
    /**
     * Archives whose manifest could not be had: what was searched is what the module was published
     * with, and newer reports may be there.
     */
    readonly unconfirmed?: readonly FailedShard[] | undefined;
  };
  readonly results: readonly SearchResult[];
}

/** Reports that could not be searched. */
export interface FailedShard {
  /** The address of their archive's front page. */
  readonly archive: string;
  /** Their year; null where the archive itself is out of reach. */
  readonly year: number | null;
  readonly reason: string;
}

/** How the reports found are spread; each value can be given back as an option. */
export interface SearchFacets {
  /** Regions of every level: a report counts in its own and in all above it. */
  readonly region: readonly Facet[];
  readonly year: readonly Facet[];
  readonly theme: readonly Facet[];
  readonly kind: readonly Facet[];
  readonly state: readonly Facet[];
}

/** One value of a facet. */
export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly reports: number;
}

/** A report found. */
export interface SearchResult {
  /** The report's id. */
  readonly report: string;
  /** With the base path. */
  readonly url: string;
  readonly title: string;
  readonly issuer: string;
  /** The day of publication; null where it is not known. */
  readonly date: string | null;
  readonly region: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly kind: string;
  /** Whether it came in time. */
  readonly state: string;
  /** The address of its archive's front page, where several were searched; `url` is whole then. */
  readonly archive?: string;
  /** Occurrences in the report. */
  readonly matches: number;
  /**
   * Sections with a match, each with its best sentence: the one with most parts of the query. Those
   * with most parts in one sentence come first, all others as printed.
   */
  readonly sections: readonly SearchResultSection[];
}

/** A section found. */
export interface SearchResultSection {
  /** The section's id; null for what stands in none, as title and addressee. */
  readonly section: string | null;
  /** The paragraph's id; null where the match is in a heading or a line that is no paragraph. */
  readonly paragraph: string | null;
  /** The address of the passage, with the base path. */
  readonly url: string;
  /** The section's label and heading. */
  readonly heading: string | null;
  /** The sentence, as printed. */
  readonly excerpt: string;
  /** The matches in the excerpt, UTF-16 units, end exclusive. */
  readonly marks: readonly (readonly [number, number])[];
  /** Occurrences in the section. */
  readonly matches: number;
}

/** Another query that may have been meant. */
export interface SuggestedQuery {
  readonly query: string;
  /** How many reports it finds. */
  readonly reports: number;
}

/** How often something is written, by year and province. */
export interface Frequency {
  /** Reports that have it. */
  readonly total: number;
  /** Occurrences in them. */
  readonly matches: number;
  /** From the oldest; each year of the archive that passes the filters, even where nothing was found. */
  readonly years: readonly FrequencyRow[];
  /** Provinces by code, likewise. */
  readonly provinces: readonly FrequencyRow[];
  /** Each year and province with a report. */
  readonly cells: readonly FrequencyCell[];
  /** What could not be counted. */
  readonly failed: readonly FailedShard[];
}

/** How often something is written in some reports. */
export interface FrequencyCount {
  /** Reports that have it. */
  readonly reports: number;
  /** Occurrences in them. */
  readonly matches: number;
  /** Reports the archive holds there: what `reports` is to be measured against. */
  readonly held: number;
}

/** A year or a province. */
export interface FrequencyRow extends FrequencyCount {
  readonly value: string;
  readonly label: string;
}

/** A year in a province. */
export interface FrequencyCell extends FrequencyCount {
  readonly year: number;
  readonly province: string;
}
