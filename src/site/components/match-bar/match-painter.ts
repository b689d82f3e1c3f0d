/** Paints matches on the page. */
export interface MatchPainter {
  /** Paints all matches, and one of them as the one at hand. */
  readonly paint: (matches: readonly Range[][], current: number) => void;
  readonly clear: () => void;
}

/** Paints by the CSS Custom Highlight API, or by `mark` elements where a browser has none. */
export function matchPainter(): MatchPainter {
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
