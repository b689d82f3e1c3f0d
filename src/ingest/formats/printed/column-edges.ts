import { readNumeral } from '../../../report/printed-numeral.ts';
import { mostCommon } from './printed-lines.ts';
import type { PrintedLine } from './printed-page.ts';

/** Where the lines of a column begin and end. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** A mark that hangs over the edge; half of it is blank. */
const HANGING = /[，。、；：？！）》”’]$/u;
/** A first line is indented by no more, in characters of its size. */
export const DEEPEST_INDENT = 5;
/** Lines of one edge, in characters too. */
export const SAME_EDGE = 1;
/** Types of one size differ by less, in points. */
export const SAME_SIZE = 1.5;
/** What a sentence, or what was quoted, ends in. */
export const ENDED = /[。！？；：.;:!?”’」）)》]$/u;
/** An edge is one where so many lines have it: a long title, a note at the side is none. */
const LEAST_AT_EDGE = 2;
const EDGE_SHARE = 0.15;
/** A column with fewer lines takes its edges from a longer one that it stands in. */
const LONG_BLOCK = 4;
/** A line that goes on below takes so much of its column's widest. */
const WIDE_SHARE = 0.6;

/**
 * Find the edges of each column; a short one, or one whose lines do not end at one edge, takes those of a
 * long one that it stands in.
 */
export function measureEdges(printed: readonly PrintedLine[]): ReadonlyMap<number, Edges> {
  const lines = printed.map((line) =>
    HANGING.test(line.text) ? { ...line, end: line.end - line.size / 2 } : line,
  );
  const blocks = [...Map.groupBy(lines, ({ block }) => block)].map(([block, own]) => {
    const wrapped = findWrapped(own);
    const [right, left] =
      wrapped.length === 0
        ? [own, own]
        : [wrapped.map(([line]) => line), wrapped.map(([, below]) => below)];
    const size = mostCommon(own.map((line) => line.size));
    const edge = Math.max(
      edgeOf(own, ({ end }) => end),
      ...right.map(({ end }) => end),
    );
    const full = own.filter(({ end }) => end > edge - size * SAME_EDGE);
    const isUneven = full.some(({ end }) => end > edge + size * SAME_EDGE);
    return {
      ...{ block, size, count: own.length, right: edge },
      isShort: own.length < LONG_BLOCK || full.length < LEAST_AT_EDGE || isUneven,
      start: Math.min(...own.map(({ start }) => start)),
      end: Math.max(...own.map(({ end }) => end)),
      left: Math.min(edgeOf(own, ({ start }) => -start) * -1, ...left.map(({ start }) => start)),
    };
  });
  const long = blocks.filter(({ isShort }) => !isShort).sort((a, b) => b.count - a.count);
  return new Map(
    blocks.map((one) => {
      const { block, size, isShort, start, end, left, right } = one;
      const within = long.find((other) =>
        isShort
          ? start > other.left - size && end < other.right + size
          : other !== one &&
            Math.abs(other.right - right) < size * SAME_EDGE &&
            other.left < left &&
            other.left > left - size * DEEPEST_INDENT,
      );
      if (within === undefined) return [block, { left, right }];
      return [block, { left: Math.min(left, within.left), right: Math.max(right, within.right) }];
    }),
  );
}

/**
 * Find lines whose sentence goes on in the one below, which begins no further in: they show a column's
 * edges even where each stands alone. Without one, each line of the column is a paragraph.
 */
function findWrapped(lines: readonly PrintedLine[]): [PrintedLine, PrintedLine][] {
  const widest = Math.max(...lines.map(({ start, end }) => end - start));
  return lines.flatMap((line, at) => {
    const below = lines[at + 1];
    const isWrapped =
      below !== undefined &&
      below.start <= line.start + line.size * SAME_EDGE &&
      Math.abs(below.size - line.size) < SAME_SIZE &&
      line.end - line.start > widest * WIDE_SHARE &&
      !ENDED.test(line.text) &&
      readNumeral(below.text) === undefined;
    return isWrapped ? [[line, below]] : [];
  });
}

/** Find the furthest edge that enough lines have; of few lines the furthest. */
function edgeOf(lines: readonly PrintedLine[], measure: (line: PrintedLine) => number): number {
  const values = lines.map(measure).sort((a, b) => b - a);
  const least = lines.length < LONG_BLOCK ? 1 : Math.max(LEAST_AT_EDGE, lines.length * EDGE_SHARE);
  const size = mostCommon(lines.map((line) => line.size));
  return (
    values.find(
      (value) =>
        values.filter((other) => Math.abs(other - value) < size * SAME_EDGE).length >= least,
    ) ??
    values[0] ??
    0
  );
}
