/** One line of a report's searched text (`report.txt`) and where it stands in the report. */
export interface SearchLine {
  readonly text: string;
  /** The id of the section the line belongs to; null for title, addressee, signature and the like. */
  readonly section: string | null;
  /** The section's label and heading as shown to a reader. */
  readonly sectionHeading: string | null;
  /** The id of the paragraph; null where the line is not a paragraph. */
  readonly paragraph: string | null;
  /** Where the paragraph's own text begins, after a run-in heading; UTF-16 units of `text`. */
  readonly paragraphStart: number;
  /** The themes of the line's section. */
  readonly themes: readonly string[];
}

/** A region with the regions above it, the highest first, itself last. */
export interface SearchRegion {
  readonly code: string;
  readonly name: string;
  readonly path: readonly { readonly code: string; readonly name: string }[];
}

/** What the search knows of a report, without its text. */
export interface SearchEntry {
  /** The report's id. */
  readonly report: string;
  /** Its address, without origin and base path. */
  readonly url: string;
  readonly title: string;
  readonly region: SearchRegion;
  readonly year: number;
  readonly kind: string;
}

/** A report as the search takes it in: one record a report. */
export interface SearchRecord extends SearchEntry {
  readonly lines: readonly SearchLine[];
}
