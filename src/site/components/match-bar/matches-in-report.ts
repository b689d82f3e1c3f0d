import type { findRanges as FindRanges } from '../../../search/client/highlight.ts';
import { lineRanges } from './line-ranges.ts';
import { printedLines } from './printed-lines.ts';

/**
 * Finds where words stand in the report on the page, as the search would.
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
