import type { findRanges as FindRanges } from '../../../search/client/highlight.ts';

/**
 * Find where words stand in the report on the page, as the search would.
 *
 * @param highlight the address of the search's `highlight.js`
 * @param words as typed
 * @returns for each match, in order, the stretches of text nodes that make it up
 */
export async function matchesInReport(highlight: string, words: string): Promise<Range[][]> {
  const address = new URL(highlight, location.href).href;
  const { findRanges }: { findRanges: typeof FindRanges } = await import(
    /* @vite-ignore */ address
  );
  const lines = printedLines(document);
  const found = await findRanges(lines.map(textOf), words);
  return found.flatMap((ranges, index) =>
    ranges.map((range) => lineRanges(lines[index] ?? [], range)),
  );
}

function textOf(line: readonly Text[]): string {
  return line.map(({ data }) => data).join('');
}

/**
 * Make the ranges of a stretch of a line, one a text node, so that each can be wrapped.
 *
 * @param start UTF-16 units from the line's start
 * @param end exclusive
 */
function lineRanges(line: PrintedLine, [start, end]: readonly [number, number]): Range[] {
  let at = 0;
  return line.flatMap((node) => {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    at += node.length;
    // The tab between two cells stands in no cell.
    if (from >= to || !node.isConnected) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [range];
  });
}

/** A printed line of the report as the page holds it: the text nodes that make it up, in order. */
type PrintedLine = readonly Text[];

/**
 * Collect the report's printed lines from its page: title, headings, paragraphs, rows of tables.
 * A run-in heading and its first paragraph are one line, as they are in the searched text; words
 * of ours are left out.
 */
function printedLines(page: ParentNode): PrintedLine[] {
  const blocks = page.querySelectorAll(
    '[data-printed-title], [data-report-text] :is(h2, h3, h4, h5, h6, p, tr):not(aside *, .supplied *)',
  );
  const lines: Text[][] = [];
  let isRunIn = false;
  for (const block of blocks) {
    const nodes =
      block.localName === 'tr'
        ? [...block.children].flatMap((cell, at) => [
            ...(at === 0 ? [] : [new Text('\t')]),
            ...textNodes(cell),
          ])
        : textNodes(block);
    const last = lines.at(-1);
    if (isRunIn && block.localName === 'p' && last !== undefined) last.push(...nodes);
    else lines.push(nodes);
    isRunIn = block.hasAttribute('data-run-in');
  }
  return lines;
}

function textNodes(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.parentElement?.closest('.supplied') === null) nodes.push(node);
  return nodes;
}
