/** What a search found. */
export interface SearchAnswer {
  /** Reports. */
  readonly total: number;
  /** Occurrences in them. */
  readonly matches: number;
  /** Whether these are exactly the reports that contain what was typed. */
  readonly exact: boolean;
  readonly facets: SearchFacets;
  /** How many shards were searched, of those that could hold a report asked for. */
  readonly shards: { readonly searched: number; readonly all: number };
  readonly results: readonly SearchResult[];
}

/** How the reports found lie; each value can be given back as an option. */
export interface SearchFacets {
  /** Regions of every level: a report counts in its own and in all above it. */
  readonly region: readonly Facet[];
  readonly year: readonly Facet[];
  readonly theme: readonly Facet[];
  readonly kind: readonly Facet[];
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
  readonly region: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly kind: string;
  /** Occurrences in the report. */
  readonly matches: number;
  /** The first sections with a match, each with the sentence of its first one. */
  readonly sections: readonly SearchResultSection[];
}

/** A section found. */
export interface SearchResultSection {
  /** The section's id; null for what stands in none, as title and addressee. */
  readonly section: string | null;
  /** The paragraph's id; null where the match is in a heading or a line that is no paragraph. */
  readonly paragraph: string | null;
  /** The place in the report's page, with the base path. */
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
