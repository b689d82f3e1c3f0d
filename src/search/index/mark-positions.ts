import type { SectionSpan } from '../format/section-table.ts';
import { type Mark, NO_HEADING, type WordMarks } from '../format/word-marks.ts';
import { firstSymbol, pairWord, secondSymbol } from '../text/pair-tokens.ts';

/**
 * What stands beside a word is told where that takes so many binary digits a position or fewer: of
 * other words it would be half as much as the positions.
 */
const MOST_DIGITS = 3;
/** Room for the heading in the number of a mark. */
const ROOM = NO_HEADING + 1;

/**
 * Mark the positions of a word.
 * @param headings by position: see `Mark`
 * @param symbolsBeside gives the symbols before the word at one of them and after it; absent where
 *   that is not to be told
 * @returns nothing where there is nothing to tell
 */
export function markPositions(
  headings: ArrayLike<number>,
  symbolsBeside?: (i: number) => readonly [number, number],
): WordMarks | undefined {
  const { length } = headings;
  const beside = new Float64Array(symbolsBeside ? length : 0);
  if (symbolsBeside) for (let i = 0; i < length; i += 1) beside[i] = pairWord(...symbolsBeside(i));
  const tellsBeside = symbolsBeside !== undefined && digitsOf(beside) <= MOST_DIGITS;
  const marks = Float64Array.from(headings);
  for (const [i, word] of (tellsBeside ? beside : []).entries())
    marks[i] = (marks[i] ?? 0) + word * ROOM;
  const numbers = new Map(
    [...countAlike(marks)].sort((a, b) => b[1] - a[1]).map(([mark], i) => [mark, i]),
  );
  if (!tellsBeside && numbers.size === 1 && numbers.has(NO_HEADING)) return;
  return {
    tellsBeside,
    kinds: [...numbers.keys()].map(readMark),
    codes: Uint32Array.from(marks, (mark) => numbers.get(mark) ?? 0),
  };
}

/**
 * Say of each position of a text how it stands to a heading: see `Mark`.
 * @param headings where to; `NO_HEADING` everywhere as yet
 */
export function markHeadings(headings: Uint8Array, sections: readonly SectionSpan[]): void {
  for (const { start, end, headingEnd } of sections) {
    headings.fill(0, start, headingEnd);
    for (let after = 1; after < NO_HEADING && headingEnd + after <= end; after += 1)
      headings[headingEnd + after - 1] = after;
  }
}

function readMark(number: number): Mark {
  const word = Math.floor(number / ROOM);
  return { heading: number % ROOM, beside: [firstSymbol(word), secondSymbol(word)] };
}

/** How many binary digits each of some numbers takes, where what is frequent takes few. */
function digitsOf(numbers: Float64Array): number {
  let digits = 0;
  for (const count of countAlike(numbers).values())
    digits -= (count / numbers.length) * Math.log2(count / numbers.length);
  return digits;
}

function countAlike(numbers: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
