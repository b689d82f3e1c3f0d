const PAGE_NUMBER =
  /^[-—–·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–·\s]*$/u;
/** How many lines at either edge of a page can run through the document. */
const EDGE = 2;
/** On fewer pages a line that comes again may be the text's own. */
const LEAST_PAGES = 3;

/** A line as printed on a page; sizes in the page's units. */
export interface PrintedLine {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  /** From the page's foot. */
  readonly y: number;
  /** Of its characters. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

/** A piece of text on a page, as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/**
 * Put the pieces of a page together to lines by their height on it, from above. Where two columns
 * stand side by side their lines become one: reports are not set so.
 *
 * @param page its number
 */
export function readPageLines(items: readonly TextItem[], page: number): PrintedLine[] {
  const rows: { y: number; size: number; items: { x: number; end: number; str: string }[] }[] = [];
  for (const { str, transform, width, height } of items) {
    if (str.trim() === '') continue;
    const [, , , scale = 0, x = 0, y = 0] = transform;
    const size = height > 0 ? height : Math.abs(scale);
    const row = rows.find((one) => Math.abs(one.y - y) < Math.max(one.size, size) * 0.5);
    const piece = { x, end: x + width, str };
    if (row === undefined) rows.push({ y, size, items: [piece] });
    else row.items.push(piece);
  }
  return rows
    .sort((a, b) => b.y - a.y)
    .map(({ y, size, items: pieces }) => {
      const inOrder = pieces.toSorted((a, b) => a.x - b.x);
      const text = inOrder
        .map(({ str, x }, index) => {
          const before = inOrder[index - 1];
          return before !== undefined && x - before.end > size * 0.8 ? ` ${str}` : str;
        })
        .join('');
      return { page, text, y, size, start: inOrder[0]?.x ?? 0, end: inOrder.at(-1)?.end ?? 0 };
    });
}

/** A paragraph put together from printed lines, or a line that runs through the pages. */
export interface PrintedParagraph {
  readonly text: string;
  /** Whether it is a page number, or a running head or foot. */
  readonly isRunning: boolean;
}

/**
 * Join printed lines to paragraphs: a line goes on with the one above where that one is full and
 * this one is not indented. What runs through the pages stands aside, before the next paragraph, so
 * that a paragraph goes on over the page.
 */
export function joinPrintedLines(lines: readonly PrintedLine[]): PrintedParagraph[] {
  const running = findRunningLines(lines);
  const text = lines.filter((line) => !running.has(line));
  const left = mostCommon(text.map(({ start }) => Math.round(start)));
  const right = text.reduce((most, { end }) => Math.max(most, end), 0);
  const paragraphs: { text: string; isRunning: boolean }[] = [];
  let aside: { text: string; isRunning: boolean }[] = [];
  let before: PrintedLine | undefined;
  for (const line of lines) {
    if (running.has(line)) {
      aside.push({ text: line.text.trim(), isRunning: true });
      continue;
    }
    const last = paragraphs.at(-1);
    if (last !== undefined && before !== undefined && goesOn(line, before, { left, right }))
      last.text += line.text;
    else {
      paragraphs.push(...aside, { text: line.text, isRunning: false });
      aside = [];
    }
    before = line;
  }
  return [...paragraphs, ...aside];
}

function goesOn(
  line: PrintedLine,
  before: PrintedLine,
  { left, right }: { readonly left: number; readonly right: number },
): boolean {
  const isIndented = line.start > left + line.size * 1.2;
  const isFull = before.end > right - before.size * 2;
  const isFar = before.page === line.page && before.y - line.y > line.size * 3;
  const isSameSize = Math.abs(before.size - line.size) < 1.5;
  return !isIndented && isFull && !isFar && isSameSize;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/**
 * Find what is printed on page after page and is not the document's text: page numbers, and running
 * heads and feet, which stand at the same height at the edge of most pages.
 *
 * @param lines of all pages, each page from above
 */
function findRunningLines(lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> {
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
