import type { Place } from '../error/archive-error.ts';
import type { ReportText } from './checked-archive.ts';
import { placeInFrontmatter } from './place-in-frontmatter.ts';

/** A piece of printed text of a report file: a line of its Markdown, or the value of a field. */
export interface PrintedText {
  readonly text: string;
  /** Gives the place of one of its characters, counted from 0; of a field only where it starts. */
  readonly placeAt: (index: number) => Place;
}

const FIELDS = ['title', 'altTitles', 'issuer', 'addressee', 'cc', 'signature', 'docNo'];

/** Lists all that a report file holds of printed text; omitted lines are kept verbatim, and not in it. */
export function printedTexts(report: ReportText): PrintedText[] {
  const { file, text, bodyLine, data } = report;
  const body = text
    .split('\n')
    .slice(bodyLine - 1)
    .map((line, index) => ({
      text: line,
      placeAt: (at: number) => ({ file, line: bodyLine + index, column: at + 1 }),
    }))
    .filter((line) => line.text !== '');
  const fields = FIELDS.flatMap((field) => {
    const value: unknown = Object(data)[field];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((one, index) => {
      const path = Array.isArray(value) ? [field, index] : [field];
      const placeAt = () => placeInFrontmatter(report, path);
      return typeof one === 'string' ? [{ text: one, placeAt }] : [];
    });
  });
  return [...fields, ...body];
}
