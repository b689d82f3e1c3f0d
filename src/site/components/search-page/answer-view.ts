import type { SearchAnswer } from '../../../search/client/contract.ts';
import { element } from '../element.ts';
import { facetLists, updateFacets } from './facet-list.ts';
import { resultItem } from './result-item.ts';
import { formatSearchState, pageSize, parseSearchState, type SearchState } from './search-state.ts';
import { parts, stepLink } from './search-view.ts';
import { emptyWords, statusWords } from './search-words.ts';

/**
 * Show what was found so far.
 *
 * @param year which is searched next
 */
export function showAnswer(
  asked: SearchState,
  answer: SearchAnswer,
  { kinds, year }: { kinds: ReadonlyMap<string, string>; year?: number | undefined },
): void {
  const { total, results, facets, shards } = answer;
  const isWhole = shards.searched === shards.all && shards.failed.length === 0;
  const isCounted = countsShown(asked, answer);
  if (total > 0) parts.root.dataset['ready'] = '';
  parts.list.dataset['total'] = `${total}`;
  parts.status.textContent = statusWords(asked, answer, year);
  parts.list.replaceChildren(...results.map((result) => resultItem(result, kinds)));
  parts.list.hidden = isCounted;
  parts.frequency.hidden = !isCounted;
  updateFacets(parts.facets, facetLists(asked, facets));
  parts.views.inert = isWhole && total === 0 && asked.mode === 'exact';
  parts.sorts.replaceChildren(...(total > 1 && !isCounted ? sortLinks(asked) : []));
  parts.pages.replaceChildren(...(isWhole && !isCounted ? pageLinks(asked, total) : []));
  if (isWhole && total === 0) sayNothingFound(asked);
}

/** Whether the counts stand in place of the list: of nothing found, or of likeness, there are none. */
export function countsShown({ view, mode }: SearchState, { total }: SearchAnswer): boolean {
  return view === 'frequency' && mode === 'exact' && total > 0;
}

/** Put into words that nothing was found; `showProgress` shows them when the search is done. */
function sayNothingFound(asked: SearchState): void {
  const isNarrowed = Object.values(asked.chosen).some(({ length }) => length > 0);
  const whole = formatSearchState({ ...parseSearchState(''), q: asked.q, mode: asked.mode });
  const [words, way] = parts.empty.querySelectorAll('p');
  if (words !== undefined) words.textContent = emptyWords(asked, isNarrowed);
  const link = element('a', { href: whole, 'data-step': '' }, '在全部报告中检索');
  way?.replaceChildren(...(isNarrowed ? [link] : []));
}

/** Make the links to the same search in other orders. */
function sortLinks(state: SearchState): HTMLElement[] {
  const sorts = [
    ['relevance', '按相关'],
    ['newest', '新在前'],
    ['oldest', '旧在前'],
  ] as const;
  return sorts.map(([sort, label]) =>
    stepLink(label, { ...state, sort, page: 1 }, state.sort === sort),
  );
}

/** Make the links to the pages of results before and after; none where there is one page. */
function pageLinks(state: SearchState, total: number): HTMLElement[] {
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
