import { findRunningLines } from './find-running-lines.ts';
import type { PrintedLine } from './printed-line.ts';

/** A paragraph put together from printed lines, or a line that runs through the pages. */
export interface PrintedParagraph {
  readonly text: string;
  /** Whether it is a page number, or a running head or foot. */
  readonly isRunning: boolean;
}

/**
 * Joins printed lines to paragraphs: a line goes on with the one above where that one is full and
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
