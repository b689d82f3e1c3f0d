import type * as SearchClient from '../../../search/client/client.ts';
import type { SearchAnswer } from '../../../search/client/contract.ts';
import { element } from '../element.ts';
import { resultItem } from './result-item.ts';
import { formatSearchState, type SearchState, searchOptions } from './search-state.ts';
import { literalQuery } from './search-words.ts';

/** Near reports shown at once, and other queries. */
const shown = 3;

interface NothingFound {
  readonly signal: AbortSignal;
  /** Names of the kinds of document by their ids. */
  readonly kinds: ReadonlyMap<string, string>;
}

/**
 * Look what else a search that found nothing may have meant: other words, its signs as words, or
 * reports with some of its words. Offers only what there is.
 */
export async function offersInstead(
  client: typeof SearchClient,
  state: SearchState,
  { signal, kinds }: NothingFound,
): Promise<HTMLElement[]> {
  const options = { ...searchOptions(state), limit: shown, offset: 0, signal };
  const literal = literalQuery(state.q);
  const [meant, asWords, near] = await Promise.all([
    // What was meant is a help beside the others, which stand also where it cannot be had.
    client.suggest(state.q, { ...options, mode: 'exact' }).catch(() => []),
    literal === undefined ? undefined : client.search(literal, { ...options, limit: 0 }),
    client.search(state.q, { ...options, mode: 'loose' }),
  ]);
  return [
    ...(meant.length === 0 ? [] : [meantOffer(state, meant.slice(0, shown))]),
    ...(literal === undefined || !asWords?.total ? [] : [wordsOffer(state, literal, asWords)]),
    ...(near.total === 0 ? [] : nearOffer(state, near, kinds)),
  ];
}

function meantOffer(state: SearchState, meant: readonly SearchClient.SuggestedQuery[]) {
  const links = meant.flatMap(({ query, reports }, i) => {
    const href = formatSearchState({ ...state, q: query, mode: 'exact', page: 1 });
    const link = element('a', { href, 'data-step': 'top', 'data-offer': 'meant' }, query);
    return [i === 0 ? '' : '、', link, `（${reports} 份报告）`];
  });
  return element('p', {}, '您是不是要找：', ...links);
}

function wordsOffer(state: SearchState, literal: string, { total }: SearchAnswer): HTMLElement {
  const href = formatSearchState({ ...state, q: literal, page: 1 });
  const link = element('a', { href, 'data-step': 'top', 'data-offer': 'literal' }, literal);
  return element('p', {}, '符号也当作字，原样检索：', link, `（${total} 份报告）`);
}

function nearOffer(
  state: SearchState,
  { total, results }: SearchAnswer,
  kinds: ReadonlyMap<string, string>,
): HTMLElement[] {
  const items = results.map((result) => resultItem(result, kinds));
  // These are no results of the search: only the list of results counts reports.
  for (const item of items) item.removeAttribute('data-report');
  return [
    element('h2', {}, element('b', {}, '模糊'), '有部分字词的报告，不是逐字相同'),
    element('ol', { 'aria-label': '模糊结果' }, ...items),
    nearLink(state, `全部 ${total} 份模糊结果`),
  ];
}

/** Make the link to all reports with some of a search's words. */
export function nearLink(state: SearchState, label = '查有部分字词的报告（模糊）'): HTMLElement {
  const href = formatSearchState({ ...state, mode: 'loose', page: 1 });
  const attributes = { href, 'data-step': 'top', 'data-offer': 'loose' };
  return element('p', {}, element('a', attributes, label));
}
