import { matchesInReport } from './matches-in-report.ts';

interface FindOptions {
  /** What the reader opened the bar by, if the page has it; the focus goes back to it. */
  readonly opener: HTMLElement | null;
  /** Whether the reader is about to type, as opposed to arriving from a search. */
  readonly isAsked: boolean;
}

/** How long the reader pauses before what is typed so far is looked for, in ms. */
const pause = 140;

/** Mark every match of what is looked for in the open report, and let the reader step through. */
export function findInReport({ opener, isAsked }: FindOptions): void {
  const bar = document.querySelector<HTMLElement>('[data-match-bar]');
  const box = bar?.querySelector<HTMLInputElement>('[data-match-box]');
  const status = bar?.querySelector('[data-match-status]');
  if (!bar || !box || !status) return;
  // Asked for again, also where the first matches are still being found.
  if ('finding' in bar.dataset) {
    bar.hidden = false;
    box.select();
    return;
  }
  bar.dataset['finding'] = '';

  const ending = new AbortController();
  const { signal } = ending;
  const painter = matchPainter();
  let matches: readonly Range[][] = [];
  let current = 0;
  let sought = '';
  let timer = 0;

  const show = () => {
    painter.paint(matches, current);
    if (sought === '') status.textContent = '';
    else if (matches.length === 0) status.textContent = `本报告没有「${sought}」`;
    else status.textContent = `第 ${current + 1} 处，共 ${matches.length} 处`;
    for (const button of bar.querySelectorAll<HTMLElement>('[data-match-step]'))
      button.hidden = matches.length < 2;
  };
  const goToCurrent = () => {
    blockOf(matches[current])?.scrollIntoView({ block: 'center' });
  };
  const step = (by: number) => {
    if (matches.length === 0) return;
    current = (current + by + matches.length) % matches.length;
    show();
    goToCurrent();
  };
  const find = async (words: string) => {
    sought = words;
    // Painted without the Highlight API, text nodes are cut: none may be when matches are found.
    painter.clear();
    matches = [];
    const finding = words === '' ? [] : matchesInReport(bar.dataset['highlight'] ?? '', words);
    const found = await Promise.resolve(finding).catch(() => undefined);
    if (sought !== words || signal.aborted) return;
    if (found === undefined) {
      // Enter looks for it again.
      sought = '';
      show();
      status.textContent = '没有查成，请检查网络后再试';
      return;
    }
    matches = found;
    current = firstFromTarget(matches);
    show();
  };
  const findTyped = async () => {
    clearTimeout(timer);
    const words = box.value.trim();
    if (words === sought) return;
    const query = words === '' ? '' : `?${new URLSearchParams({ q: words })}`;
    history.replaceState(null, '', location.pathname + query + location.hash);
    await find(words);
    goToCurrent();
  };
  const close = () => {
    const block = blockOf(matches[current]);
    const hadFocus = bar.contains(document.activeElement);
    ending.abort();
    clearTimeout(timer);
    painter.clear();
    bar.hidden = true;
    delete bar.dataset['finding'];
    history.replaceState(null, '', location.pathname + location.hash);
    // Who goes by the keyboard goes on from the match at hand, not from the top of the page.
    block?.setAttribute('tabindex', '-1');
    if (hadFocus) (block ?? opener)?.focus({ preventScroll: true });
  };

  const typed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void findTyped(), pause);
  };
  box.addEventListener(
    'input',
    (event) => {
      // Letters of an input method under way are not what is looked for.
      if (event instanceof InputEvent && event.isComposing) clearTimeout(timer);
      else typed();
    },
    { signal },
  );
  box.addEventListener('compositionend', typed, { signal });
  box.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      if (box.value.trim() === sought) step(event.shiftKey ? -1 : 1);
      else void findTyped();
    },
    { signal },
  );
  // A keyboard on glass may send the form without a key.
  bar.addEventListener('submit', (event) => event.preventDefault(), { signal });
  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-match-step]'))
    button.addEventListener('click', () => step(Number(button.dataset['matchStep'])), { signal });
  bar.querySelector('[data-match-clear]')?.addEventListener('click', close, { signal });
  document.addEventListener(
    'keydown',
    ({ key, isComposing }) => {
      const isOurs = key === 'Escape' && !isComposing;
      if (isOurs && document.querySelector('dialog[open]') === null) close();
    },
    { signal },
  );

  box.value = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  if (isAsked) {
    bar.hidden = false;
    box.focus();
  }
  find(box.value).then(() => {
    if (!signal.aborted) bar.hidden = false;
  });
}

/** The paragraph or heading a match begins in. */
function blockOf(match: readonly Range[] | undefined): HTMLElement | null | undefined {
  const at = match?.[0]?.startContainer;
  const element = at instanceof HTMLElement ? at : at?.parentElement;
  return element?.closest<HTMLElement>('p, h1, h2, h3, h4, h5, h6');
}

/** The first match in or after the passage that the address names: the one that was clicked on. */
function firstFromTarget(matches: readonly (readonly Range[])[]): number {
  const target = document.querySelector(':target');
  if (target === null) return 0;
  const index = matches.findIndex(([range]) => {
    const start = range?.startContainer;
    return start !== undefined && isInOrAfter(start, target);
  });
  return Math.max(0, index);
}

function isInOrAfter(node: Node, target: Element): boolean {
  const position = target.compareDocumentPosition(node);
  return (
    (position & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)) !== 0
  );
}

/** Paints matches on the page. */
interface MatchPainter {
  /** Paint all matches, and one of them as the one at hand. */
  readonly paint: (matches: readonly Range[][], current: number) => void;
  readonly clear: () => void;
}

/** Paint by the CSS Custom Highlight API, or by `mark` elements where a browser has none. */
function matchPainter(): MatchPainter {
  return 'highlights' in CSS ? highlightPainter() : markPainter();
}

function highlightPainter(): MatchPainter {
  return {
    paint(matches, current) {
      CSS.highlights.set('match', new Highlight(...matches.flat()));
      CSS.highlights.set('current-match', new Highlight(...(matches[current] ?? [])));
    },
    clear() {
      CSS.highlights.delete('match');
      CSS.highlights.delete('current-match');
    },
  };
}

function markPainter(): MatchPainter {
  let marks: HTMLElement[][] = [];
  return {
    paint(matches, current) {
      if (marks.length === 0) marks = matches.map((ranges) => ranges.map(wrap));
      for (const [index, parts] of marks.entries())
        for (const mark of parts) mark.toggleAttribute('data-current', index === current);
    },
    clear() {
      for (const mark of marks.flat()) mark.replaceWith(...mark.childNodes);
      marks = [];
    },
  };
}

function wrap(range: Range): HTMLElement {
  const mark = document.createElement('mark');
  range.surroundContents(mark);
  return mark;
}
