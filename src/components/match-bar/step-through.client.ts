import type { findRanges as FindRanges } from '../../search/highlight.ts';
import { lineRanges } from './line-ranges.ts';
import { matchPainter } from './match-painter.ts';
import { printedLines } from './printed-lines.ts';

/** Marks every match of the query in the page's address, and lets the reader step through them. */
export async function stepThrough(): Promise<void> {
  const bar = document.querySelector<HTMLElement>('[data-match-bar]');
  const status = bar?.querySelector('[data-match-status]');
  const query = new URLSearchParams(location.search).get('q') ?? '';
  if (!bar || !status) return;

  const lines = printedLines(document);
  const texts = lines.map((line) => line.map(({ data }) => data).join(''));
  const found = (await loadFindRanges(bar))(texts, query);
  const matches = (await found).flatMap((ranges, index) =>
    ranges.map((range) => lineRanges(lines[index] ?? [], range)),
  );
  const painter = matchPainter();
  let current = firstAfterTarget(matches);

  const show = () => {
    painter.paint(matches, current);
    status.textContent =
      matches.length === 0
        ? `本文没有「${query}」`
        : `「${query}」第 ${current + 1} 处，共 ${matches.length} 处`;
  };
  const step = (by: number) => {
    current = (current + by + matches.length) % matches.length;
    show();
    matches[current]?.[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  const clear = () => {
    painter.clear();
    bar.hidden = true;
    history.replaceState(null, '', location.pathname + location.hash);
    document.removeEventListener('keydown', onKey);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) clear();
  };

  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-match-step]')) {
    button.hidden = matches.length < 2;
    button.addEventListener('click', () => step(Number(button.dataset['matchStep'])));
  }
  bar.querySelector('[data-match-clear]')?.addEventListener('click', clear);
  document.addEventListener('keydown', onKey);
  bar.hidden = false;
  show();
}

async function loadFindRanges(bar: HTMLElement): Promise<typeof FindRanges> {
  const address = new URL(bar.dataset['highlight'] ?? '', location.href).href;
  const { findRanges } = await import(/* @vite-ignore */ address);
  return findRanges;
}

/** The first match in or after the passage that the address names: the one that was clicked on. */
function firstAfterTarget(matches: readonly (readonly Range[])[]): number {
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
