import type { PrintedLine } from './printed-line.ts';

/** A piece of text on a page, as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/**
 * Puts the pieces of a page together to lines by their height on it, from above. Where two columns
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
