import type { Glyph, PrintedFrame } from './printed-page.ts';

/** Between which heights over the baseline a line strikes out, in parts of the size of the type. */
const [LOWEST, HIGHEST] = [0.15, 0.6];
/** A line strikes a character out that it crosses to this part of its width. */
const CROSSED = 0.8;
/** Level lines rise by less, in points. */
const LEVEL = 1;
/** The rule of a table goes far beyond what it crosses by a slip, in characters. */
const BEYOND = 1;
/** A drawing of more lines is a picture. */
const MOST_LINES = 4000;

/**
 * Find the words that a drawn line strikes out. The file says of them only that they are printed, and
 * of the line only that it is drawn.
 *
 * @returns runs of characters, as they stand in their lines
 */
export function findStruckWords({ glyphs, strokes }: PrintedFrame): string[] {
  const level = strokes.filter(({ y0, y1 }) => Math.abs(y1 - y0) <= LEVEL);
  if (level.length > MOST_LINES) return [];
  const struck = level.flatMap(({ x0, x1, y0, y1 }) => {
    const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)];
    const y = (y0 + y1) / 2;
    const crossed = glyphs.filter(
      (glyph) => isAt(glyph, y) && overlap(glyph, left, right) >= glyph.width * CROSSED,
    );
    const words = crossed.toSorted((a, b) => a.x - b.x);
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return [];
    const isLonger =
      left < first.x - first.size * BEYOND || right > last.x + last.width + last.size * BEYOND;
    const text = words
      .map((one) => one.text)
      .join('')
      .trim();
    return isLonger || text === '' ? [] : [text];
  });
  // A thin bar has two edges.
  return [...new Set(struck)];
}

function isAt({ y, size }: Glyph, height: number): boolean {
  return height > y + size * LOWEST && height < y + size * HIGHEST;
}

function overlap({ x, width }: Glyph, left: number, right: number): number {
  return Math.min(x + width, right) - Math.max(x, left);
}
