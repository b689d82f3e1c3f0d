import { normaliseTypography } from '../../report/characters/typography.ts';
import type { Table, TableSpan } from '../../report/report.ts';
import type { TableRow } from '../describe/source-page.ts';

/** A figure that fills its cell: 120, 96.5%, 1,109件. */
const FIGURE = /^[+-]?\d[\d,.]*\s*(?:%|％|[\p{Script=Han}]{1,2})?$/u;

/**
 * Make a table of rows of a source that stand together.
 *
 * Rows without a word are left out, and what a cell would cover beyond the last row. Where the source
 * marks no row of headings, the first is one where it has no figures and a row below it has.
 */
export function assembleTable(rows: readonly TableRow[]): Table {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const spans = rows.flatMap(({ spans: own = [] }, row) =>
    own.map((span): TableSpan => ({ row, ...span })),
  );
  const isCovered = (row: number) => spans.some((one) => row > one.row && row < one.row + one.rows);
  const kept = rows.flatMap(({ cells }, row) =>
    cells.some((cell) => cell.trim() !== '') || isCovered(row) ? row : [],
  );
  // A cell that begins in a row which is left out covers nothing.
  const moved = spans.flatMap((span): TableSpan[] => {
    const row = kept.indexOf(span.row);
    const below = kept.filter((at) => at >= span.row && at < span.row + span.rows).length;
    const columns = Math.min(span.columns, width - span.column);
    return row < 0 || (below === 1 && columns === 1)
      ? []
      : [{ ...span, row, rows: below, columns }];
  });
  const cells = kept.map((row) =>
    Array.from({ length: width }, (_, at) => normaliseTypography(rows[row]?.cells[at] ?? '')),
  );
  const first = kept.findIndex((row) => rows[row]?.head !== true);
  const marked = first < 0 ? kept.length : first;
  return { head: marked > 0 ? marked : findHead(cells, moved), rows: cells, spans: moved };
}

/** A name over the whole width, and cells that go down, take the row below them with them. */
function findHead(rows: readonly (readonly string[])[], spans: readonly TableSpan[]): number {
  const hasFigure = (row: readonly string[] = []) => row.some((cell) => FIGURE.test(cell));
  const width = rows[0]?.length ?? 0;
  let head = 1;
  for (let row = 0; row < head; row++)
    for (const span of spans)
      if (span.row === row) head = Math.max(head, row + (span.columns === width ? 2 : span.rows));
  const isHead = rows.slice(0, head).every((row) => !hasFigure(row));
  return isHead && rows.slice(head).some(hasFigure) ? head : 0;
}
