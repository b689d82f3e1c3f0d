import type { Report } from '../../report/report.ts';
import { reportLines, walkSections } from '../../report/report-lines.ts';

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
  readonly issuer: string;
  /** The day of publication as a citation gives it; null where none or only the signature's is known. */
  readonly date: string | null;
  readonly region: SearchRegion;
  readonly year: number;
  readonly kind: string;
  /** Whether it came in time: see `timeliness.state` of a report. */
  readonly state: string;
}

/** A report as the search takes it in: one record a report. */
export interface SearchRecord extends SearchEntry {
  readonly lines: readonly SearchLine[];
}

/** Get what the search takes in of a report: its printed lines, and where each stands. */
export function searchRecordOf(report: Report): SearchRecord {
  const { id, url, title, issuer, region, year, kind } = report;
  const { state } = report.timeliness;
  const sections = new Map(walkSections(report.sections).map((section) => [section.id, section]));
  const lines = reportLines(report).map((line) => {
    const section = sections.get(line.section ?? '');
    const heading = `${section?.label ?? ''}${section?.heading ?? ''}`;
    return {
      ...line,
      sectionHeading: heading === '' ? null : heading,
      themes: section?.themes ?? [],
    };
  });
  const { code, name, path } = region;
  const { published, signed, republished } = report;
  // A day that only stands in for it would be cited without saying so.
  const date = published ?? (signed === null ? republished : null);
  const about = { report: id, url, title, issuer, date, year, kind, state };
  return { ...about, region: { code, name, path }, lines };
}
