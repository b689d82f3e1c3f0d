import type { RowSpan, TableRow } from '../describe/source-page.ts';

/** A cell as a source gives it. */
export interface SourceCell {
  /** Its text: a paragraph a line. */
  readonly lines: readonly string[];
  /** How many columns and rows it is printed over. */
  readonly columns: number;
  readonly rows: number;
}

/** A row as a source gives it: cells that another covers are left out. */
export interface SourceRow {
  readonly head: boolean;
  readonly cells: readonly SourceCell[];
}

/** A table may have as many columns; what is wider is no table of a report. */
const MOST_COLUMNS = 200;
/** A cell of more paragraphs with as much text is a page laid out by a table. */
const PARAGRAPHS = 3;
const PAGE = 200;
/** A cell of more text than this is one however few its paragraphs are. */
const LONGEST_CELL = 1_000;

/**
 * Lay out a table: give each row as many cells as the table has columns.
 *
 * @param table tells the tables of a source apart
 * @returns `undefined` where the table only lays out a page: one row, one column, cells of pages
 */
export function layOutTable(
  rows: readonly SourceRow[],
  table: number,
): readonly TableRow[] | undefined {
  const isPage = rows.some(({ cells }) => cells.some(({ lines }) => isPageOf(lines)));
  const laid = rows.map((): { cells: string[]; taken: boolean[]; spans: RowSpan[] } => ({
    ...{ cells: [], taken: [], spans: [] },
  }));
  let width = 0;
  for (const [index, { cells }] of rows.entries()) {
    const row = laid[index];
    if (row === undefined) continue;
    let column = 0;
    for (const cell of cells) {
      while (row.taken[column] === true) column++;
      const right = column + Math.max(1, cell.columns);
      if (right > MOST_COLUMNS) return undefined;
      const below = Math.max(1, Math.min(cell.rows, rows.length - index));
      for (const { taken } of laid.slice(index, index + below))
        for (let at = column; at < right; at++) taken[at] = true;
      row.cells[column] = cellText(cell.lines);
      if (right - column > 1 || below > 1)
        row.spans.push({ column, rows: below, columns: right - column });
      width = Math.max(width, right);
      column = right;
    }
  }
  const filled = laid.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => cells[column] ?? ''),
  );
  const columns = new Set(
    filled.flatMap((cells) => cells.flatMap((cell, column) => (cell === '' ? [] : [column]))),
  );
  const full = filled.filter((cells) => cells.some((cell) => cell !== ''));
  if (isPage || columns.size < 2 || full.length < 2) return undefined;
  return rows.map(({ head }, index): TableRow => {
    const spans = laid[index]?.spans ?? [];
    return { table, head, cells: filled[index] ?? [], ...(spans.length > 0 ? { spans } : {}) };
  });
}

/** Tell whether a cell holds a part of a document rather than a value. */
function isPageOf(lines: readonly string[]): boolean {
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  return size > LONGEST_CELL || (lines.length > PARAGRAPHS && size > PAGE);
}

/** The text of a cell on one line. */
function cellText(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join(' ');
}
