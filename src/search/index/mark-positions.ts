import type { IndexedWord } from '../format/index-chunks.ts';
import type { SectionSpan } from '../format/section-table.ts';
import { type Mark, NO_HEADING, type WordMarks } from '../format/word-marks.ts';
import { firstSymbol, pairWord, secondSymbol } from '../text/pair-tokens.ts';

/**
 * What stands beside a word is told where that takes so many binary digits a position or fewer: of
 * other words it would be half as much as the positions.
 */
const MOST_DIGITS = 3;
/** Room for the heading in the number of a mark. */
const HEADINGS = NO_HEADING + 1;

/**
 * Mark the positions of a word.
 * @param pages where it stands
 * @param symbolsBeside gives the symbols before the word at a position of a page and after it
 * @param sections by page, its sections in order
 */
export function markPositions(
  pages: IndexedWord['pages'],
  symbolsBeside: (page: number, position: number) => readonly [number, number],
  sections: (page: number) => readonly SectionSpan[],
): WordMarks {
  const marks: number[] = [];
  for (const { page, positions } of pages) {
    const spans = sections(page);
    let next = 0;
    for (const position of positions) {
      while (next < spans.length && (spans[next]?.end ?? 0) <= position) next += 1;
      const beside = pairWord(...symbolsBeside(page, position));
      marks.push(beside * HEADINGS + headingOf(position, spans[next]));
    }
  }
  const isTold = digitsOf(marks.map((mark) => Math.floor(mark / HEADINGS))) <= MOST_DIGITS;
  const own = isTold ? marks : marks.map((mark) => mark % HEADINGS);
  const numbers = new Map(
    [...countAlike(own)].sort((a, b) => b[1] - a[1]).map(([mark], i) => [mark, i]),
  );
  return {
    tellsBeside: isTold,
    kinds: [...numbers.keys()].map(readMark),
    codes: own.map((mark) => numbers.get(mark) ?? 0),
  };
}

/** See `Mark`. */
function headingOf(position: number, section: SectionSpan | undefined): number {
  if (!section || section.start > position) return NO_HEADING;
  return Math.max(0, Math.min(NO_HEADING, position - section.headingEnd + 1));
}

function readMark(number: number): Mark {
  const word = Math.floor(number / HEADINGS);
  return { heading: number % HEADINGS, beside: [firstSymbol(word), secondSymbol(word)] };
}

/** How many binary digits each of some numbers takes, where what is frequent takes few. */
function digitsOf(numbers: readonly number[]): number {
  let digits = 0;
  for (const count of countAlike(numbers).values())
    digits -= (count / numbers.length) * Math.log2(count / numbers.length);
  return digits;
}

function countAlike(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
