/** What stands on a page and has an extent: a segment of a line, a table, a picture. */
export interface Placed {
  readonly y: number;
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

/** What may be parted in two at an x, where a mark at a column's edge reaches over the gutter. */
export interface Partible<T> extends Placed {
  partAt?(x: number): readonly [T, T] | undefined;
}

/** Of the lines beside a gutter, how many may reach over it by a mark. */
const PARTED_SHARE = 0.25;
/** Columns have as many lines beside each other at least. */
const LEAST_LINES = 3;
/** The mean length of a column's lines, in characters; cells of a table are shorter. */
const LEAST_LENGTH = 6;
/** So many of a column's lines are full; in a table next to none are. */
const FULL_SHARE = 0.4;
/** Of a full line the end may stand so far from the column's, in characters. */
const SLACK = 2;
/** Lines beside each other may stand so much higher or lower, in points. */
const NEAR = 12;
/** Where gutters are looked for, in points; on a page of damaged measures at no more places. */
const STEP = 3;
const MOST_STEPS = 2000;

/**
 * Put what stands on a page in the order it is read: a column to its end, then the next one to its
 * right; what reaches over all columns parts what is above from what is below.
 *
 * @returns blocks in order; all of a block stands in one column, in the order given
 */
export function orderBlocks<T extends Partible<T>>(items: readonly T[]): T[][] {
  const gutter = findGutter(items);
  if (gutter === undefined) return items.length === 0 ? [] : [[...items]];
  const blocks: T[][] = [];
  let whole: T[] = [];
  let sides: T[] = [];
  const endSides = () => {
    const left = sides.filter(({ end }) => end <= gutter);
    const right = sides.filter(({ end }) => end > gutter);
    if (countRowsBeside(left, right) < LEAST_LINES) whole.push(...sides);
    else {
      if (whole.length > 0) blocks.push(whole);
      whole = [];
      blocks.push(...orderBlocks(left), ...orderBlocks(right));
    }
    sides = [];
  };
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    if (!crosses(item, gutter)) {
      sides.push(item);
      continue;
    }
    const parts = item.partAt?.(gutter);
    if (parts !== undefined && sides.length > 0) {
      sides.push(...parts);
      continue;
    }
    endSides();
    whole.push(item);
  }
  endSides();
  if (whole.length > 0) blocks.push(whole);
  return blocks;
}

function crosses({ start, end }: Placed, gutter: number): boolean {
  return start < gutter && end > gutter;
}

/** Find the x that most lines stand to the left and to the right of, in columns of running text. */
function findGutter<T extends Partible<T>>(items: readonly T[]): number | undefined {
  const fromAbove = items.toSorted((a, b) => b.y - a.y);
  const from = Math.min(...items.map(({ start }) => start));
  const to = Math.max(...items.map(({ end }) => end));
  let most = LEAST_LINES - 1;
  let best: { start: number; end: number } | undefined;
  const step = Math.max(STEP, (to - from) / MOST_STEPS);
  for (let x = from + step; x < to; x += step) {
    const lines = countBeside(fromAbove, x);
    if (lines > most) {
      most = lines;
      best = { start: x, end: x };
    } else if (lines === most && best !== undefined && x - best.end <= step) best.end = x;
  }
  return best === undefined ? undefined : (best.start + best.end) / 2;
}

/** Count the lines of the smaller of two columns beside an x, in the largest part nothing crosses. */
function countBeside<T extends Partible<T>>(fromAbove: readonly T[], x: number): number {
  let most = 0;
  let part: T[] = [];
  let parted = 0;
  const endPart = () => {
    const left = part.filter(({ end }) => end <= x);
    const right = part.filter(({ end }) => end > x);
    const isClear = parted <= part.length * PARTED_SHARE * 0.5;
    if (isClear && isColumn(left) && isColumn(right))
      most = Math.max(most, countRowsBeside(left, right));
    part = [];
    parted = 0;
  };
  for (const item of fromAbove) {
    if (!crosses(item, x)) {
      part.push(item);
      continue;
    }
    const parts = part.length > 0 ? item.partAt?.(x) : undefined;
    if (parts === undefined) endPart();
    else {
      part.push(...parts);
      parted++;
    }
  }
  endPart();
  return most;
}

function isColumn(items: readonly Placed[]): boolean {
  if (items.length < LEAST_LINES) return false;
  const rows = rowsOf(items);
  const size = items.reduce((sum, item) => sum + item.size, 0) / items.length;
  const right = Math.max(...rows.map(({ end }) => end));
  const length = rows.reduce((sum, { start, end }) => sum + end - start, 0) / rows.length;
  const full = rows.filter(({ end }) => end > right - size * SLACK).length;
  return length >= size * LEAST_LENGTH && full >= rows.length * FULL_SHARE;
}

/** Count the rows of the smaller of two columns, where both go on: what one has above the other is not beside it. */
function countRowsBeside(left: readonly Placed[], right: readonly Placed[]): number {
  const [one, other] = [rowsOf(left), rowsOf(right)];
  const top = Math.min(...[one, other].map((rows) => rows[0]?.y ?? 0)) + NEAR;
  const foot = Math.max(...[one, other].map((rows) => rows.at(-1)?.y ?? 0)) - NEAR;
  const counts = [one, other].map((rows) => rows.filter(({ y }) => y <= top && y >= foot).length);
  return Math.min(...counts);
}

/** Join what stands at one height: a justified line is parted into several segments. */
function rowsOf(items: readonly Placed[]): { y: number; start: number; end: number }[] {
  const rows: { y: number; start: number; end: number }[] = [];
  for (const { y, size, start, end } of items.toSorted((a, b) => b.y - a.y)) {
    const last = rows.at(-1);
    if (last === undefined || last.y - y > size / 2) rows.push({ y, start, end });
    else {
      last.start = Math.min(last.start, start);
      last.end = Math.max(last.end, end);
    }
  }
  return rows;
}
