import type { Frequency } from '../../../search/client/contract.ts';

const head = ['年度', '省份代码', '省份', '含有的报告', '出现处数', '收录的报告', '占收录之比'];

/**
 * Writes counts as a table of years and provinces, for spreadsheets.
 *
 * @returns CSV with a byte order mark, without which Excel misreads Chinese; each year and province
 *   with a report has a line, the share is of 1
 */
export function frequencyCsv({ cells, provinces }: Pick<Frequency, 'cells' | 'provinces'>): string {
  const names = new Map(provinces.map(({ value, label }) => [value, label]));
  const rows = cells.map(({ year, province, reports, matches, held }) => [
    `${year}`,
    province,
    names.get(province) ?? province,
    `${reports}`,
    `${matches}`,
    `${held}`,
    (reports / held).toFixed(4),
  ]);
  return `\ufeff${[head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
