import type { FrequencyRow } from '../../../search/client/frequency.ts';
import { element } from '../element.ts';
import {
  type FacetName,
  formatSearchState,
  type SearchState,
} from '../search-page/search-state.ts';
import { shareBar } from './share-bar.ts';

/**
 * Makes the table of counts by year or by province: each row a link to the search narrowed to it,
 * with the share of the reports held there as a bar.
 *
 * @param facet what the rows are, and what their links choose
 */
export function frequencyTable(
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

/** Nought and all are said only where they are exact. */
function shareWords(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '<1%';
  return `${percent < 100 ? Math.min(99, Math.round(percent)) : 100}%`;
}
