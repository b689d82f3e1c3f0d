/** Where a reader was on the page. */
interface Place {
  /** In CSS pixels from the top. */
  readonly scroll: number;
  /** What had the focus, as the focus keeper names it. */
  readonly focus: string | undefined;
}

/** Keeps with each step of the history where the reader was, for when they come back. */
export interface PagePlaces {
  /** Keeps where the reader is. */
  readonly keep: () => void;
  /** Gives where the reader was on this step, if they were here before. */
  readonly kept: () => Place | undefined;
}

/**
 * Takes the places of the page on itself: the browser would go back to them before the results are
 * there, on a page too short for them.
 *
 * @param focus names what has the focus
 */
export function keepPlaces(focus: () => string | undefined): PagePlaces {
  history.scrollRestoration = 'manual';
  const keep = () => {
    const place: Place = { scroll: scrollY, focus: focus() };
    history.replaceState({ ...history.state, place }, '');
  };
  addEventListener('scrollend', keep);
  addEventListener('pagehide', keep);
  return { keep, kept: () => history.state?.place };
}
