import type { Frequency } from '../../../search/client/frequency.ts';
import { element } from '../element.ts';
import type { SearchState } from '../search-page/search-state.ts';
import { frequencyCsv } from './frequency-csv.ts';
import { frequencyTable } from './frequency-table.ts';

/**
 * Makes the view of how often something is written: by year, by province, and all of it to take
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
