import { foldPlaces } from '../archive/query/fold-places.ts';
import type { SearchLine } from '../archive/query/search-record.ts';

/**
 * A stretch of a report's lines, small enough to be fetched for one sentence. Blocks overlap, so
 * that what stands around a match is in the block the match begins in.
 */
export interface TextBlock {
  /** Where the section changes, through the whole report: the place and the section's id. */
  readonly sections: readonly (readonly [number, string | null])[];
  readonly lines: readonly BlockLine[];
}

/** A line of a block, or as much of one as the block has. */
export interface BlockLine {
  /** The place of its first character in the report's folded lines joined by line ends. */
  readonly at: number;
  readonly text: string;
  readonly section: string | null;
  /** The section's label and heading. */
  readonly heading: string | null;
  readonly paragraph: string | null;
  /** Where the paragraph's own text begins, UTF-16 units of `text`; may lie before it. */
  readonly body: number;
}

/** How many places a block begins for. */
export const BLOCK_SIZE = 4096;
const BEFORE = 120;
const AFTER = 200;
const NO_CHARACTERS: ReadonlyMap<number, number> = new Map();

/** The number of the block a place is read from. */
export function blockOf(place: number): number {
  return Math.floor(place / BLOCK_SIZE);
}

/**
 * Cut a report's lines into blocks.
 * @param lines the searched lines
 * @returns the blocks, in order
 */
export function cutBlocks(lines: readonly SearchLine[]): TextBlock[] {
  const placed = placeLines(lines);
  const length = placed.at(-1)?.end ?? 0;
  const sections: [number, string | null][] = [];
  for (const { line, start } of placed) {
    if (sections.length === 0 || sections.at(-1)?.[1] !== line.section) {
      sections.push([start, line.section]);
    }
  }
  return Array.from({ length: Math.max(1, Math.ceil(length / BLOCK_SIZE)) }, (_, block) => {
    const from = block * BLOCK_SIZE - BEFORE;
    const to = (block + 1) * BLOCK_SIZE + AFTER;
    const within = placed.filter(({ start, end }) => start < to && end > from);
    return { sections, lines: within.map((line) => cutLine(line, from, to)) };
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
    body: line.paragraphStart - textStart,
  };
}
