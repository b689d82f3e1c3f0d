import type { Observation, Table } from '../../report/report.ts';
import { confidenceOf } from './confidence.ts';
import type { Indicators } from './parse-indicators.ts';
import { plainText, readQuantity, unitIn } from './quantity.ts';
import { readFigures } from './read-figures.ts';

/**
 * Read the figures of a table: each cell with its row's head, its column's head and its unit.
 *
 * A cell is read as the sentence that its heads make (市本级 + 受理（件） + 108 is 市本级受理108件),
 * so that the words of the vocabulary serve tables too.
 *
 * @param table its rows; the paragraph's text has a row a line, its cells parted by tabs
 * @param matter what the section's heading speaks of
 * @returns offsets into the paragraph's text, each of a whole cell
 */
export function readTable(
  table: Table,
  indicators: Indicators,
  matter: string | undefined,
): Omit<Observation, 'paragraph'>[] {
  const { head, rows } = table;
  const filled = fillSpans(table);
  const heads = columnHeads(filled.slice(0, head));
  const unitColumn = heads.findIndex((one) => /^(?:计量)?单位$/.test(one));
  const figures: Omit<Observation, 'paragraph'>[] = [];
  let at = 0;
  for (const [y, row] of rows.entries()) {
    const labels = y < head ? [] : rowLabels(filled[y] ?? [], unitColumn);
    for (const [x, cell] of row.entries()) {
      const isValue = y >= head && x >= labels.length && x !== unitColumn;
      const label = labels.join('');
      const column = heads[x] ?? '';
      const unit = unitColumn < 0 ? '' : (row[unitColumn] ?? '');
      if (isValue) figures.push(...readCell({ cell, at, label, column, unit }, indicators, matter));
      at += cell.length + 1;
    }
  }
  return figures;
}

interface Cell {
  readonly cell: string;
  readonly at: number;
  readonly label: string;
  readonly column: string;
  readonly unit: string;
}

function readCell(
  { cell, at, label, column, unit }: Cell,
  indicators: Indicators,
  matter: string | undefined,
): Omit<Observation, 'paragraph'>[] {
  const plain = plainText(cell).trim();
  const number = readQuantity(plain, 0);
  if (number === undefined || Number.isNaN(number.value)) return [];
  if (number.end < plain.length && unitIn(plain.slice(number.end)) !== plain.slice(number.end))
    return [];
  const printed = number.unit === '' ? (unitIn(unit) ?? unitIn(column) ?? unitIn(label)) : '';
  if (printed === undefined) return [];
  const year = /20\d\d年(?:度)?/.exec(column)?.[0] ?? '';
  const words = withoutUnit(column).replace(year, '');
  const sentence = `${year}${withoutUnit(label)}${words}${plain}${printed}。`;
  return readFigures(sentence, indicators, matter)
    .slice(-1)
    .map((figure) => ({
      ...figure,
      raw: cell,
      ...{ start: at, end: at + cell.length },
      confidence: Math.min(figure.confidence, confidenceOf(['cell'])),
    }));
}

/** Leave out a unit in brackets, and what comes to nothing: 受理数（件） is 受理数. */
function withoutUnit(head: string): string {
  return head.replace(/[（(](?:单位[：:])?[^（()）]{1,4}[）)]/g, '').replace(/[\s：:]/g, '');
}

/** The cells at a row's head that hold no number, up to the first that does. */
function rowLabels(row: readonly string[], unitColumn: number): string[] {
  const first = row.findIndex(
    (cell, x) => x !== unitColumn && /^[\d０-９]/.test(cell.trim()) && !isIndex(row, x),
  );
  const labels = row.slice(0, first < 0 ? row.length : first);
  return labels.map((cell, x) => (x === unitColumn || isIndex(row, x) ? '' : cell.trim()));
}

/** 序号 at the head of a row is no figure: a small whole number before the first label. */
function isIndex(row: readonly string[], x: number): boolean {
  return x === 0 && /^\d{1,2}$/.test(row[0]?.trim() ?? '') && /\p{Script=Han}/u.test(row[1] ?? '');
}

function columnHeads(heads: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...heads.map(({ length }) => length));
  return Array.from({ length: width }, (_, x) =>
    [...new Set(heads.map((row) => row[x]?.trim() ?? ''))].join(''),
  );
}

/** Write a merged cell's text into all the cells that it covers. */
function fillSpans({ rows, spans }: Table): string[][] {
  const filled = rows.map((row) => [...row]);
  for (const { row, column, rows: height, columns: width } of spans)
    for (let y = row; y < row + height; y += 1)
      for (let x = column; x < column + width; x += 1) {
        const cells = filled[y];
        if (cells !== undefined) cells[x] = rows[row]?.[column] ?? '';
      }
  return filled;
}
