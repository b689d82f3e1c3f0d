import { csvLine } from '../../../report/csv-line.ts';
import type { Frequency, FrequencyRow } from '../../../search/client/contract.ts';
import { element } from '../element.ts';
import {
  type FacetName,
  formatSearchState,
  type SearchState,
} from '../search-page/search-state.ts';
import { shareWords } from '../search-page/search-words.ts';

/**
 * Make the view of how often something is written: by year, by province, and all of it to take
 * away.
 */
export function frequencyView(counts: Frequency, state: SearchState): HTMLElement[] {
  const { years, provinces } = counts;
  const csv = `data:text/csv;charset=utf-8,${encodeURIComponent(frequencyCsv(counts))}`;
  const download = element(
    'a',
    { href: csv, download: fileName(state.q), class: 'frequency-download' },
    '下载 CSV（年度 × 省份）',
  );
  return [
    frequencyTable(years, { facet: 'year', caption: '按年度', state }),
    frequencyTable(provinces, { facet: 'region', caption: '按省份', state }),
    element(
      'p',
      { class: 'frequency-note' },
      '占比以本库收录的报告为底数；本库未收录的不在其中，不表示没有。',
    ),
    element('p', {}, download),
  ];
}

function fileName(query: string): string {
  return `分布-${query.trim().replace(/[\p{C}\\/:*?"<>|]/gu, '_')}.csv`;
}

/**
 * Make the table of counts by year or by province: each row a link to the search narrowed to it,
 * with the share of the reports held there as a bar.
 *
 * @param facet what the rows are, and what their links choose
 */
function frequencyTable(
  rows: readonly FrequencyRow[],
  { facet, caption, state }: { facet: FacetName; caption: string; state: SearchState },
): HTMLElement {
  const heads = [
    element('th', { scope: 'col' }, caption.slice(1)),
    element('th', { scope: 'col', class: 'frequency-share' }, '占收录报告'),
    element('th', { scope: 'col', class: 'frequency-number' }, '含有 / 收录'),
    element('th', { scope: 'col', class: 'frequency-number' }, '处数'),
  ];
  return element(
    'table',
    { class: 'frequency-table', 'data-frequency': facet },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows.map((row) => tableRow(row, facet, state))),
  );
}

function tableRow(row: FrequencyRow, facet: FacetName, state: SearchState): HTMLElement {
  const { value, label, reports, matches, held } = row;
  const chosen = { ...state.chosen, [facet]: [value] };
  const href = formatSearchState({ ...state, chosen, view: 'list', page: 1 });
  return element(
    'tr',
    { 'data-value': value, 'data-reports': `${reports}`, 'data-matches': `${matches}` },
    element('th', { scope: 'row' }, element('a', { href, 'data-step': 'top' }, label)),
    element(
      'td',
      { class: 'frequency-share' },
      shareBar(reports / held),
      element('span', {}, shareWords(reports / held)),
    ),
    element('td', { class: 'frequency-number' }, `${reports}`, element('small', {}, ` / ${held}`)),
    element('td', { class: 'frequency-number' }, matches.toLocaleString('en')),
  );
}

const namespace = 'http://www.w3.org/2000/svg';

/**
 * Draw a share as a bar on the line of the whole; the number stands beside it, so that it says
 * nothing to those who do not see it.
 *
 * @param share of 1
 */
function shareBar(share: number): SVGSVGElement {
  const bar = make('svg', { class: 'share-bar', 'aria-hidden': 'true', focusable: 'false' });
  bar.append(
    make('rect', { width: '100%', height: '100%', class: 'share-bar-whole' }),
    make('rect', { width: `${(share * 100).toFixed(2)}%`, height: '100%' }),
  );
  return bar;
}

function make<Name extends 'svg' | 'rect'>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const head = ['年度', '省份代码', '省份', '含有的报告', '出现处数', '收录的报告', '占收录之比'];

/**
 * Write counts as a table of years and provinces, for spreadsheets.
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
  return `\ufeff${[head, ...rows].map(csvLine).join('')}`;
}
