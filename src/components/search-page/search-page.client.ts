import type * as SearchClient from '../../search/client.ts';
import type { SearchAnswer } from '../../search/search-answer.ts';
import { connectRegionBox } from '../region-box/region-box.client.ts';
import { element } from './element.ts';
import { facetLists } from './facet-list.ts';
import { resultItem } from './result-item.ts';
import { pageLinks, sortLinks, viewLinks, withinLinks } from './search-links.ts';
import {
  formatSearchState,
  parseSearchState,
  type SearchState,
  searchOptions,
} from './search-state.ts';

const root = getPart('root');
const parts = {
  form: getPart('form') as HTMLFormElement,
  box: getPart('box') as HTMLInputElement,
  status: getPart('status'),
  views: getPart('views'),
  within: getPart('within'),
  sorts: getPart('sorts'),
  facets: getPart('facets'),
  list: getPart('list'),
  frequency: getPart('frequency'),
  pages: getPart('pages'),
  help: getPart('help') as HTMLDetailsElement,
  empty: getPart('empty'),
  offers: getPart('offers'),
  slow: getPart('slow'),
  error: getPart('error'),
};
const regions = connectRegionBox(getPart('places'), {
  onChoose: (code) => {
    const chosen = { ...state.chosen, region: code === undefined ? [] : [code] };
    step({ ...state, chosen, page: 1 });
  },
});
const kinds = new Map<string, string>(JSON.parse(root.dataset['kinds'] ?? '[]'));
/** How long the reader pauses before what is typed so far is searched, in ms. */
const pause = 140;
/** How long a search may go without news before the page says that the network is slow, in ms. */
const patience = 4000;
/** How long the page waits before it tries again by itself, in ms, failure by failure. */
const waits = [3000, 12_000] as const;

let state = parseSearchState(location.search);
let running = new AbortController();
let timer = 0;
let slowness = 0;
let retry = 0;
/** Whether the reader opened the help, which else is open only where nothing is searched for. */
let isHelpWanted = false;
/** Failures since the last search that was done. */
let failures = 0;
/** How often the search client was fetched anew: what hangs in the one before must not hold it up. */
let renewals = 0;

function getPart(name: string): HTMLElement {
  const part = document.querySelector<HTMLElement>(`[data-search-${name}]`);
  if (part === null) throw new Error(`Unexpected page without data-search-${name}`);
  return part;
}

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
  clearTimeout(retry);
  regions.show(asked.chosen.region);
  document.title = `${asked.q.trim() === '' ? '' : `${asked.q} - `}检索 - 法治政府建设报告库`;
  if (asked.q.trim() === '') return showIdle();
  setState('loading');
  parts.status.textContent = '正在检索…';
  let latest: SearchAnswer | undefined;
  const showLatest = (answer: SearchAnswer) => {
    latest = answer;
    show(asked, answer);
    expectNews();
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
    failures = 0;
    setState('done');
    if (answer.total === 0) await showOffers(client, asked, signal);
  } catch (cause) {
    if (!signal.aborted) showError(cause, latest);
  }
}

function setState(value: 'idle' | 'loading' | 'done' | 'error'): void {
  parts.list.dataset['state'] = value;
  if (value !== 'loading') root.dataset['ready'] = '';
  parts.list.setAttribute('aria-busy', `${value === 'loading'}`);
  if (value === 'idle' || !isHelpWanted) parts.help.open = value === 'idle';
  parts.error.hidden = value !== 'error';
  if (value !== 'done') parts.empty.hidden = true;
  parts.offers.replaceChildren();
  expectNews();
}

/** Says that the network is slow where a search under way brings nothing new for a while. */
function expectNews(): void {
  clearTimeout(slowness);
  parts.slow.hidden = true;
  if (parts.list.dataset['state'] !== 'loading') return;
  slowness = window.setTimeout(() => {
    parts.slow.hidden = false;
    root.dataset['ready'] = '';
  }, patience);
}

function showIdle(): void {
  clear();
  setState('idle');
}

/** Says that the search was not done, and tries again; what was found before stays. */
function showError(cause: unknown, latest: SearchAnswer | undefined): void {
  if (latest === undefined || latest.total === 0) clear();
  else parts.status.textContent = `没有查完：已找到 ${foundWords(latest)}，其余没有取到。`;
  setState('error');
  const [reason, next, detail] = parts.error.querySelectorAll('span, small');
  const wait = waits[failures];
  failures += 1;
  if (reason) reason.textContent = navigator.onLine ? '检索数据没有取到。' : '网络断开了。';
  if (next)
    next.textContent = wait === undefined ? '请看看网络。' : `${wait / 1000} 秒后自动再试。`;
  if (detail) detail.textContent = cause instanceof Error ? cause.message : `${cause}`;
  if (wait !== undefined) retry = window.setTimeout(tryAgain, wait);
}

function tryAgain(): void {
  renewals += 1;
  void run();
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
  parts.views.replaceChildren(...(total > 0 && asked.mode === 'exact' ? viewLinks(asked) : []));
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

function statusWords(asked: SearchState, answer: SearchAnswer): string {
  const { total, shards } = answer;
  if (shards.searched < shards.all)
    return `正在检索…（${shards.searched}/${shards.all}）${total === 0 ? '' : `已找到 ${foundWords(answer)}`}`;
  if (total === 0) return '没有找到。';
  return asked.mode === 'loose'
    ? `模糊：${foundWords(answer)}。不是逐字相同。`
    : `${foundWords(answer)}。`;
}

function foundWords({ total, matches }: SearchAnswer): string {
  return matches === 0 ? `${total} 份报告` : `${total} 份报告，${matches} 处`;
}

function showEmpty(asked: SearchState): void {
  const isNarrowed = Object.values(asked.chosen).some(({ length }) => length > 0);
  const whole = formatSearchState({ ...parseSearchState(''), q: asked.q, mode: asked.mode });
  const [words, way] = parts.empty.querySelectorAll('p');
  if (words !== undefined)
    words.textContent = `${isNarrowed ? '所选范围内' : '本库'}没有含有「${asked.q}」的报告。可以少输几个字，或用空格隔开各词。`;
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

for (const button of document.querySelectorAll('[data-search-retry]'))
  button.addEventListener('click', tryAgain);
addEventListener('online', () => {
  if (parts.list.dataset['state'] === 'error') tryAgain();
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
getPart('scriptless').hidden = true;
if (state.q === '') parts.box.focus();
void run();
