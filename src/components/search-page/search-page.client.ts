import type * as SearchClient from '../../search/client.ts';
import type { SearchAnswer } from '../../search/search-answer.ts';
import { connectRegionBox } from '../region-box/region-box.client.ts';
import { element } from './element.ts';
import { facetLists } from './facet-list.ts';
import { connectNetworkNotice } from './network-notice.ts';
import { resultItem } from './result-item.ts';
import { pageLinks, sortLinks, viewLinks, withinLinks } from './search-links.ts';
import { parts } from './search-parts.ts';
import {
  formatSearchState,
  parseSearchState,
  type SearchState,
  searchOptions,
} from './search-state.ts';
import { emptyWords, foundWords, statusWords } from './search-words.ts';

/** How long the reader pauses before what is typed so far is searched, in ms. */
const pause = 140;
const { root } = parts;
const kinds = new Map<string, string>(JSON.parse(root.dataset['kinds'] ?? '[]'));
const regions = connectRegionBox(parts.places, {
  onChoose: (code) => {
    const chosen = { ...state.chosen, region: code === undefined ? [] : [code] };
    step({ ...state, chosen, page: 1 });
  },
});
const network = connectNetworkNotice({
  slow: parts.slow,
  error: parts.error,
  onRetry: () => {
    renewals += 1;
    void run();
  },
});

let state = parseSearchState(location.search);
let running = new AbortController();
let timer = 0;
/** Whether the reader opened the help, which else is open only where nothing is searched for. */
let isHelpWanted = false;
/** How often the search client was fetched anew: what hangs in the one before must not hold it up. */
let renewals = 0;

function loadClient(): Promise<typeof SearchClient> {
  const address = new URL(root.dataset['client'] ?? '', location.href);
  if (renewals > 0) address.search = `again=${renewals}`;
  return import(/* @vite-ignore */ address.href);
}

/** Searches for what the state says, showing what is found as it comes. */
async function run(): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const asked = state;
  regions.show(asked.chosen.region);
  document.title = `${asked.q.trim() === '' ? '' : `${asked.q} - `}检索 - 法治政府建设报告库`;
  if (asked.q.trim() === '') return showIdle();
  setState('loading');
  network.expectNews();
  parts.status.textContent = '正在检索…';
  let latest: SearchAnswer | undefined;
  const showLatest = (answer: SearchAnswer) => {
    latest = answer;
    show(asked, answer);
    network.expectNews();
  };
  try {
    const client = await loadClient();
    if (signal.aborted) return;
    const onProgress = (soFar: SearchAnswer) => {
      if (!signal.aborted) showLatest(soFar);
    };
    const answer = await client.search(asked.q, { ...searchOptions(asked), signal, onProgress });
    if (signal.aborted) return;
    showLatest(answer);
    if (countsShown(asked, answer)) {
      const counts = await client.frequency(asked.q, { ...searchOptions(asked), signal });
      const { frequencyView } = await import('../search-frequency/frequency-view.client.ts');
      if (signal.aborted) return;
      parts.frequency.replaceChildren(...frequencyView(counts, asked));
    }
    network.succeed();
    setState('done');
    if (answer.total === 0) await showOffers(client, asked, signal);
  } catch (cause) {
    if (!signal.aborted) showError(cause, latest);
  }
}

function setState(value: 'idle' | 'loading' | 'done' | 'error'): void {
  parts.list.dataset['state'] = value;
  parts.list.setAttribute('aria-busy', `${value === 'loading'}`);
  if (value !== 'loading') root.dataset['ready'] = '';
  if (value === 'idle' || !isHelpWanted) parts.help.open = value === 'idle';
  if (value !== 'done') parts.empty.hidden = true;
  parts.offers.replaceChildren();
}

function showIdle(): void {
  clear();
  network.rest();
  setState('idle');
}

/** Says that the search was not done; what was found before it broke stays. */
function showError(cause: unknown, latest: SearchAnswer | undefined): void {
  if (latest === undefined || latest.total === 0) clear();
  else parts.status.textContent = `没有查完：已找到 ${foundWords(latest)}，其余没有取到。`;
  network.fail(cause);
  setState('error');
}

/** Offers what else a search may have meant. */
async function showOffers(
  client: typeof SearchClient,
  asked: SearchState,
  signal: AbortSignal,
): Promise<void> {
  const { nearLink, offersInstead } = await import('./nothing-found.client.ts');
  // The answer stands also where what is beside it cannot be had.
  const offers = await offersInstead(client, asked, { signal, kinds }).catch(() => [
    nearLink(asked),
  ]);
  if (!signal.aborted) parts.offers.replaceChildren(...offers);
}

function clear(): void {
  const { list, facets, views, within, sorts, pages, frequency } = parts;
  for (const part of [list, facets, views, within, sorts, pages, frequency]) part.replaceChildren();
  parts.list.dataset['total'] = '0';
  parts.status.textContent = '';
}

function show(asked: SearchState, answer: SearchAnswer): void {
  const { total, results, facets, shards } = answer;
  const isWhole = shards.searched === shards.all;
  const isCounted = countsShown(asked, answer);
  if (total > 0) root.dataset['ready'] = '';
  parts.list.dataset['total'] = `${total}`;
  parts.status.textContent = statusWords(asked, answer);
  parts.list.replaceChildren(...results.map((result) => resultItem(result, kinds)));
  parts.list.hidden = isCounted;
  parts.frequency.hidden = !isCounted;
  parts.facets.replaceChildren(...facetLists(asked, facets));
  parts.views.replaceChildren(...(total > 0 || asked.mode === 'loose' ? viewLinks(asked) : []));
  parts.within.replaceChildren(...withinLinks(asked));
  parts.sorts.replaceChildren(...(total > 1 && !isCounted ? sortLinks(asked) : []));
  parts.pages.replaceChildren(...(isWhole && !isCounted ? pageLinks(asked, total) : []));
  parts.empty.hidden = !(isWhole && total === 0);
  if (isWhole && total === 0) showEmpty(asked);
}

/** Whether the counts stand in place of the list: of nothing found, or of likeness, there are none. */
function countsShown({ view, mode }: SearchState, { total }: SearchAnswer): boolean {
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

/** Goes on to another search, as a step that "back" undoes. */
function step(next: SearchState): void {
  state = next;
  history.pushState(null, '', formatSearchState(next));
  parts.box.value = next.q;
  void run();
}

parts.form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  step({ ...state, q: parts.box.value, mode: 'exact', page: 1 });
});

parts.box.addEventListener('input', (event) => {
  if (event instanceof InputEvent && event.isComposing) return;
  typed();
});
parts.box.addEventListener('compositionend', typed);
parts.box.addEventListener('keydown', () => void loadClient().catch(() => undefined), {
  once: true,
});

/** Searches what is typed so far; the address follows without a step of its own. */
function typed(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (parts.box.value === state.q) return;
    state = { ...state, q: parts.box.value, mode: 'exact', page: 1 };
    history.replaceState(null, '', formatSearchState(state));
    void run();
  }, pause);
}

root.addEventListener('click', (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-facet], a[data-step]');
  if (link === null) return;
  event.preventDefault();
  step(parseSearchState(link.search));
  if (link.dataset['step'] === 'top') parts.status.scrollIntoView();
});

parts.help.querySelector('summary')?.addEventListener('click', () => {
  isHelpWanted = !parts.help.open;
});

addEventListener('popstate', () => {
  state = parseSearchState(location.search);
  parts.box.value = state.q;
  void run();
});

parts.box.value = state.q;
parts.form.dataset['searchForm'] = 'ready';
parts.scriptless.hidden = true;
if (state.q === '') parts.box.focus();
void run();
