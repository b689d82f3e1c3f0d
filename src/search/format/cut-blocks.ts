import { foldPlaces } from '../text/fold-places.ts';
import type { SearchLine } from '../text/search-record.ts';
import { BLOCK_SIZE, type BlockLine, type TextBlock } from './text-block.ts';

/** What `cutExcerpt` may take before a match and after its start; only a longer match is cut. */
const BEFORE = 90;
const AFTER = 130;
const NO_CHARACTERS: ReadonlyMap<number, number> = new Map();

/**
 * Cut a report's lines into blocks.
 * @param lines the searched lines
 * @returns the blocks, in order
 */
export function cutBlocks(lines: readonly SearchLine[]): TextBlock[] {
  const placed = placeLines(lines);
  const length = placed.at(-1)?.end ?? 0;
  return Array.from({ length: Math.max(1, Math.ceil(length / BLOCK_SIZE)) }, (_, block) => {
    const from = block * BLOCK_SIZE - BEFORE;
    const to = (block + 1) * BLOCK_SIZE + AFTER;
    const within = placed.filter(({ start, end }) => start < to && end > from);
    return within.map((line) => cutLine(line, from, to));
  });
}

interface PlacedLine {
  readonly line: SearchLine;
  readonly start: number;
  /** The place after its line end. */
  readonly end: number;
  /** For each folded character where it came from, UTF-16 units. */
  readonly starts: readonly number[];
}

/** Give each line its place. Scripts are not told apart: that changes no lengths. */
function placeLines(lines: readonly SearchLine[]): PlacedLine[] {
  let start = 0;
  return lines.map((line) => {
    const { starts } = foldPlaces(line.text, NO_CHARACTERS);
    const placed = { line, start, end: start + starts.length + 1, starts };
    start = placed.end;
    return placed;
  });
}

/** Keep of a line what lies between two places, whole characters. */
function cutLine({ line, start, starts }: PlacedLine, from: number, to: number): BlockLine {
  let first = Math.max(0, from - start);
  while (first > 0 && starts[first] === starts[first - 1]) first -= 1;
  let last = Math.min(starts.length, to - start);
  while (last < starts.length && starts[last] === starts[last - 1]) last += 1;
  const textStart = starts[first] ?? 0;
  return {
    at: start + first,
    text: line.text.slice(textStart, starts[last] ?? line.text.length),
    section: line.section,
    heading: line.sectionHeading,
    paragraph: line.paragraph,
    body: Math.max(0, line.paragraphStart - textStart),
  };
}
