import { noteReference } from '../../../report/note-reference.ts';
import type { SourceLine } from '../../describe/source-page.ts';
import type { SourceDoubt } from '../inventory.ts';
import { pictureText } from '../line-writer.ts';
import { raiseDigits } from '../raise-digits.ts';
import { findPageNotes, foldMark, type NoteLine } from './page-notes.ts';
import { dropHeadsOfTables, PageWriter } from './page-writer.ts';
import { joinParagraphs } from './paragraphs.ts';
import {
  dropRepeated,
  findSegments,
  joinSegments,
  mostCommon,
  partSegment,
  type Segment,
} from './printed-lines.ts';
import type {
  PlacedPicture,
  PrintedFrame,
  PrintedItem,
  PrintedLine,
  PrintedPicture,
  PrintedTable,
} from './printed-page.ts';
import { orderBlocks, type Partible, type Placed } from './reading-order.ts';
import { findRuledTables } from './ruled-tables.ts';
import { findRunningLines } from './running-lines.ts';
import { findStruckWords } from './struck-words.ts';

/** Smaller pictures are ornaments: rules, bullets, logos of a few points. */
const LEAST_PICTURE = 24;
/** From points to the pixels of a page. */
const PIXELS = 96 / 72;
/** Aligned gaps in so many lines one after the other may be a table without ruled lines. */
const LEAST_ALIGNED = 3;
/** Between such lines a shorter one may be the rest of a cell, in characters. */
const LONGEST_REST = 6;

/** What printed pages say. */
export interface LaidOut {
  readonly text: string;
  readonly lines: readonly SourceLine[];
  /** What runs through the pages, and stands in `text` too. */
  readonly running: readonly SourceLine[];
  readonly doubts: readonly SourceDoubt[];
}

/**
 * Read printed pages from the positions of their glyphs: columns one after the other, ruled tables as
 * rows, notes at the foot as notes, and lines joined to paragraphs, over the page too.
 *
 * @param frames in the order of the pages
 */
export function layOutPages(frames: readonly PrintedFrame[]): LaidOut {
  const pages = frames.map((frame, at) => ({ frame, items: readFrame(frame, at * 1000) }));
  const upright = pages.filter(({ frame }) => !frame.isAslant && frame.transcript === undefined);
  const running = new Set(findRunningLines(upright.map(({ items }) => items.filter(isLine))));
  for (const { frame, items } of pages)
    if (frame.isAslant) for (const line of items.filter(isLine)) running.add(line);
  const body = pages.flatMap(({ items }) => items).filter(isLine);
  const size = mostCommon(body.flatMap((line) => Array<number>(line.text.length).fill(line.size)));
  const { notes, marks } = findNotes(pages, running, size);
  const scans = new Set(frames.flatMap(({ page, isScan }) => (isScan === true ? [page] : [])));
  const writer = new PageWriter();
  const doubts: SourceDoubt[] = [];
  const items = dropHeadsOfTables(
    pages.flatMap((page) => page.items),
    writer,
    (line) => running.has(line) || notes.has(line),
  );
  const parts = joinParagraphs(items, { running, notes: new Set(notes.keys()) });
  for (const part of parts) {
    if (part.kind === 'running') writer.addRunning(part.text);
    else if (part.kind === 'table') writer.addTable(part.table);
    else if (part.kind === 'picture') {
      writer.addPicture(part.picture);
      doubts.push(pictureDoubt(part.picture, scans));
    } else if (part.kind === 'note') {
      const note = notes.get(part.line);
      if (note !== undefined) writer.addNote(note);
    } else {
      const { text, unknown } = setMarks(part, marks);
      writer.add({ text });
      for (const mark of unknown) doubts.push(markDoubt(part.page, mark, part.text));
    }
  }
  for (const { frame, items: all } of pages)
    doubts.push(...alignedDoubts(frame.page, all.filter(isLine), running));
  doubts.push(...frames.flatMap(struckDoubts));
  return { ...writer.end(), doubts };
}

function struckDoubts(frame: PrintedFrame): SourceDoubt[] {
  return findStruckWords(frame).map((words) => ({
    ...{ where: `第${frame.page}页`, words, from: 'reader' },
    why: `a line is drawn through 「${words}」: where it strikes the words out, take them out of the report`,
  }));
}

function isLine(item: PrintedItem): item is PrintedLine {
  return item.kind === 'line';
}

/** Read what stands in a frame, in the order it is read. */
function readFrame(frame: PrintedFrame, firstBlock: number): PrintedItem[] {
  if (frame.transcript !== undefined)
    return frame.transcript.map((text) => ({ kind: 'transcribed', page: frame.page, text }));
  const glyphs = dropRepeated(frame.glyphs);
  const { tables, rest } = findRuledTables({ ...frame, glyphs });
  const placed: FlowItem[] = [
    ...findSegments(rest).map(toFlow),
    ...tables.map((item) => ({ ...extentOf({ ...item, size: 10 }), item })),
    ...(frame.isScan === true ? joinPictures(frame.pictures) : frame.pictures)
      .filter(isLarge)
      .map((picture) => toPlaced(frame.page, picture))
      .map((item) => ({ ...extentOf({ ...item, size: 10 }), item })),
  ];
  return orderBlocks(placed).flatMap((block, at) => {
    const lines = joinSegments(
      block.flatMap(({ segment }) => (segment === undefined ? [] : [segment])),
      { page: frame.page, block: firstBlock + at },
    );
    const others = block.flatMap(({ item }) => (item === undefined ? [] : [item]));
    return [...lines, ...others].sort((a, b) => b.y - a.y || a.start - b.start);
  });
}

/** A segment, a table or a picture, to be put in order. */
interface FlowItem extends Partible<FlowItem> {
  readonly segment?: Segment;
  readonly item?: PrintedTable | PlacedPicture;
}

function toFlow(segment: Segment): FlowItem {
  return {
    ...extentOf(segment),
    segment,
    partAt(x) {
      const parts = partSegment(segment, x);
      return parts && [{ ...toFlow(parts[0]), end: x }, toFlow(parts[1])];
    },
  };
}

function extentOf({ y, size, start, end }: Placed): Placed {
  return { y, size, start, end };
}

function isLarge({ x0, x1, y0, y1 }: PrintedPicture): boolean {
  return Math.min(Math.abs(x1 - x0), Math.abs(y1 - y0)) >= LEAST_PICTURE;
}

function toPlaced(page: number, { x0, y0, x1, y1, alt }: PrintedPicture): PlacedPicture {
  return {
    ...{ kind: 'picture', page, alt, y: Math.max(y0, y1) },
    ...{ start: Math.min(x0, x1), end: Math.max(x0, x1) },
    width: Math.round(Math.abs(x1 - x0) * PIXELS),
    height: Math.round(Math.abs(y1 - y0) * PIXELS),
  };
}

/** Find the notes of all pages, by their lines, and the marks that they have. */
function findNotes(
  pages: readonly { readonly items: readonly PrintedItem[] }[],
  running: ReadonlySet<PrintedLine>,
  size: number,
): { notes: Map<PrintedLine, NoteLine>; marks: Set<string> } {
  const notes = new Map<PrintedLine, NoteLine>();
  const raised = new Set<string>();
  for (const { items } of pages) {
    const lines = items.filter(isLine).filter((line) => !running.has(line));
    for (const line of lines)
      for (const { offset, mark } of line.raised) if (offset > 0) raised.add(foldMark(mark));
    for (const note of findPageNotes(lines, size, raised)) notes.set(note.line, note);
  }
  return { notes, marks: new Set([...notes.values()].map(({ mark }) => foldMark(mark))) };
}

/**
 * Put marks of notes into a text as references. What is raised and is no note's stays text, raised:
 * m², never m2.
 */
function setMarks(
  { text, raised }: Pick<PrintedLine, 'text' | 'raised'>,
  marks: ReadonlySet<string>,
): { text: string; unknown: string[] } {
  const unknown: string[] = [];
  let done = '';
  let from = 0;
  for (const { offset, mark } of raised) {
    const before = text.slice(from, offset);
    const isNote = marks.has(foldMark(mark));
    if (!isNote && !/[A-Za-z]$/.test(done + before)) unknown.push(mark);
    done += before + (isNote ? noteReference(mark) : raiseDigits(mark));
    from = offset;
  }
  return { text: done + text.slice(from), unknown };
}

/** A scanner may cut a page into strips. */
function joinPictures(pictures: readonly PrintedPicture[]): PrintedPicture[] {
  const xs = pictures.flatMap(({ x0, x1 }) => [x0, x1]);
  const ys = pictures.flatMap(({ y0, y1 }) => [y0, y1]);
  if (xs.length === 0) return [];
  const whole = { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys) };
  return [{ ...whole, y1: Math.max(...ys), alt: pictures[0]?.alt ?? '' }];
}

/** One doubt a picture: that a page is one, or that one stands in a page. */
function pictureDoubt(picture: PlacedPicture, scans: ReadonlySet<number>): SourceDoubt {
  const { page, alt } = picture;
  const why = scans.has(page)
    ? 'this page is a picture (a scan): its text is not in the report; type it, or have it recognised'
    : 'a picture stands here; look whether it shows words of the report';
  return {
    where: `第${page}页`,
    words: alt,
    why: `${pictureText(picture)}: ${why}`,
    from: 'reader',
  };
}

function markDoubt(page: number, mark: string, text: string): SourceDoubt {
  return {
    where: `第${page}页`,
    words: mark,
    why: `a small raised「${mark}」stands in「${text.slice(0, 12)}…」, and no note at the foot has it; say whether it is a note's mark`,
    from: 'reader',
  };
}

/** Say where lines may be rows of a table that no ruled lines show. */
function alignedDoubts(
  page: number,
  lines: readonly PrintedLine[],
  running: ReadonlySet<PrintedLine>,
): SourceDoubt[] {
  const doubts: SourceDoubt[] = [];
  let rows: PrintedLine[] = [];
  const endRows = () => {
    if (rows.length >= LEAST_ALIGNED)
      doubts.push({
        where: `第${page}页`,
        words: rows[0]?.text ?? '',
        why: `${rows.length} lines from「${rows[0]?.text.slice(0, 20)}」on may be rows of a table without ruled lines: they were read as lines; make them a table where they are one`,
        from: 'reader',
      });
    rows = [];
  };
  for (const line of lines)
    if (!running.has(line) && line.isSpread) rows.push(line);
    // What had no room in a cell stands on a line of its own.
    else if (line.text.length > LONGEST_REST) endRows();
  endRows();
  return doubts;
}
