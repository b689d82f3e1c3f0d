import type { SectionSpan } from '../format/section-table.ts';
import { type Mark, NO_HEADING, type WordMarks } from '../format/word-marks.ts';
import { firstSymbol, secondSymbol } from '../text/pair-tokens.ts';

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
 * @param besideAt gives the symbols before the word at one of them and after it, as a word; absent
 *   where that is not to be told
 * @returns nothing where there is nothing to tell
 */
export function markPositions(
  headings: ArrayLike<number>,
  besideAt?: (i: number) => number,
): WordMarks | undefined {
  const { length } = headings;
  const beside = besideAt && numberAlike(length, besideAt);
  const tellsBeside = beside !== undefined && digitsOf(beside.counts, length) <= MOST_DIGITS;
  const codes = Uint32Array.from(headings);
  const counts = new Uint32Array(ROOM * (tellsBeside ? beside.values.length : 1));
  for (let i = 0; i < length; i += 1) {
    const mark = (codes[i] ?? 0) + (tellsBeside ? (beside.numbers[i] ?? 0) * ROOM : 0);
    codes[i] = mark;
    counts[mark] = (counts[mark] ?? 0) + 1;
  }
  const marks = [...counts.keys()]
    .filter((mark) => counts[mark] !== 0)
    .sort((x, y) => (counts[y] ?? 0) - (counts[x] ?? 0));
  if (!tellsBeside && marks.length === 1 && marks[0] === NO_HEADING) return;
  const places = new Uint32Array(counts.length);
  for (const [i, mark] of marks.entries()) places[mark] = i;
  return {
    tellsBeside,
    kinds: marks.map((mark): Mark => {
      const word = tellsBeside ? (beside.values[Math.floor(mark / ROOM)] ?? 0) : 0;
      return { heading: mark % ROOM, beside: [firstSymbol(word), secondSymbol(word)] };
    }),
    codes: codes.map((mark) => places[mark] ?? 0),
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

/** Number values as they come first: by place the number, and of each the value and how often. */
function numberAlike(length: number, valueAt: (i: number) => number) {
  const known = new Map<number, number>();
  const numbers = new Uint32Array(length);
  const counts: number[] = [];
  for (let i = 0; i < length; i += 1) {
    const value = valueAt(i);
    const number = known.get(value) ?? known.size;
    if (number === known.size) known.set(value, number);
    numbers[i] = number;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return { numbers, counts, values: [...known.keys()] };
}

/** How many binary digits each takes of so many things, where what is frequent takes few. */
function digitsOf(counts: readonly number[], all: number): number {
  return counts.reduce((digits, count) => digits - (count / all) * Math.log2(count / all), 0);
}
