import { mostCommon } from './printed-lines.ts';
import type { PrintedLine } from './printed-page.ts';

const PAGE_NUMBER =
  /^[-—–－·\s]*(?:第\s*)?(\d{1,3})(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–－·\s]*$/u;
/** A page number set between dashes, named one, or given with the number of pages. */
const DECORATED = /[-—–－·/／页]/u;
/** What browsers print at the edges of a page: its address, and when it was printed. */
const ADDRESS = /^(?:https?|file):\/\/\S+(?:\s+\d{1,3}\s*[/／]\s*\d{1,3})?$/u;
const PRINTED_AT =
  /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?[,，]?\s*(?:上午|下午)?\s*\d{1,2}[:：]\d{2}/u;
/** How many lines at either edge of a page can run through the document. */
const EDGE = 2;
/** On fewer pages a line that comes again may be the text's own. */
const LEAST_PAGES = 3;
/** Lines at one height, in points. */
const SAME_HEIGHT = 4;
/** A line stands apart from the text where the gap is so many times that between lines. */
const APART = 1.5;
/** Smaller type than the text's, as notes and heads have it. */
const SMALL = 0.9;

/**
 * Find what is printed on page after page and is not the document's text: page numbers, running
 * heads and feet, what a browser prints at the edges. Heads and feet come again at one height, on
 * half of all pages or of the even or odd ones; on two pages only those count that also stand
 * apart from the text.
 *
 * @param pages the lines of each page, in any order
 */
export function findRunningLines(
  pages: readonly (readonly PrintedLine[])[],
): ReadonlySet<PrintedLine> {
  const layout = measure(pages.flat());
  const edges = pages.flatMap((lines) => edgesOf(lines, layout));
  const running = new Set<PrintedLine>();
  for (const { line, isApart } of edges)
    if (isPageNumber(line, isApart, edges) || (isApart && ADDRESS.test(line.text)))
      running.add(line);
  for (const edge of edges)
    if (!running.has(edge.line) && !isNote(edge.line) && comesAgain(edge, edges, pages.length))
      running.add(edge.line);
  const browser = [...running].find(({ text }) => ADDRESS.test(text));
  if (browser !== undefined)
    for (const { line, isApart } of edges)
      if (isApart && PRINTED_AT.test(line.text) && line.size <= browser.size + 1) running.add(line);
  return running;
}

interface Edge {
  readonly line: PrintedLine;
  /** Whether it is set off from the text, or smaller. */
  readonly isApart: boolean;
}

interface Layout {
  readonly size: number;
  readonly pitch: number;
}

function measure(lines: readonly PrintedLine[]): Layout {
  const size = mostCommon(lines.flatMap((line) => Array(line.text.length).fill(line.size)));
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const gap = before?.page === line.page ? Math.round(before.y - line.y) : 0;
    return gap > 0 && line.size === size ? [gap] : [];
  });
  const pitch = gaps.length === 0 ? size * 1.75 : mostCommon(gaps);
  return { size, pitch: Math.max(pitch, size) };
}

/** List the lines at both edges of a page; one is set off where a wide gap parts it from the text. */
function edgesOf(lines: readonly PrintedLine[], { size, pitch }: Layout): Edge[] {
  const heights = [...new Set(lines.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  const last = heights.length - 1;
  const isGap = (at: number) => (heights[at] ?? 0) - (heights[at + 1] ?? 0) > pitch * APART;
  return lines.flatMap((line) => {
    const rank = heights.indexOf(Math.round(line.y));
    const fromFoot = last - rank;
    if (rank >= EDGE && fromFoot >= EDGE) return [];
    const inward =
      rank <= fromFoot ? range(rank, EDGE) : range(fromFoot, EDGE).map((at) => last - at - 1);
    const isApart = line.size < size * SMALL || (last > 0 && inward.some(isGap));
    return [{ line, isApart }];
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** Notes of several pages may say the same. */
function isNote({ raised }: PrintedLine): boolean {
  return raised[0]?.offset === 0;
}

/** A number at the edge is the page's where it is marked as one, or counts with the pages. */
function isPageNumber({ text, page }: PrintedLine, isApart: boolean, edges: readonly Edge[]) {
  const number = PAGE_NUMBER.exec(text)?.[1];
  if (number === undefined) return false;
  if (DECORATED.test(text)) return true;
  const shift = Number(number) - page;
  const isCounted = edges.some(
    ({ line }) =>
      line.page !== page &&
      Number(PAGE_NUMBER.exec(line.text)?.[1] ?? Number.NaN) - line.page === shift,
  );
  return isCounted || isApart;
}

function comesAgain({ line, isApart }: Edge, edges: readonly Edge[], count: number): boolean {
  const alike = edges.filter((edge) => isAlike(edge.line, line));
  const pages = new Set(alike.map((edge) => edge.line.page));
  if (pages.size < 2) return false;
  if (pages.size >= Math.max(LEAST_PAGES, count / 2)) return true;
  const isOnSide = [...pages].every((page) => page % 2 === line.page % 2);
  return isApart && (count === 2 || (isOnSide && pages.size >= count / 4));
}

/** Lines are alike where only figures differ, at the same height. */
function isAlike(one: PrintedLine, other: PrintedLine): boolean {
  return Math.abs(one.y - other.y) < SAME_HEIGHT && bare(one.text) === bare(other.text);
}

function bare(text: string): string {
  return text.replace(/\s/g, '').replace(/\d+/g, '0');
}
