import { getDocumentProxy } from 'unpdf';
import { extractPlain } from './extract-plain.ts';
import type { Extracted } from './extracted.ts';
import { joinPrintedLines, type PrintedLine } from './join-printed-lines.ts';
import { replaceRadicals } from './replace-radicals.ts';

/** Gives the text of a PDF, its printed lines joined to paragraphs. */
export async function extractPdf(bytes: Uint8Array): Promise<Extracted> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const lines: PrintedLine[] = [];
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      lines.push(
        ...readLines(
          items.flatMap((item) => ('str' in item ? [item] : [])),
          number,
        ),
      );
      page.cleanup();
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return extractPlain(replaceRadicals(joinPrintedLines(lines).join('\n')), 'pdf');
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Puts the pieces of a page together by their height on it. */
function readLines(items: readonly TextItem[], page: number): PrintedLine[] {
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
