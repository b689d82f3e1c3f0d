import { findSegments, joinSegments } from './printed-lines.ts';
import type { Glyph, PrintedFrame, PrintedRow, PrintedTable, Stroke } from './printed-page.ts';

/** Lines that meet may miss each other by so much, in points. */
const NEAR = 3;
/** Shorter lines rule no cell. */
const LEAST_STROKE = 6;
/** A drawing of more lines is no table. */
const MOST_STROKES = 4000;
const MOST_EDGES = 200;
/** A cell with more characters than this, which has most of its table's, is a box around text. */
const LONGEST_CELL = 300;
const MOST_SHARE = 0.6;

/**
 * Find the tables of a page by their ruled lines. A box around running text, and a grid of one
 * column or one row, is no table.
 *
 * @returns the tables, and the glyphs that stand in none
 */
export function findRuledTables({ page, glyphs, strokes }: PrintedFrame): {
  tables: PrintedTable[];
  rest: readonly Glyph[];
} {
  const tables: PrintedTable[] = [];
  let rest = glyphs;
  for (const grid of findGrids(strokes)) {
    const inside = rest.filter((glyph) => isInside(glyph, grid));
    const rows = readRows(inside, grid);
    if (!isTable(rows)) continue;
    const taken = new Set(inside);
    rest = rest.filter((glyph) => !taken.has(glyph));
    const [start = 0] = grid.xs;
    tables.push({
      ...{ kind: 'table', page, y: grid.ys[0] ?? 0, start, end: grid.xs.at(-1) ?? start },
      ...{ edges: grid.xs, rows },
    });
  }
  return { tables, rest };
}

/** Ruled lines that meet each other: where its columns and rows part, from the left and from above. */
interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly level: readonly Stroke[];
  readonly upright: readonly Stroke[];
}

function findGrids(strokes: readonly Stroke[]): Grid[] {
  const long = strokes
    .map(({ x0, y0, x1, y1 }) => ({
      x0: Math.min(x0, x1),
      x1: Math.max(x0, x1),
      y0: Math.min(y0, y1),
      y1: Math.max(y0, y1),
    }))
    .filter(({ x0, y0, x1, y1 }) => Math.max(x1 - x0, y1 - y0) >= LEAST_STROKE);
  if (long.length > MOST_STROKES) return [];
  return groupMeeting(long).flatMap((group) => {
    const level = group.filter(({ y0, y1 }) => y1 - y0 <= NEAR);
    const upright = group.filter(({ x0, x1 }) => x1 - x0 <= NEAR);
    const xs = distinct(upright.map(({ x0 }) => x0)).sort((a, b) => a - b);
    const ys = distinct(level.map(({ y0 }) => y0)).sort((a, b) => b - a);
    const isGrid = xs.length > 1 && ys.length > 1 && xs.length + ys.length <= MOST_EDGES;
    return isGrid ? [{ xs, ys, level, upright }] : [];
  });
}

/** Group lines that touch, each with all that it touches. */
function groupMeeting(strokes: readonly Stroke[]): Stroke[][] {
  const left = new Set(strokes);
  const groups: Stroke[][] = [];
  for (const first of strokes) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const stroke of group)
      for (const other of left)
        if (
          other.x0 <= stroke.x1 + NEAR &&
          other.x1 >= stroke.x0 - NEAR &&
          other.y0 <= stroke.y1 + NEAR &&
          other.y1 >= stroke.y0 - NEAR
        ) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value);
  return found;
}

function isInside({ x, y, width, size }: Glyph, { xs, ys }: Grid): boolean {
  const [middle, height] = [x + width / 2, y + size * 0.3];
  const [left = 0, top = 0] = [xs[0], ys[0]];
  return middle > left && middle < (xs.at(-1) ?? 0) && height < top && height > (ys.at(-1) ?? 0);
}

function readRows(glyphs: readonly Glyph[], grid: Grid): PrintedRow[] {
  const { xs, ys } = grid;
  const covered = new Set<string>();
  return ys.slice(1).map((_, row) => {
    const spans: { column: number; rows: number; columns: number }[] = [];
    const cells = xs.slice(1).map((__, column) => {
      if (covered.has(`${row} ${column}`)) return '';
      const { rows, columns } = extentOf(grid, row, column, covered);
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++)
          covered.add(`${row + down} ${column + right}`);
      if (rows > 1 || columns > 1) spans.push({ column, rows, columns });
      const [left = 0, right = 0] = [xs[column], xs[column + columns]];
      const [top = 0, foot = 0] = [ys[row], ys[row + rows]];
      const inside = glyphs.filter(({ x, y, width, size }) => {
        const [middle, height] = [x + width / 2, y + size * 0.3];
        return middle > left && middle <= right && height <= top && height > foot;
      });
      return joinSegments(findSegments(inside), { page: 0, block: 0 })
        .map(({ text }) => text)
        .reduce(joinCellLines, '');
    });
    return { cells, spans };
  });
}

/** The lines of a cell are one text; two words of letters are parted. */
function joinCellLines(before: string, line: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(line) ? `${before} ${line}` : before + line;
}

/** Find how many rows and columns a cell takes: as far as no line parts it from the next. */
function extentOf(
  { xs, ys, level, upright }: Grid,
  row: number,
  column: number,
  covered: ReadonlySet<string>,
) {
  const middleOf = (edges: readonly number[], at: number) =>
    ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2;
  const isParted = (x: number, down: number) =>
    upright.some(
      ({ x0, y0, y1 }) =>
        Math.abs(x0 - x) <= NEAR && y0 <= middleOf(ys, down) && y1 >= middleOf(ys, down),
    );
  const isRuled = (y: number, right: number) =>
    level.some(
      ({ y0, x0, x1 }) =>
        Math.abs(y0 - y) <= NEAR && x0 <= middleOf(xs, right) && x1 >= middleOf(xs, right),
    );
  let columns = 1;
  while (
    column + columns < xs.length - 1 &&
    !covered.has(`${row} ${column + columns}`) &&
    !isParted(xs[column + columns] ?? 0, row)
  )
    columns++;
  let rows = 1;
  const isOpenBelow = () =>
    Array.from({ length: columns }, (_, right) => column + right).every(
      (right) => !isRuled(ys[row + rows] ?? 0, right) && !covered.has(`${row + rows} ${right}`),
    );
  while (row + rows < ys.length - 1 && isOpenBelow()) rows++;
  return { rows, columns };
}

function isTable(rows: readonly PrintedRow[]): boolean {
  const columns = rows[0]?.cells.length ?? 0;
  if (rows.length < 2 || columns < 2) return false;
  const lengths = rows.flatMap(({ cells }) => cells.map((cell) => cell.length));
  const [most, all] = [Math.max(...lengths), lengths.reduce((sum, length) => sum + length, 0)];
  const filled = lengths.filter((length) => length > 0).length;
  return filled > 2 && !(most > LONGEST_CELL && most > all * MOST_SHARE);
}
