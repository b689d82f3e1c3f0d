import { parseQuery } from '../../../search/text/parse-query.ts';
import { element } from '../element.ts';
import { formatSearchState, type SearchState } from './search-state.ts';

/** The parts of the search page that its script works with. */
export const parts = {
  root: getPart('root'),
  form: getPart('form') as HTMLFormElement,
  box: getPart('box') as HTMLInputElement,
  status: getPart('status'),
  /** Read out: once a search, not for each shard. */
  said: getPart('said'),
  help: getPart('help') as HTMLDetailsElement,
  views: getPart('views'),
  within: getPart('within'),
  sorts: getPart('sorts'),
  regionBox: getPart('places'),
  /** Where the archive has more than one year. */
  years: document.querySelector<HTMLElement>('[data-search-years]'),
  facets: getPart('facets'),
  list: getPart('list'),
  frequency: getPart('frequency'),
  pages: getPart('pages'),
  exports: getPart('exports'),
  empty: getPart('empty'),
  offers: getPart('offers'),
  slow: getPart('slow'),
  error: getPart('error'),
  scriptless: getPart('scriptless'),
} as const;

function getPart(name: string): HTMLElement {
  const part = document.querySelector<HTMLElement>(`[data-search-${name}]`);
  if (part === null) throw new Error(`Unexpected page without data-search-${name}`);
  return part;
}

/** How far a search is; the page's looks and its tests go by it. */
type Progress = 'idle' | 'loading' | 'done' | 'error';

// Else the help is open only where nothing is searched for.
parts.help.querySelector('summary')?.addEventListener('click', () => {
  parts.help.toggleAttribute('data-wanted', !parts.help.open);
});

/** Show how far the search is. */
export function showProgress(progress: Progress): void {
  const { list, root, help, empty, offers, exports } = parts;
  list.dataset['state'] = progress;
  // As `display.js` has it before the first paint.
  if (progress === 'idle') delete document.documentElement.dataset['asked'];
  else document.documentElement.dataset['asked'] ??= 'whole';
  list.setAttribute('aria-busy', `${progress === 'loading'}`);
  if (progress !== 'loading') root.dataset['ready'] = '';
  if (progress === 'idle' || !help.hasAttribute('data-wanted')) help.open = progress === 'idle';
  empty.hidden = progress !== 'done' || list.dataset['total'] !== '0';
  // Below the list, which grows until all is done.
  exports.hidden = progress !== 'done' || list.dataset['total'] === '0';
  offers.replaceChildren();
}

/** Show what is known before anything is found, so that it has its place by then. */
export function showAsked(asked: SearchState): void {
  parts.status.textContent = '正在检索…';
  parts.said.textContent = '';
  // Counts of another search must not be taken for this one's.
  parts.frequency.replaceChildren();
  parts.views.inert = false;
  parts.views.replaceChildren(...viewLinks(asked));
  parts.within.replaceChildren(...withinLinks(asked));
}

/** Take away what was found. */
export function clearAnswer(): void {
  const { list, facets, views, within, sorts, pages, frequency } = parts;
  for (const part of [list, facets, views, within, sorts, pages, frequency]) part.replaceChildren();
  parts.list.dataset['total'] = '0';
  parts.status.textContent = '';
  parts.said.textContent = '';
}

/** Make the links to the same search as a list of reports, or counted by year and province. */
function viewLinks(state: SearchState): HTMLElement[] {
  if (state.mode === 'loose')
    return [stepLink('回到逐字检索', { ...state, mode: 'exact', page: 1 }, false)];
  return [
    stepLink('结果', { ...state, view: 'list' }, state.view === 'list'),
    stepLink('分布', { ...state, view: 'frequency', page: 1 }, state.view === 'frequency'),
  ];
}

/** Make the links that say how near the parts of a query must stand; none where it has one part. */
function withinLinks(state: SearchState): HTMLElement[] {
  if (parseQuery(state.q, 'query').parts.length < 2) return [];
  return [
    stepLink('各词同篇', { ...state, within: 'report', page: 1 }, state.within === 'report'),
    stepLink('各词同节', { ...state, within: 'section', page: 1 }, state.within === 'section'),
  ];
}

/** Make the link to another search. */
export function stepLink(label: string, state: SearchState, isCurrent: boolean): HTMLElement {
  const attributes = {
    class: 'search-step',
    href: formatSearchState(state),
    'data-step': '',
    'aria-current': isCurrent ? 'true' : null,
  };
  return element('li', {}, element('a', attributes, label));
}
