import type { SearchAnswer } from '../../../search/client/search-answer.ts';
import { element } from '../element.ts';
import { facetLists, updateFacets } from './facet-list.ts';
import { resultItem } from './result-item.ts';
import { pageLinks, sortLinks, viewLinks, withinLinks } from './search-links.ts';
import { parts } from './search-parts.ts';
import { formatSearchState, parseSearchState, type SearchState } from './search-state.ts';
import { emptyWords, statusWords } from './search-words.ts';

/** How far a search is; the page's looks and its tests go by it. */
export type Progress = 'idle' | 'loading' | 'done' | 'error';

// Else the help is open only where nothing is searched for.
parts.help.querySelector('summary')?.addEventListener('click', () => {
  parts.help.toggleAttribute('data-wanted', !parts.help.open);
});

/** Shows how far the search is. */
export function showProgress(progress: Progress): void {
  const { list, root, help, empty, offers } = parts;
  list.dataset['state'] = progress;
  list.setAttribute('aria-busy', `${progress === 'loading'}`);
  if (progress !== 'loading') root.dataset['ready'] = '';
  if (progress === 'idle' || !help.hasAttribute('data-wanted')) help.open = progress === 'idle';
  if (progress !== 'done') empty.hidden = true;
  offers.replaceChildren();
}

/** Shows what is known before anything is found, so that it has its place by then. */
export function showAsked(asked: SearchState): void {
  parts.status.textContent = '正在检索…';
  parts.said.textContent = '';
  // Counts of another search must not be taken for this one's.
  parts.frequency.replaceChildren();
  parts.views.inert = false;
  parts.views.replaceChildren(...viewLinks(asked));
  parts.within.replaceChildren(...withinLinks(asked));
}

/**
 * Shows what was found so far.
 *
 * @param year which is searched next
 */
export function showAnswer(
  asked: SearchState,
  answer: SearchAnswer,
  { kinds, year }: { kinds: ReadonlyMap<string, string>; year?: number | undefined },
): void {
  const { total, results, facets, shards } = answer;
  const isWhole = shards.searched === shards.all;
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
  parts.empty.hidden = !(isWhole && total === 0);
  if (isWhole && total === 0) showEmpty(asked);
}

/** Takes away what was found. */
export function clearAnswer(): void {
  const { list, facets, views, within, sorts, pages, frequency } = parts;
  for (const part of [list, facets, views, within, sorts, pages, frequency]) part.replaceChildren();
  parts.list.dataset['total'] = '0';
  parts.status.textContent = '';
  parts.said.textContent = '';
}

/** Whether the counts stand in place of the list: of nothing found, or of likeness, there are none. */
export function countsShown({ view, mode }: SearchState, { total }: SearchAnswer): boolean {
  return view === 'frequency' && mode === 'exact' && total > 0;
}

function showEmpty(asked: SearchState): void {
  const isNarrowed = Object.values(asked.chosen).some(({ length }) => length > 0);
  const whole = formatSearchState({ ...parseSearchState(''), q: asked.q, mode: asked.mode });
  const [words, way] = parts.empty.querySelectorAll('p');
  if (words !== undefined) words.textContent = emptyWords(asked, isNarrowed);
  const link = element('a', { href: whole, 'data-step': '' }, '在全部报告中检索');
  way?.replaceChildren(...(isNarrowed ? [link] : []));
}
