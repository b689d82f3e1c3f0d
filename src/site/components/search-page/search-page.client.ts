import type * as SearchClient from '../../../search/client/client.ts';
import type { SearchAnswer } from '../../../search/client/contract.ts';
import { connectRegionBox } from '../region-box/region-box.client.ts';
import { countsShown, showAnswer } from './answer-view.ts';
import { keepFocus, keepPositions } from './kept-position.ts';
import { connectNetworkNotice } from './network-notice.ts';
import {
  formatSearchState,
  parseSearchState,
  type SearchState,
  searchOptions,
} from './search-state.ts';
import { clearAnswer, parts, showAsked, showProgress } from './search-view.ts';
import { brokenWords, tooLongWords } from './search-words.ts';
import { connectYears } from './year-range.ts';

/** How long the reader pauses before what is typed so far is searched, in ms. */
const pause = 140;
const { root } = parts;
const kinds = new Map<string, string>(JSON.parse(root.dataset['kinds'] ?? '[]'));
const regions = connectRegionBox(parts.regionBox, {
  onChoose: (code) => {
    const chosen = { ...state.chosen, region: code === undefined ? [] : [code] };
    step({ ...state, chosen, page: 1 });
  },
});
const years = connectYears(parts.years, (year) =>
  step({ ...state, chosen: { ...state.chosen, year }, page: 1 }),
);
const network = connectNetworkNotice({
  slow: parts.slow,
  error: parts.error,
  onRetry: () => {
    renewals += 1;
    void run();
  },
});

const focus = keepFocus(root, parts.status);
const positions = keepPositions(focus.key);

let state = parseSearchState(location.search);
let running = new AbortController();
let timer = 0;
/** Whether this step of the history is still being typed: a search once done is not typed over. */
let isDraft = state.q === '';
/** How often the search client was fetched anew: what hangs in the one before must not hold it up. */
let renewals = 0;

function loadClient(): Promise<typeof SearchClient> {
  const address = new URL(root.dataset['client'] ?? '', location.href);
  if (renewals > 0) address.search = `again=${renewals}`;
  return import(/* @vite-ignore */ address.href);
}

/**
 * Search for what the state says, showing what is found as it comes.
 *
 * @param position where the reader was when they left this search
 */
async function run(position = positions.kept()): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const asked = state;
  regions.show(asked.chosen.region);
  years.show(asked.chosen.year);
  document.title = `${asked.q.trim() === '' ? '' : `${asked.q} - `}检索 - 法治政府建设报告库`;
  if (asked.q.trim() === '') return showIdle();
  showProgress('loading');
  showAsked(asked);
  network.expectNews();
  let latest: SearchAnswer | undefined;
  let frame = 0;
  const showNow = (answer: SearchAnswer, year?: number) => {
    cancelAnimationFrame(frame);
    showAnswer(asked, answer, { kinds, year });
    focus.restore();
    network.expectNews();
  };
  // Years that answer within one frame are shown once.
  const onProgress = (soFar: SearchAnswer, year?: number) => {
    latest = soFar;
    cancelAnimationFrame(frame);
    if (!signal.aborted) frame = requestAnimationFrame(() => showNow(soFar, year));
  };
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  try {
    const client = await loadClient();
    if (signal.aborted) return;
    const answer = await client.search(asked.q, { ...searchOptions(asked), signal, onProgress });
    if (signal.aborted) return;
    showNow(answer);
    const { failed } = answer.shards;
    if (failed.length > 0) return showError(new Error(failed[0]?.reason), answer);
    if (countsShown(asked, answer)) {
      const [counts, { frequencyView }] = await Promise.all([
        client.frequency(asked.q, { ...searchOptions(asked), signal }),
        import('../search-frequency/frequency-view.client.ts'),
      ]);
      const [lacking] = counts.failed;
      if (lacking) return showError(new Error(lacking.reason), answer);
      if (signal.aborted) return;
      parts.frequency.replaceChildren(...frequencyView(counts, asked));
    }
    network.succeed();
    showProgress('done');
    parts.said.textContent = parts.status.textContent;
    if (answer.total === 0) await showOffers(client, asked, signal);
    if (signal.aborted) return;
    goTo(position);
    focus.settle();
  } catch (cause) {
    if (signal.aborted) return;
    if (latest !== undefined) showNow(latest);
    showError(cause, latest);
  }
}

/** Go back to where the reader was. */
function goTo(position: ReturnType<typeof positions.kept>): void {
  if (position !== undefined) scrollTo({ top: position.scroll, behavior: 'instant' });
}

function showIdle(): void {
  clearAnswer();
  network.rest();
  showProgress('idle');
}

/** Say that the search was not done; what was found before it broke stays. */
function showError(cause: unknown, latest: SearchAnswer | undefined): void {
  const found = latest?.total ? latest : undefined;
  if (found === undefined) clearAnswer();
  if (cause instanceof Error && cause.name === 'QueryTooLongError') {
    showTooLong();
    return;
  }
  parts.status.textContent = brokenWords(found, latest?.shards.failed ?? []);
  parts.said.textContent = parts.status.textContent;
  network.fail(cause);
  showProgress('error');
  focus.settle();
}

function showTooLong(): void {
  network.rest();
  parts.status.textContent = tooLongWords;
  parts.said.textContent = tooLongWords;
  showProgress('done');
  parts.empty.hidden = true;
}

/** Give all that is found as a file. */
async function saveAll(form: 'csv' | 'ris', button: HTMLButtonElement): Promise<void> {
  // The reader may go on to another search while the client is loaded.
  const asked = state;
  button.disabled = true;
  try {
    const [client, { saveHits }] = await Promise.all([
      loadClient(),
      import('./save-hits.client.ts'),
    ]);
    await saveHits(client, asked, form);
  } catch (cause) {
    network.fail(cause);
  } finally {
    button.disabled = false;
  }
}

/** Offer what else a search may have meant. */
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
  if (signal.aborted) return;
  parts.offers.replaceChildren(...offers);
  const meant = parts.offers.querySelector('p:has([data-offer=meant])');
  if (meant !== null) parts.said.textContent += meant.textContent;
}

/** Go on to another search, as a step that "back" undoes. */
function step(next: SearchState): void {
  state = next;
  isDraft = false;
  const address = formatSearchState(next);
  if (address !== location.search) {
    positions.keep();
    history.pushState(null, '', address);
  }
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

/** Search what is typed so far; the address follows, all that is typed being one step. */
function typed(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (parts.box.value === state.q) return;
    state = { ...state, q: parts.box.value, mode: 'exact', page: 1 };
    if (!isDraft) positions.keep();
    history[isDraft ? 'replaceState' : 'pushState'](null, '', formatSearchState(state));
    isDraft = true;
    void run();
  }, pause);
}

root.addEventListener('click', (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-facet], a[data-step]');
  if (link === null) return;
  event.preventDefault();
  step(parseSearchState(link.search));
  if (link.dataset['step'] !== 'top') return;
  parts.status.scrollIntoView();
  parts.status.focus();
});

for (const button of parts.exports.querySelectorAll('button'))
  button.addEventListener('click', () => {
    void saveAll(button.dataset['export'] === 'ris' ? 'ris' : 'csv', button);
  });

addEventListener('popstate', () => {
  state = parseSearchState(location.search);
  parts.box.value = state.q;
  isDraft = false;
  const at = document.activeElement;
  if (at instanceof HTMLElement && at !== parts.box) at.blur();
  focus.want(positions.kept()?.focus);
  void run();
});

parts.box.value = state.q;
parts.form.dataset['searchForm'] = 'ready';
parts.scriptless.hidden = true;
if (state.q === '') parts.box.focus();
else focus.want(positions.kept()?.focus);
void run();
