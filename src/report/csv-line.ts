/**
 * Write a line of CSV, as RFC 4180 has it.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, which
 * spreadsheets read as "text". Numbers are written as they are, since they are no formula.
 *
 * @returns the line with its end
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return `${cell}`;
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
