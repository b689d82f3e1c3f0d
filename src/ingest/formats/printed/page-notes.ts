import type { PrintedLine } from './printed-page.ts';

/** Notes are set smaller than the text. */
const SMALL = 0.92;
/** What a note begins with where its mark is not raised. */
const LABEL =
  /^(?:[[〔（(]?(\d{1,3})[\]〕）)]|(\d{1,3})(?=[^\d.,，%年月])|([①-⑳*＊†]))[\s、.．:：]*/u;

/** A line of a note. */
export interface NoteLine {
  readonly line: PrintedLine;
  readonly mark: string;
  /** The line without the note's mark. */
  readonly text: string;
  readonly isFirst: boolean;
}

/**
 * Find the notes at the foot of a page: small lines below the text, of which the first begins with
 * a mark that is raised in the text above, here or on the page before. Where that mark is raised too,
 * they may be as large as the text.
 *
 * @param lines of the page, in the order they are read, without what runs through the pages
 * @param size of the document's type
 * @param marks raised in the text so far
 */
export function findPageNotes(
  lines: readonly PrintedLine[],
  size: number,
  marks: ReadonlySet<string>,
): NoteLine[] {
  const firstSmall = lines.findLastIndex((line) => line.size > size * SMALL) + 1;
  const start = lines.findIndex((line, at) => {
    const label = labelOf(line);
    const isLow = at >= firstSmall || (at > 0 && line.raised[0]?.offset === 0);
    return isLow && label !== undefined && marks.has(foldMark(label.mark));
  });
  if (start < 0) return [];
  let mark = '';
  return lines.slice(start).map((line) => {
    const label = labelOf(line);
    const isFirst = label !== undefined && (mark === '' || marks.has(foldMark(label.mark)));
    if (!isFirst) return { line, mark, text: line.text, isFirst };
    mark = label.mark;
    return { line, mark, text: label.rest, isFirst };
  });
}

/** Return a mark without brackets, to be compared: ⑴, [1] and 1 are one. */
export function foldMark(mark: string): string {
  return mark.normalize('NFKC').replace(/[\s[\]()〔〕]/gu, '');
}

function labelOf({ text, raised }: PrintedLine): { mark: string; rest: string } | undefined {
  const [first] = raised;
  if (first?.offset === 0 && foldMark(first.mark) !== '') return { mark: first.mark, rest: text };
  const found = LABEL.exec(text);
  const mark = found?.slice(1).find((group) => group !== undefined);
  return mark === undefined || found === null
    ? undefined
    : { mark, rest: text.slice(found[0].length) };
}
