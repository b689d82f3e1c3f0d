import type { Observation, Table } from '../../report/report.ts';
import { confidenceOf } from './confidence.ts';
import { scopeAt } from './context-words.ts';
import { matterOf } from './matter-of.ts';
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
  const captions = filled
    .slice(0, head)
    .filter(isCaption)
    .map(([text = '']) => text);
  const heads = columnHeads(filled.slice(0, head).filter((row) => !isCaption(row)));
  // 单位 is what a thing is counted in, or the body that did it.
  const isUnit = (x: number): boolean =>
    filled.slice(head).some((row) => unitIn(row[x] ?? '') !== undefined);
  const unitColumn = heads.findIndex((one, x) => /^(?:计量)?单位$/.test(one) && isUnit(x));
  // The head of the column of heads says what they are of: 规范性文件清理结果.
  const titles = [heads[0] ?? '', ...captions].map((one) => matterOf(one, indicators));
  const spoken = titles.findLast((one) => one !== undefined) ?? matter;
  const figures: Omit<Observation, 'paragraph'>[] = [];
  let at = 0;
  for (const [y, row] of rows.entries()) {
    const labels = y < head ? [] : rowLabels(filled[y] ?? [], unitColumn);
    for (const [x, cell] of row.entries()) {
      const label = labels[x];
      if (label !== undefined && x !== unitColumn) {
        const column = heads[x] ?? '';
        const units = [unitColumn < 0 ? '' : (row[unitColumn] ?? ''), column, label, ...captions];
        figures.push(...readCell({ cell, at, label, column, units }, indicators, spoken));
      }
      at += cell.length + 1;
    }
  }
  return figures;
}

/** Tell a row that is one cell over all columns: what the table is of. */
function isCaption(row: readonly string[]): boolean {
  return row.length > 1 && row.every((cell) => cell === row[0]);
}

interface Cell {
  readonly cell: string;
  readonly at: number;
  readonly label: string;
  readonly column: string;
  /** Where its unit may be printed, if not in the cell. */
  readonly units: readonly string[];
}

/** What is to be, or what a number comes to beside another, is no figure. */
const NO_FIGURE = /目标|计划|任务|同比|环比|增长|增幅|占比|比例|序号/;

/** A head that says only that there is a number. */
const NO_WORDS =
  /^(?:数量|数值|数据|件数|人数|总数|总量|小计|本年|本年度|本期|完成值|完成数|完成情况|实绩|指标值|情况)$/;

const YEAR = /(?:19|20)\d\d年(?:度)?/;

/** Rows of bodies: what one of them did is not what all did. */
const BODY = /[局委办厅县区市镇乡]$|街道$/;

function readCell(
  { cell, at, label, column, units }: Cell,
  indicators: Indicators,
  matter: string | undefined,
): Omit<Observation, 'paragraph'>[] {
  const plain = plainText(cell).trim();
  const number = readQuantity(plain, 0);
  if (number === undefined || Number.isNaN(number.value) || NO_FIGURE.test(column)) return [];
  if (number.end < plain.length && unitIn(plain.slice(number.end)) !== plain.slice(number.end))
    return [];
  const printed = number.unit === '' ? units.map(unitIn).find((unit) => unit !== undefined) : '';
  if (printed === undefined) return [];
  const [rowHead, columnHead] = [withoutUnit(label), withoutUnit(column)];
  const year = YEAR.exec(columnHead)?.[0] ?? YEAR.exec(rowHead)?.[0] ?? '';
  const row = rowHead.replace(year, '');
  const words = columnHead.replace(year, '').replace(NO_WORDS, '');
  // Whose a figure is stands before what it is of, wherever its head stands.
  const isBody = scopeAt(words, 0)?.end === words.length;
  const sentence = `${year}${isBody ? words + row : row + words}${plain}${printed}。`;
  return readFigures(sentence, indicators, matter)
    .slice(-1)
    .map((figure) => ({
      ...figure,
      raw: cell,
      scope: figure.scope ?? (BODY.test(row) ? row : null),
      ...{ start: at, end: at + cell.length },
      confidence: Math.min(figure.confidence, confidenceOf(['cell'])),
    }));
}

/** Leave out what stands in brackets, mostly a unit, and what comes to nothing: 受理数（件） is 受理数. */
function withoutUnit(head: string): string {
  return head.replace(/[（(](?:单位[：:])?[^（()）]+[）)]/g, '').replace(/[\s：:]/g, '');
}

const NUMBER = /^[\d０-９]/;

/**
 * Give for each cell of a row the words at its head: those before the first number; or, where the
 * row has more words after one (指标 数值 指标 数值), the words right before the cell.
 *
 * @returns nothing for cells that are such words themselves
 */
function rowLabels(row: readonly string[], unitColumn: number): (string | undefined)[] {
  const cells = row.map((cell) => cell.trim());
  const isLabel = cells.map(
    (cell, x) => !NUMBER.test(cell) || YEAR_ALONE.test(cell) || isIndex(cells, x),
  );
  const first = isLabel.indexOf(false);
  const isPaired = cells.some(
    (cell, x) => x > first && isLabel[x] === true && /\p{Script=Han}{2}/u.test(cell),
  );
  const head = cells
    .slice(0, first < 0 ? cells.length : first)
    .map((cell, x) => (x === unitColumn || isIndex(cells, x) ? '' : asYear(cell)))
    .join('');
  return cells.map((_, x) => {
    if (first < 0 || x < first || isLabel[x] === true) return undefined;
    return isPaired && x > first + 1 ? cells.slice(first, x).findLast(isWords) : head;
  });
}

const isWords = (cell: string): boolean => !NUMBER.test(cell) && cell !== '';

/** A year at the head of a row. */
const YEAR_ALONE = /^(?:19|20)\d\d(?:年度?)?$/;

function asYear(cell: string): string {
  return YEAR_ALONE.test(cell) && !cell.includes('年') ? `${cell}年` : cell;
}

/** 序号 at the head of a row is no figure: a small whole number before the first label. */
function isIndex(row: readonly string[], x: number): boolean {
  return x === 0 && /^\d{1,3}$/.test(row[0] ?? '') && /\p{Script=Han}/u.test(row[1] ?? '');
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
