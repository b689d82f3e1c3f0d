import type { HeadingStyle } from './report.ts';

/** A section as printed, before addresses, themes and points are worked out. */
export interface BodySection {
  /** The printed numeral with its mark (`一、`, `（一）`, `30.`), or `null` where none is printed. */
  readonly label: string | null;
  /** The heading without label and stop. */
  readonly heading: string;
  /** The mark that ends a run-in heading, else `null`. */
  readonly stop: string | null;
  readonly style: Exclude<HeadingStyle, 'none'>;
  readonly paragraphs: readonly string[];
  readonly sections: readonly BodySection[];
}

/**
 * The text of a report: what stands between title and signature, in printed order.
 * It is what a report file's Markdown holds, and what ingest's outline gives.
 */
export interface ReportBody {
  /** Paragraphs before the first heading. */
  readonly opening: readonly string[];
  readonly sections: readonly BodySection[];
  /** Unheaded parts after the last section (problems, plans, closing words), each its paragraphs. */
  readonly closing: readonly (readonly string[])[];
}
