import type { Place } from '../../report/archive-error.ts';
import type { PrintedText, ReportText } from './checked-archive.ts';
import { placeInFrontmatter } from './place-in-frontmatter.ts';

/**
 * Gives the place of a character of printed text; in a field, the place where the field's value starts.
 *
 * @param index UTF-16 units from the start of the piece
 */
export function placeInText(report: ReportText, printed: PrintedText, index: number): Place {
  return printed.field === undefined
    ? { file: report.file, line: printed.line, column: index + 1 }
    : placeInFrontmatter(report, printed.field);
}
