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
  /** Over how many rows and columns it goes, itself counted. */
  readonly rows: number;
  readonly columns: number;
}

/** List the cells of a table row by row, without those that another covers. */
export function tableCells({ rows, spans }: Table): TableCell[][] {
  const covers = ({ row, column, ...size }: TableSpan, at: number, across: number): boolean =>
    at >= row && at < row + size.rows && across >= column && across < column + size.columns;
  return rows.map((cells, row) =>
    cells.flatMap((text, column): TableCell[] => {
      const span = spans.find((one) => covers(one, row, column));
      if (span === undefined) return [{ text, row, column, rows: 1, columns: 1 }];
      return span.row === row && span.column === column ? [{ text, ...span }] : [];
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
