import type { Table, TableSpan } from './report.ts';

/**
 * Write a table as text: a row a line, its cells parted by tabs.
 * So the search finds a cell exactly, and a row is a line of `report.txt`.
 */
export function tableText({ rows }: Pick<Table, 'rows'>): string {
  return rows.map((cells) => cells.join('\t')).join('\n');
}

/** Read the text of a table back into its rows of cells. */
export function tableRows(text: string): string[][] {
  return text.split('\n').map((row) => row.split('\t'));
}

/** A cell of a table as it is printed. */
export interface TableCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** Where its text begins in that of the table, in UTF-16 units. */
  readonly start: number;
  /** Over how many rows and columns it goes, itself counted. */
  readonly rows: number;
  readonly columns: number;
}

/** List the cells of a table row by row, without those that another covers. */
export function tableCells({ rows, spans }: Table): TableCell[][] {
  const covers = ({ row, column, ...size }: TableSpan, at: number, across: number): boolean =>
    at >= row && at < row + size.rows && across >= column && across < column + size.columns;
  let next = 0;
  return rows.map((cells, row) =>
    cells.flatMap((text, column): TableCell[] => {
      const start = next;
      next += text.length + 1;
      const span = spans.find((one) => covers(one, row, column));
      if (span === undefined) return [{ text, row, column, start, rows: 1, columns: 1 }];
      return span.row === row && span.column === column ? [{ text, start, ...span }] : [];
    }),
  );
}

/**
 * Return the address of a row of a table, counted from 1, its rows of headings too.
 *
 * @param paragraph the table's id
 * @example rowAddress('p12', 2) // 'p12-r2'
 */
export function rowAddress(paragraph: string, row: number): string {
  return `${paragraph}-r${row}`;
}
