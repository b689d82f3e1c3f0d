import type { Glyph, PrintedLine, RaisedMark } from './printed-page.ts';

/** All sizes are in parts of the size of the type. */
const SAME_BASELINE = 0.2;
/** Raised and lowered characters stand in a line too. */
const SAME_LINE = 0.5;
/** A wider gap parts what may be columns; lines that are justified have some as wide. */
const COLUMN_GAP = 0.4;
/** A wider gap is a space; what is set between Han and digits is a quarter. */
const SPACE = 0.8;
/** The same between letters or digits, whose words are parted by gaps. */
const WORD_SPACE = 0.2;
/** A wider gap parts cells. */
const CELL_GAP = 2.5;
const RAISED_SIZE = 0.8;
const RAISED_BY = 0.12;
/** A closing mark is blank but for its left part. */
const CLOSING = /^[，。、；：？！）》”’〉】]$/u;
const INKED = 0.4;
/** A bold type that a program has not got is printed twice, hardly shifted. */
const PRINTED_TWICE = 0.35;

/** Glyphs that stand side by side on one baseline. */
export interface Segment {
  readonly glyphs: readonly Glyph[];
  readonly y: number;
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

/** Drop what is printed twice on one spot: a bold type made of a plain one. */
export function dropRepeated(glyphs: readonly Glyph[]): Glyph[] {
  const kept = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const same = kept.get(glyph.text);
    const isRepeated = same?.some(
      ({ x, y, width, size }) =>
        Math.abs(x - glyph.x) < Math.min(width, size) * PRINTED_TWICE &&
        Math.abs(y - glyph.y) < size * PRINTED_TWICE,
    );
    if (isRepeated === true) return false;
    if (same === undefined) kept.set(glyph.text, [glyph]);
    else same.push(glyph);
    return true;
  });
}

/** Put glyphs together to segments, parted where a column could begin. */
export function findSegments(glyphs: readonly Glyph[]): Segment[] {
  return groupByHeight(glyphs, SAME_BASELINE).flatMap((row) => {
    const segments: Glyph[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const glyph of row) {
      const last = segments.at(-1);
      if (last === undefined || glyph.x - end > glyph.size * COLUMN_GAP) segments.push([glyph]);
      else last.push(glyph);
      end = Math.max(end, glyph.x + glyph.width);
    }
    return segments.map(toSegment);
  });
}

/**
 * Part a segment at the gutter between two columns, where a mark at the end of the left one, which
 * is blank in its right half, is all that reaches over it.
 */
export function partSegment({ glyphs }: Segment, x: number): [Segment, Segment] | undefined {
  const next = glyphs.findIndex((glyph) => glyph.x >= x);
  const last = glyphs[next - 1];
  if (last === undefined || !CLOSING.test(last.text) || last.x + last.size * INKED > x)
    return undefined;
  return [toSegment(glyphs.slice(0, next)), toSegment(glyphs.slice(next))];
}

/** Join the segments of one column to printed lines, from above. */
export function joinSegments(
  segments: readonly Segment[],
  { page, block }: { readonly page: number; readonly block: number },
): PrintedLine[] {
  const rows = groupByHeight(
    segments.flatMap(({ glyphs }) => glyphs),
    SAME_LINE,
  );
  return rows.flatMap((glyphs) => {
    const { y, size, start, end } = toSegment(glyphs);
    const { text, raised } = readLine(glyphs, { y, size });
    return text.trim() === '' && raised.length === 0
      ? []
      : [
          {
            kind: 'line',
            page,
            block,
            text,
            raised,
            isSpread: isSpread(glyphs),
            y,
            size,
            start,
            end,
          },
        ];
  });
}

/** Read the text of glyphs that stand in one line: blanks where they are wide, and marks apart. */
function readLine(
  glyphs: readonly Glyph[],
  line: { readonly y: number; readonly size: number },
): { text: string; raised: RaisedMark[] } {
  let text = '';
  const raised: RaisedMark[] = [];
  const usual = medianGap(glyphs);
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before !== undefined && isParted(before, glyph, usual)) text += ' ';
    before = glyph;
    if (!isRaised(glyph, line)) {
      text += glyph.text;
      continue;
    }
    const last = raised.at(-1);
    if (last?.offset === text.length)
      raised[raised.length - 1] = { ...last, mark: last.mark + glyph.text };
    else raised.push({ offset: text.length, mark: glyph.text });
  }
  const blanks = text.length - text.trimStart().length;
  return {
    text: text.trim(),
    raised: raised.map(({ offset, mark }) => ({
      mark: mark.trim(),
      offset: Math.min(Math.max(0, offset - blanks), text.trim().length),
    })),
  };
}

function isRaised(glyph: Glyph, { y, size }: { readonly y: number; readonly size: number }) {
  return (
    glyph.size <= size * RAISED_SIZE && glyph.y - y >= size * RAISED_BY && glyph.text.trim() !== ''
  );
}

function isParted(before: Glyph, glyph: Glyph, usual: number): boolean {
  const isWord = /[\p{L}\p{N}]$/u.test(before.text) && /^[\p{L}\p{N}]/u.test(glyph.text);
  const isLatin = isWord && !/\p{Script=Han}/u.test(before.text + glyph.text);
  return gapOf(before, glyph) > (isLatin ? WORD_SPACE : SPACE) + usual;
}

/** A line that is justified has wide gaps everywhere: they are no spaces. */
function medianGap(glyphs: readonly Glyph[]): number {
  const gaps = glyphs.slice(1).map((glyph, at) => gapOf(glyphs[at] ?? glyph, glyph));
  gaps.sort((a, b) => a - b);
  return Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0);
}

function isSpread(glyphs: readonly Glyph[]): boolean {
  const shown = glyphs.filter(({ text }) => text.trim() !== '');
  const usual = medianGap(shown);
  return shown.slice(1).some((glyph, at) => gapOf(shown[at] ?? glyph, glyph) > CELL_GAP + usual);
}

function gapOf(before: Glyph, glyph: Glyph): number {
  return (glyph.x - before.x - before.width) / Math.max(before.size, glyph.size);
}

/** Group glyphs whose baselines are near each other, larger ones first; each group from the left. */
function groupByHeight(glyphs: readonly Glyph[], within: number): Glyph[][] {
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => b.size - a.size)) {
    let nearest: (typeof rows)[number] | undefined;
    for (const row of rows)
      if (
        Math.abs(row.y - glyph.y) < row.size * within &&
        Math.abs(row.y - glyph.y) < Math.abs((nearest?.y ?? Number.POSITIVE_INFINITY) - glyph.y)
      )
        nearest = row;
    if (nearest === undefined) rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
    else nearest.glyphs.push(glyph);
  }
  return rows.sort((a, b) => b.y - a.y).map((row) => row.glyphs.sort((a, b) => a.x - b.x));
}

function toSegment(glyphs: readonly Glyph[]): Segment {
  const printed = glyphs.filter(({ text }) => text.trim() !== '');
  const shown = printed.length === 0 ? glyphs : printed;
  const size = mostCommon(shown.map((glyph) => glyph.size));
  const level = shown.filter((glyph) => glyph.size === size).map(({ y }) => y);
  return {
    glyphs,
    size,
    y: mostCommon(level),
    start: Math.min(...shown.map(({ x }) => x)),
    end: Math.max(...shown.map(({ x, width }) => x + width)),
  };
}

/** Return the value that comes most often; of several the first. */
export function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
