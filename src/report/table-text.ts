import type { Table } from './report.ts';

/**
 * Write a table as text: a row a line, its cells parted by tabs.
 * So the search finds a cell exactly, and a row is a line of `report.txt`.
 */
export function tableText({ rows }: Pick<Table, 'rows'>): string {
  return rows.map((cells) => cells.join('\t')).join('\n');
}
