import type { PhrasingContent, TableCell, Table as TableNode, TableRow } from 'mdast';
import type { Table, TableSpan } from '../report.ts';
import { phrasing, plainText } from './markdown-syntax.ts';

/** A cell that is one with the cell to its left, or with the one above it. */
const LEFT = '<';
const UP = '^';
/** A row of such cells ends the rows of headings, where they are more than one. */
const DASHES = /^-+$/;

/** What is wrong with a table, for an editor. */
export interface TableFault {
  /** Of the row, from 0. */
  readonly row: number;
  readonly text: string;
  readonly hint: string;
}

/**
 * Write a table as Markdown.
 *
 * A cell that another covers is `<` where it goes on from the left, `^` where it goes on from above.
 * Without a row of headings the first row is empty, since Markdown wants one; several end in a row
 * of dashes. A cell that prints one of these signs has a backslash before it.
 */
export function tableNode({ head, rows, spans }: Table): TableNode {
  const written = rows.map((cells, row) => cells.map((text, at) => cellNode(text, row, at, spans)));
  const width = rows[0]?.length ?? 0;
  const sign = (value: string): TableCell[] =>
    Array.from({ length: width }, () => cellOf(value === '' ? [] : [{ type: 'html', value }]));
  if (head === 0) written.unshift(sign(''));
  if (head > 1) written.splice(head, 0, sign('---'));
  const children = written.map((cells): TableRow => ({ type: 'tableRow', children: cells }));
  return { type: 'table', align: Array.from({ length: width }, () => null), children };
}

function cellOf(children: PhrasingContent[]): TableCell {
  return { type: 'tableCell', children };
}

function cellNode(
  text: string,
  row: number,
  column: number,
  spans: readonly TableSpan[],
): TableCell {
  const span = spans.find(
    (one) =>
      row >= one.row &&
      row < one.row + one.rows &&
      column >= one.column &&
      column < one.column + one.columns,
  );
  if (span !== undefined && column > span.column) return cellOf([{ type: 'html', value: LEFT }]);
  if (span !== undefined && row > span.row) return cellOf([{ type: 'html', value: UP }]);
  const isSign = text === LEFT || text === UP || DASHES.test(text);
  if (isSign) return cellOf([{ type: 'html', value: `\\${text}` }]);
  return cellOf(text === '' ? [] : phrasing(text));
}

/**
 * Read a table of Markdown.
 *
 * @param markdown all of it, to tell a sign from the same character printed
 * @param refuse called with the type of a node that is no plain text
 */
export function readTable(
  node: TableNode,
  markdown: string,
  refuse: (type: string) => void,
): { readonly table: Table; readonly faults: readonly TableFault[] } {
  const written = node.children.map(({ children }) =>
    children.map((cell) => ({
      text: plainText(cell.children, refuse),
      raw: markdown.slice(
        cell.children[0]?.position?.start.offset ?? 0,
        cell.children.at(-1)?.position?.end.offset ?? 0,
      ),
    })),
  );
  const [first = []] = written;
  const isHeadless = first.every(({ raw }) => raw === '');
  const dashes = written.findIndex((row) => row.every(({ raw }) => DASHES.test(raw)));
  const head = isHeadless ? 0 : Math.max(dashes, 1);
  const cells = written.filter((_, row) => row !== dashes && !(isHeadless && row === 0));
  const faults: TableFault[] = cells.flatMap((row, at) =>
    row.length === first.length
      ? []
      : {
          row: written.indexOf(row),
          text: `Unexpected ${row.length} cells in row ${at + 1} of a table, expected ${first.length}`,
          hint: 'every row has as many cells; one that goes on from the left is `<`, one from above `^`',
        },
  );
  const { spans, astray } = readSpans(cells.map((row) => row.map(({ raw }) => raw)));
  for (const { row, column } of astray)
    faults.push({
      row: written.indexOf(cells[row] ?? []),
      text: `Unexpected \`${cells[row]?.[column]?.raw}\` in row ${row + 1}, column ${column + 1} of a table, expected a cell that it can go on from`,
      hint: 'cells joined by `<` and `^` make a rectangle inside the table; a printed `<` or `^` has a backslash before it',
    });
  const rows = cells.map((row) =>
    row.map(({ text, raw }) => (raw === LEFT || raw === UP ? '' : text)),
  );
  return { table: { head: Math.min(head, rows.length), rows, spans }, faults };
}

interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** Find the cells that are printed as one, and the signs that join none. */
function readSpans(raw: readonly (readonly string[])[]): {
  readonly spans: TableSpan[];
  readonly astray: readonly CellAt[];
} {
  const owners: CellAt[][] = [];
  const astray: CellAt[] = [];
  for (const [row, cells] of raw.entries()) {
    owners.push([]);
    for (const [column, sign] of cells.entries()) {
      const isJoined = sign === LEFT || sign === UP;
      const owner = sign === LEFT ? owners[row]?.[column - 1] : owners[row - 1]?.[column];
      if (isJoined && owner === undefined) astray.push({ row, column });
      owners[row]?.push((isJoined ? owner : undefined) ?? { row, column });
    }
  }
  const all = owners.flatMap((of, row) => of.map((owner, column) => ({ owner, row, column })));
  const spans: TableSpan[] = [];
  for (const [{ row, column }, covered] of Map.groupBy(all, ({ owner }) => owner)) {
    if (covered.length === 1) continue;
    const rows = Math.max(...covered.map((one) => one.row)) - row + 1;
    const columns = Math.max(...covered.map((one) => one.column)) - column + 1;
    if (rows * columns === covered.length) spans.push({ row, column, rows, columns });
    else astray.push(...covered.slice(-1).map((one) => ({ row: one.row, column: one.column })));
  }
  return { spans, astray };
}
