/** Holds the focus through the replacing of what had it. */
interface FocusKeeper {
  /** What has the focus, or had it before it was replaced; kept with the page's position. */
  readonly key: () => string | undefined;
  /** Has the focus go to what it was on, once that is there. */
  readonly want: (key: string | undefined) => void;
  /** Put the focus back where what had it was replaced by its like. */
  readonly restore: () => void;
  /** Does so for the last time: where nothing is like it, the focus goes to what stands in for all. */
  readonly settle: () => void;
}

/**
 * Make the focus stay when results and facets are replaced as they come: a reader who goes by the
 * keyboard would be thrown to the top of the page with every shard.
 *
 * @param root where it is kept
 * @param standIn takes it where what had it is gone for good
 */
export function keepFocus(root: HTMLElement, standIn: HTMLElement): FocusKeeper {
  let wanted: string | undefined;
  const isLost = () => {
    const at = document.activeElement;
    return at === null || at === document.body || !isSeen(at);
  };
  const restore = () => {
    if (wanted === undefined || !isLost()) return;
    const like = [...root.querySelectorAll<HTMLElement>('a, summary, button, input')].find(
      (element) => keyOf(element) === wanted && isSeen(element),
    );
    like?.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', ({ target }) => {
    wanted = target instanceof HTMLElement && root.contains(target) ? keyOf(target) : undefined;
  });
  // Who points elsewhere wants the focus no more.
  document.addEventListener('pointerdown', () => {
    wanted = undefined;
  });
  return {
    key: () => wanted,
    want(key) {
      wanted = key;
    },
    restore,
    settle() {
      restore();
      if (wanted !== undefined && isLost()) standIn.focus({ preventScroll: true });
    },
  };
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** What tells an element from those beside it, whatever the search beside it says. */
function keyOf(element: HTMLElement): string {
  return element.dataset['keep'] ?? (element.id || element.getAttribute('href') || element.tagName);
}

/** Where a reader was on the page. */
interface Position {
  /** In CSS pixels from the top. */
  readonly scroll: number;
  /** What had the focus, as the focus keeper names it. */
  readonly focus: string | undefined;
}

/** Keeps with each step of the history where the reader was, for when they come back. */
interface KeptPositions {
  /** Keep where the reader is. */
  readonly keep: () => void;
  /** Return where the reader was on this step, if they were here before. */
  readonly kept: () => Position | undefined;
}

/**
 * Keep the reader's scroll position and focus ourselves. The browser would restore them before the
 * results are there, on a page that is still too short.
 *
 * @param focus names what has the focus
 */
export function keepPositions(focus: () => string | undefined): KeptPositions {
  history.scrollRestoration = 'manual';
  const keep = () => {
    const position: Position = { scroll: scrollY, focus: focus() };
    history.replaceState({ ...history.state, position }, '');
  };
  addEventListener('scrollend', keep);
  addEventListener('pagehide', keep);
  return { keep, kept: () => history.state?.position };
}
