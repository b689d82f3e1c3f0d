import type { PrintedLine } from './printed-line.ts';

const PAGE_NUMBER =
  /^[-—–·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–·\s]*$/u;
/** How many lines at either edge of a page can run through the document. */
const EDGE = 2;
/** On fewer pages a line that comes again may be the text's own. */
const LEAST_PAGES = 3;

/**
 * Finds what is printed on page after page and is not the document's text: page numbers, and running
 * heads and feet, which stand at the same height at the edge of most pages.
 *
 * @param lines of all pages, each page from above
 */
export function findRunningLines(lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> {
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()];
  const edges = pages.flatMap((page) =>
    page.filter((_, at) => at < EDGE || at >= page.length - EDGE),
  );
  const alike = Map.groupBy(edges, keyOf);
  const least = Math.max(LEAST_PAGES, pages.length / 2);
  return new Set(
    edges.filter(
      (line) =>
        PAGE_NUMBER.test(line.text) ||
        new Set(alike.get(keyOf(line))?.map(({ page }) => page)).size >= least,
    ),
  );
}

/** Lines are alike where only figures differ, at the same height. */
function keyOf({ text, y }: PrintedLine): string {
  return `${Math.round(y / 4)} ${text.replace(/\s/g, '').replace(/\d+/g, '0')}`;
}
