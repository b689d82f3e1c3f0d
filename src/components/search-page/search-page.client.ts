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
  help: getPart('help'),
  empty: getPart('empty'),
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

let state = parseSearchState(location.search);
let running = new AbortController();
let timer = 0;

function getPart(name: string): HTMLElement {
  const part = document.querySelector<HTMLElement>(`[data-search-${name}]`);
  if (part === null) throw new Error(`Unexpected page without data-search-${name}`);
  return part;
}

function loadClient(): Promise<typeof SearchClient> {
  const address = new URL(root.dataset['client'] ?? '', location.href).href;
  return import(/* @vite-ignore */ address);
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
  parts.status.textContent = '正在检索…';
  try {
    const client = await loadClient();
    if (signal.aborted) return;
    const answer = await client.search(asked.q, {
      ...searchOptions(asked),
      signal,
      onProgress: (soFar) => {
        if (!signal.aborted) show(asked, soFar);
      },
    });
    if (signal.aborted) return;
    show(asked, answer);
    if (countsShown(asked, answer)) {
      const counts = await client.frequency(asked.q, { ...searchOptions(asked), signal });
      const { frequencyView } = await import('../search-frequency/frequency-view.client.ts');
      if (signal.aborted) return;
      parts.frequency.replaceChildren(...frequencyView(counts, asked));
    }
    setState('done');
  } catch (cause) {
    if (signal.aborted) return;
    showError(cause);
  }
}

function setState(value: 'idle' | 'loading' | 'done' | 'error'): void {
  parts.list.dataset['state'] = value;
  parts.list.setAttribute('aria-busy', `${value === 'loading'}`);
  parts.help.hidden = value !== 'idle';
  parts.error.hidden = value !== 'error';
  if (value !== 'done') parts.empty.hidden = true;
}

function showIdle(): void {
  clear();
  setState('idle');
}

function showError(cause: unknown): void {
  clear();
  const reason = parts.error.querySelector('small');
  if (reason !== null) reason.textContent = cause instanceof Error ? cause.message : `${cause}`;
  setState('error');
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

function statusWords(asked: SearchState, { total, matches, shards }: SearchAnswer): string {
  const found = total === 0 ? '' : `${total} 份报告，${matches} 处`;
  if (shards.searched < shards.all)
    return `正在检索…（${shards.searched}/${shards.all}）${found === '' ? '' : `已找到 ${found}`}`;
  if (total === 0) return '没有找到。';
  return asked.mode === 'loose' ? `近似：${found}。并非逐字相同。` : `${found}。`;
}

function showEmpty(asked: SearchState): void {
  const isNarrowed = Object.values(asked.chosen).some(({ length }) => length > 0);
  const whole = formatSearchState({ ...parseSearchState(''), q: asked.q, mode: asked.mode });
  const loose = formatSearchState({ ...asked, mode: 'loose', page: 1 });
  const ways = [
    isNarrowed ? element('a', { href: whole, 'data-step': '' }, '在全部报告中检索') : null,
    asked.mode === 'exact'
      ? element('a', { href: loose, 'data-step': '' }, '查字词相近的报告')
      : null,
  ].filter((way) => way !== null);
  const words = parts.empty.querySelector('p');
  const list = parts.empty.querySelector('ul');
  if (words !== null)
    words.textContent = `${isNarrowed ? '所选范围内' : '本库'}没有含有「${asked.q}」的报告。可以少输几个字，或用空格隔开各词。`;
  list?.replaceChildren(...ways.map((way) => element('li', {}, way)));
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
parts.box.addEventListener('focus', () => void loadClient().catch(() => undefined), { once: true });

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

getPart('retry').addEventListener('click', () => void run());

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
