import { readNumeral } from '../../../report/printed-numeral.ts';
import {
  DEEPEST_INDENT,
  type Edges,
  ENDED,
  measureEdges,
  SAME_EDGE,
  SAME_SIZE,
} from './column-edges.ts';
import { mostCommon } from './printed-lines.ts';
import type {
  PlacedPicture,
  PrintedItem,
  PrintedLine,
  PrintedTable,
  RaisedMark,
  TranscribedLine,
} from './printed-page.ts';

/** Horizontal measures are in characters of the line's size. */
const INDENT = 1.2;
/** A line may end so far before the edge and be full: marks that cannot begin a line go with a word. */
const SLACK = 2;
/** Paragraphs are parted by a gap so many times that between lines. */
const FAR = 1.4;
/** The same in characters, where there are too few lines to know the gap between them. */
const FAR_UNKNOWN = 3;
const LEAST_GAPS = 4;
/** Paragraphs begin indented where so many of them do. */
const INDENTED_SHARE = 0.3;
const STOP = /[。！？；：.;:!?][”’」）)]?$/u;
/** A sentence goes on behind these, whatever follows. */
const OPEN = /[第《“‘「（(、，及和与或按照至到—\d]$/u;
/** What is never parted from the character that begins a line; browsers part a quote from none beside it. */
const WORD = /^(?:[\u0021-\u007e]+|.)(?:[，。；：、！？”’）》]|[“‘].|(?<=[”’]).)*/u;
/** The higher kinds of numerals: 第一章, 一、, （一）. */
const HIGH_RANK = 4;
/** What was written on a picture goes on over the page where its last line is so long and open. */
const LONG_LINE = 20;

/** A part of a document: a paragraph, or what stands between paragraphs. */
export type PrintedPart =
  | {
      readonly kind: 'text';
      readonly page: number;
      readonly text: string;
      readonly raised: readonly RaisedMark[];
    }
  | { readonly kind: 'running'; readonly text: string }
  | { readonly kind: 'note'; readonly line: PrintedLine }
  | { readonly kind: 'table'; readonly table: PrintedTable }
  | { readonly kind: 'picture'; readonly picture: PlacedPicture };

/**
 * Join printed lines to paragraphs: a line goes on with the one above where that one is full and this
 * one does not begin a paragraph. Edges are those of the page's column, so that one wide page changes
 * no other. What is not text stands aside, before the next paragraph, so that a paragraph goes on over
 * the page, and over a note, a picture and a table.
 *
 * @param running lines that run through the pages
 * @param notes lines of notes
 */
export function joinParagraphs(
  items: readonly PrintedItem[],
  {
    running,
    notes,
  }: { readonly running: ReadonlySet<PrintedLine>; readonly notes: ReadonlySet<PrintedLine> },
): PrintedPart[] {
  const isLine = (item: PrintedItem): item is PrintedLine =>
    item.kind === 'line' && !running.has(item) && !notes.has(item);
  const isText = (item: PrintedItem): item is TextLine =>
    item.kind === 'transcribed' || isLine(item);
  const layout = measureLayout(items.filter(isLine));
  const parts: PrintedPart[] = [];
  let paragraph: { lines: TextLine[] } | undefined;
  let aside: PrintedPart[] = [];
  const end = () => {
    if (paragraph !== undefined) parts.push(toParagraph(paragraph.lines));
    parts.push(...aside);
    aside = [];
    paragraph = undefined;
  };
  for (const item of items) {
    if (!isText(item)) {
      aside.push(toAside(item, running));
      continue;
    }
    const before = paragraph?.lines.at(-1);
    const isCut = aside.some(({ kind }) => kind === 'table' || kind === 'picture');
    if (paragraph !== undefined && before !== undefined && goesOn(item, before, layout, isCut))
      paragraph.lines.push(item);
    else {
      end();
      paragraph = { lines: [item] };
    }
  }
  end();
  return parts;
}

/** A line of the text: as printed, or as it was written on a picture. */
type TextLine = PrintedLine | TranscribedLine;

function toAside(
  item: Exclude<PrintedItem, TranscribedLine>,
  running: ReadonlySet<PrintedLine>,
): PrintedPart {
  if (item.kind === 'table') return { kind: 'table', table: item };
  if (item.kind === 'picture') return { kind: 'picture', picture: item };
  return running.has(item)
    ? { kind: 'running', text: printedText(item) }
    : { kind: 'note', line: item };
}

/** A line's text with its raised marks where they stand. */
function printedText({ text, raised }: PrintedLine): string {
  return raised.reduceRight(
    (done, { offset, mark }) => done.slice(0, offset) + mark + done.slice(offset),
    text,
  );
}

function toParagraph(lines: readonly TextLine[]): PrintedPart {
  let text = '';
  const raised: RaisedMark[] = [];
  for (const line of lines) {
    if (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line.text)) text += ' ';
    const offset = text.length;
    const marks = line.kind === 'line' ? line.raised : [];
    raised.push(...marks.map((mark) => ({ ...mark, offset: mark.offset + offset })));
    text += line.text;
  }
  return { kind: 'text', page: lines[0]?.page ?? 0, text, raised };
}

/** How a document sets its paragraphs. */
interface Layout {
  readonly edges: ReadonlyMap<number, Edges>;
  /** From line to line, in points; absent where there are too few lines to tell. */
  readonly pitch: number | undefined;
  readonly style: 'indented' | 'hanging' | 'flush';
}

function goesOn(line: TextLine, before: TextLine, layout: Layout, isCut: boolean): boolean {
  if (line.kind === 'transcribed' || before.kind === 'transcribed')
    return line.page !== before.page && isOpen(before.text) && readNumeral(line.text) === undefined;
  const edges = layout.edges.get(line.block) ?? { left: line.start, right: line.end };
  const above = layout.edges.get(before.block) ?? edges;
  if (Math.abs(before.size - line.size) >= SAME_SIZE) return false;
  if (before.isSpread || line.isSpread) return false;
  if (isCut && STOP.test(before.text)) return false;
  if (isFar(line, before, layout)) return false;
  if (!isFull(before, line, above)) return false;
  // What is set at the right is a signature or a date: nothing goes on from it.
  if (before.start > above.left + before.size * DEEPEST_INDENT) return false;
  const isIndented = line.start > edges.left + line.size * INDENT;
  if (layout.style === 'hanging') return isIndented;
  if (isIndented) return false;
  const numeral = readNumeral(line.text);
  if (numeral === undefined)
    return !(layout.style === 'flush' && STOP.test(before.text) && !isAtEdge(before, above));
  if (STOP.test(before.text)) return false;
  return layout.style !== 'flush' || numeral.rank > HIGH_RANK || OPEN.test(before.text);
}

/** Whether a paragraph is not at its end, by its words alone. */
function isOpen(text: string): boolean {
  const isHeading = readNumeral(text) !== undefined && !/[，。；：]/u.test(text);
  return text.length >= LONG_LINE && !ENDED.test(text) && !isHeading;
}

function isFar(line: PrintedLine, before: PrintedLine, { pitch }: Layout): boolean {
  if (before.page !== line.page || before.block !== line.block) return false;
  const gap = before.y - line.y;
  return pitch === undefined ? gap > line.size * FAR_UNKNOWN : gap > pitch * FAR;
}

/** Whether nothing more had room on a line: not even the first word of the next. */
function isFull(before: PrintedLine, line: PrintedLine, { right }: Edges): boolean {
  const word = WORD.exec(line.text)?.[0] ?? '';
  // A percent sign is as wide as a Chinese character, near enough; a quarter parts digits from it.
  const gap = /^[!-~]/u.test(word) ? 0.25 : 0;
  const length = [...word].reduce((sum, one) => sum + (/[!-$&-~]/u.test(one) ? 0.6 : 1), gap);
  return before.end + before.size * Math.max(SLACK, length) > right;
}

function isAtEdge({ end, size }: PrintedLine, { right }: Edges): boolean {
  return end > right - size * SAME_EDGE;
}

function measureLayout(lines: readonly PrintedLine[]): Layout {
  const edges = measureEdges(lines);
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const gap = before?.block === line.block ? Math.round(before.y - line.y) : 0;
    return gap > 0 ? [gap] : [];
  });
  const pitch = gaps.length < LEAST_GAPS ? undefined : mostCommon(gaps);
  return { edges, pitch, style: styleOf(lines, edges) };
}

function styleOf(
  lines: readonly PrintedLine[],
  edges: ReadonlyMap<number, Edges>,
): Layout['style'] {
  /** Lines by whether they are indented, and whether the line above them is full. */
  const counts = { indentedGoesOn: 0, indentedBegins: 0, flushGoesOn: 0, flushBegins: 0 };
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const { left, right } = edges.get(line.block) ?? { left: line.start, right: line.end };
    const above = before === undefined ? undefined : edges.get(before.block);
    const isContinued = before !== undefined && above !== undefined && isFull(before, line, above);
    const indent = (line.start - left) / line.size;
    // A centred or right-set line tells nothing of paragraphs.
    const isCentred = Math.abs(line.start - left - (right - line.end)) < line.size && indent > 0.5;
    if (indent > DEEPEST_INDENT || isCentred) continue;
    if (indent > INDENT) counts[isContinued ? 'indentedGoesOn' : 'indentedBegins']++;
    else counts[isContinued ? 'flushGoesOn' : 'flushBegins']++;
  }
  const { indentedGoesOn, indentedBegins, flushGoesOn, flushBegins } = counts;
  if (indentedGoesOn >= 3 && indentedGoesOn > 4 * indentedBegins && flushBegins >= flushGoesOn)
    return 'hanging';
  const begins = indentedBegins + flushBegins;
  return indentedBegins >= begins * INDENTED_SHARE && indentedBegins > 0 ? 'indented' : 'flush';
}
