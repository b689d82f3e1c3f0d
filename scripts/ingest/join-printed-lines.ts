/** A line as printed on a page; sizes in the page's units. */
export interface PrintedLine {
  readonly page: number;
  readonly text: string;
  /** From the page's foot. */
  readonly y: number;
  /** Of its characters. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

const PAGE_NUMBER = /^[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／共]\s*\d{1,3}\s*页?)?[-—–\s]*$/u;

/**
 * Joins printed lines to paragraphs: a line goes on with the one above where that one is full and
 * this one is not indented. Page numbers stand aside, so that a paragraph goes on over the page.
 */
export function joinPrintedLines(lines: readonly PrintedLine[]): string[] {
  const text = lines.filter((line) => !PAGE_NUMBER.test(line.text));
  const left = mostCommon(text.map(({ start }) => Math.round(start)));
  const right = Math.max(0, ...text.map(({ end }) => end));
  const paragraphs: string[] = [];
  let numbers: string[] = [];
  let before: PrintedLine | undefined;
  for (const line of lines) {
    if (PAGE_NUMBER.test(line.text)) {
      numbers.push(line.text.trim());
      continue;
    }
    const isIndented = line.start > left + line.size * 1.2;
    const isFull = before !== undefined && before.end > right - before.size * 2;
    const isFar =
      before !== undefined && before.page === line.page && before.y - line.y > line.size * 3;
    const isSameSize = before !== undefined && Math.abs(before.size - line.size) < 1.5;
    if (paragraphs.length > 0 && !isIndented && isFull && !isFar && isSameSize)
      paragraphs.push(`${paragraphs.pop() ?? ''}${line.text}`);
    else {
      paragraphs.push(...numbers, line.text);
      numbers = [];
    }
    before = line;
  }
  return [...paragraphs, ...numbers];
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
