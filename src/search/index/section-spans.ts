import type { SectionSpan } from '../format/section-table.ts';
import { fold } from '../text/fold.ts';
import type { SearchLine } from '../text/search-record.ts';
import { countCharacters } from './count-characters.ts';

/**
 * Find the stretches of a report's lines, folded, that belong to one section each.
 * @param lines the searched lines
 * @param lengths how many characters each has when folded
 * @returns the stretches in order; lines of no section are in none
 */
export function sectionSpans(
  lines: readonly SearchLine[],
  lengths: readonly number[],
): SectionSpan[] {
  const spans: SectionSpan[] = [];
  let start = 0;
  let section: string | null = null;
  for (const [i, line] of lines.entries()) {
    const end = start + (lengths[i] ?? 0) + 1;
    const last = spans.at(-1);
    if (line.section !== null && line.section === section && last) {
      spans[spans.length - 1] = { ...last, end };
    } else if (line.section !== null) {
      // A section begins with its heading: a line of its own, or at the head of a paragraph.
      const heading = line.paragraph === null ? line.text : line.text.slice(0, line.paragraphStart);
      const headingEnd = start + countCharacters(fold(heading));
      spans.push({ start, end, headingEnd, themes: line.themes });
    }
    section = line.section;
    start = end;
  }
  return spans;
}
