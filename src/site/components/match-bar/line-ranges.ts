import type { PrintedLine } from './printed-lines.ts';

/**
 * Makes the ranges of a stretch of a line, one a text node, so that each can be wrapped.
 *
 * @param start UTF-16 units from the line's start
 * @param end exclusive
 */
export function lineRanges(line: PrintedLine, [start, end]: readonly [number, number]): Range[] {
  let at = 0;
  return line.flatMap((node) => {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    at += node.length;
    if (from >= to) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [range];
  });
}
