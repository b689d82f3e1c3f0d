import { parseQuery } from '../../../search/text/parse-query.ts';
import { element } from '../element.ts';
import { formatSearchState, pageSize, type SearchState } from './search-state.ts';

/** Makes the links to the same search as a list of reports, or counted by year and province. */
export function viewLinks(state: SearchState): HTMLElement[] {
  if (state.mode === 'loose')
    return [stepLink('回到逐字检索', { ...state, mode: 'exact', page: 1 }, false)];
  return [
    stepLink('结果', { ...state, view: 'list' }, state.view === 'list'),
    stepLink('分布', { ...state, view: 'frequency', page: 1 }, state.view === 'frequency'),
  ];
}

/** Makes the links to the same search in other orders. */
export function sortLinks(state: SearchState): HTMLElement[] {
  const sorts = [
    ['relevance', '按相关'],
    ['newest', '新在前'],
    ['oldest', '旧在前'],
  ] as const;
  return sorts.map(([sort, label]) =>
    stepLink(label, { ...state, sort, page: 1 }, state.sort === sort),
  );
}

/** Makes the links that say how near the parts of a query must stand; none where it has one part. */
export function withinLinks(state: SearchState): HTMLElement[] {
  if (parseQuery(state.q, 'query').parts.length < 2) return [];
  return [
    stepLink('各词同篇', { ...state, within: 'report', page: 1 }, state.within === 'report'),
    stepLink('各词同节', { ...state, within: 'section', page: 1 }, state.within === 'section'),
  ];
}

/** Makes the links to the pages of results before and after; none where there is one page. */
export function pageLinks(state: SearchState, total: number): HTMLElement[] {
  const last = Math.ceil(total / pageSize);
  if (last < 2) return [];
  const link = (page: number, label: string, rel: string) => {
    const href = formatSearchState({ ...state, page });
    return page < 1 || page > last
      ? null
      : element('a', { class: 'search-step', href, rel, 'data-step': 'top' }, label);
  };
  const items = [
    link(state.page - 1, '上一页', 'prev'),
    element('span', { class: 'search-step' }, `第 ${state.page} 页，共 ${last} 页`),
    link(state.page + 1, '下一页', 'next'),
  ];
  return items.filter((item) => item !== null).map((item) => element('li', {}, item));
}

function stepLink(label: string, state: SearchState, isCurrent: boolean): HTMLElement {
  const attributes = {
    class: 'search-step',
    href: formatSearchState(state),
    'data-step': '',
    'aria-current': isCurrent ? 'true' : null,
  };
  return element('li', {}, element('a', attributes, label));
}
