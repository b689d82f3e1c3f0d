import type { Column } from './column.ts';

/** A byte order mark: without it Excel misreads Chinese. */
const MARK = '\ufeff';

/** Writes the first line of a CSV file. */
export function csvHead(columns: readonly Column<never>[]): string {
  return MARK + line(columns.map(({ name }) => name));
}

/**
 * Writes a row as RFC 4180 has it.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, which
 * spreadsheets read as "text"; numbers are written as they are, since they are no formula.
 */
export function csvRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return line(
    columns.map(({ value }) => {
      const cell = value(row);
      if (typeof cell === 'number') return `${cell}`;
      const text = cell === null || cell === undefined ? '' : `${cell}`;
      return quote(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
    }),
  );
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
