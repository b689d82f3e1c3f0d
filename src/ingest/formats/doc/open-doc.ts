import { ListCounters } from '../docx/number-paragraphs.ts';
import type { List } from '../docx/numbering.ts';
import { checkChains } from './check-chains.ts';
import { readDocLists } from './doc-lists.ts';
import { findNumberedStyles } from './numbered-styles.ts';
import { type Drawing, readDrawings } from './read-drawings.ts';
import { readEntries } from './read-entries.ts';
import { listSprms, readSprms } from './read-sprms.ts';
import { type RowShape, readRowShape } from './row-shapes.ts';

/** The stories of a Word document from before 2007, as they stand in the file, with their controls. */
export interface DocStories {
  /** Character by character; positions in it are those of the file's tables. */
  readonly body: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly boxes: string;
  readonly headerBoxes: string;
  /** Where stories begin in the positions of what follows; the body begins at 0. */
  readonly starts: Readonly<Record<'footnotes' | 'endnotes' | 'boxes', number>>;
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  /** Positions in the body that refer to notes, in order. */
  readonly footnoteMarks: readonly number[];
  readonly endnoteMarks: readonly number[];
  /** Positions of what is hidden or struck out. */
  readonly unseen: readonly Span[];
  /** The same of what is printed small and raised. */
  readonly raised: readonly Span[];
  /** Drawings and boxes of text, by the position in the body that they are anchored at. */
  readonly drawings: ReadonlyMap<number, Drawing>;
  readonly isEncrypted: boolean;
  /** Of the body, then of boxes: paragraphs that are cells of tables, centred, or numbered by Word. */
  readonly paragraphs: readonly DocParagraph[];
}

/** A part of the stories, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Paragraphs that are laid out alike. */
export interface DocParagraph extends Span {
  readonly isInTable: boolean;
  readonly isCentred: boolean;
  /** What Word prints before it; absent where it prints nothing. */
  readonly label: string | undefined;
  /** Whether it is numbered by a list that the file does not tell. */
  readonly isUnlisted: boolean;
  /** Of the end of a row: how its cells are parted. */
  readonly shape: RowShape | undefined;
}

/** What word-extractor keeps of a document while it reads it. */
interface OleExtractor {
  readonly _pieces: readonly {
    readonly startCp: number;
    readonly startFilePos: number;
    readonly endFilePos: number;
    readonly bpc: number;
    readonly text: string;
  }[];
  readonly _boundaries: Readonly<Record<string, number>>;
  readonly _taggedHeaders: readonly { readonly type: string; readonly text: string }[];
  extract(reader: unknown): Promise<unknown>;
  streamBuffer(stream: unknown): Promise<Buffer>;
  buildDocument(): unknown;
}

// Named by variables, since the package says nothing of their types.
const EXTRACTOR = 'word-extractor/lib/word-ole-extractor.js';
const READER = 'word-extractor/lib/buffer-reader.js';

/** Codes of properties of runs and paragraphs ([MS-DOC] 2.6). */
const VANISH = 0x083c;
const STRIKE = 0x0837;
const DOUBLE_STRIKE = 0x2a53;
const POSITION = 0x2a48;
const RAISED = 1;
const LIST = 0x460b;
const LEVEL = 0x260a;
const CELLS = 0xd608;
const IN_TABLE = 0x2416;
const ALIGNMENTS = [0x2403, 0x2461];
const CENTRED = 1;
/** Where the document's header says that tables stand. */
const AT = { runs: 0xfa, paragraphs: 0x102, footnotes: 0xaa, endnotes: 0x20a };
const BLOCK = 512;
/** Bytes that a table of references has of each, beside its position. */
const MARK_SIZE = 2;

/**
 * Open a Word document from before 2007 by word-extractor, before it cleans the text: its cleaning
 * drops readings, marks of notes and whatever a field draws.
 */
export async function openDoc(bytes: Uint8Array): Promise<DocStories> {
  checkChains(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const { default: Extractor } = (await import(EXTRACTOR)) as { default: new () => OleExtractor };
  const { default: Reader } = (await import(READER)) as {
    default: new (bytes: Buffer) => { open(): Promise<void> };
  };
  const extractor = new Extractor();
  const streams: Buffer[] = [];
  const read = extractor.streamBuffer.bind(extractor);
  extractor.streamBuffer = async (stream) => {
    const buffer = await read(stream);
    streams.push(buffer);
    return buffer;
  };
  extractor.buildDocument = () => undefined;
  const reader = new Reader(Buffer.from(bytes));
  await reader.open();
  await extractor.extract(reader);
  const [document, tables] = streams;
  if (document === undefined || tables === undefined) throw new Error('no document in it');
  return readStories(extractor, document, tables);
}

function readStories(extractor: OleExtractor, document: Buffer, tables: Buffer): DocStories {
  const { _pieces: pieces, _boundaries: sizes, _taggedHeaders: tagged } = extractor;
  const whole = pieces.map(({ text }) => text).join('');
  let at = 0;
  const next = (size = 0) => {
    const story = whole.slice(at, at + size);
    at += size;
    return story;
  };
  const body = next(sizes['ccpText']);
  const starts = { footnotes: at, endnotes: 0, boxes: 0 };
  const footnotes = next(sizes['ccpFtn']);
  next(sizes['ccpHdd']);
  next(sizes['ccpAtn']);
  starts.endnotes = at;
  const endnotes = next(sizes['ccpEdn']);
  starts.boxes = at;
  const boxes = next(sizes['ccpTxbx']);
  const headerBoxes = next(sizes['ccpHdrTxbx']);
  const running = (type: string) =>
    tagged.filter((one) => one.type === type).map(({ text }) => text);
  const toPosition = (file: number): number | undefined => {
    const piece = pieces.find((one) => file >= one.startFilePos && file <= one.endFilePos);
    return piece && piece.startCp + (file - piece.startFilePos) / piece.bpc;
  };
  const runs = [...readRuns(document, tables, AT.runs)];
  const spansOf = (isOf: (properties: Properties['properties']) => boolean): Span[] =>
    runs.flatMap(({ start, end, properties }) => {
      const [from, to] = isOf(properties) ? [toPosition(start), toPosition(end)] : [];
      return from === undefined || to === undefined ? [] : [{ start: from, end: to }];
    });
  const numbered = findNumberedStyles(document, tables);
  const lists = readLists(document, tables);
  const counters = new ListCounters(lists);
  const paragraphs = [...readRuns(document, tables, AT.paragraphs)]
    .flatMap((run) => {
      const [from, to] = [toPosition(run.start), toPosition(run.end)];
      const isRead =
        from !== undefined &&
        (from < body.length || (from >= starts.boxes && from < starts.boxes + boxes.length));
      return isRead && to !== undefined ? [{ ...run, start: from, end: to }] : [];
    })
    // A document that was saved quickly holds its paragraphs in any order.
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, style = 0, properties, cells }): DocParagraph => {
      const ofStyle = numbered.get(style);
      const list = properties.get(LIST) ?? ofStyle?.list ?? 0;
      const level = properties.get(LEVEL) ?? ofStyle?.level ?? 0;
      const isTakenOut = /^\0+\r?$/u.test(whole.slice(start, end));
      const isNumbered = list !== 0 && cells === undefined && !isTakenOut;
      return {
        ...{ start, end, shape: cells && readRowShape(cells) },
        isInTable: isOn(properties.get(IN_TABLE)),
        isCentred: ALIGNMENTS.some((code) => properties.get(code) === CENTRED),
        label: isNumbered ? counters.next({ list: String(list), level }) : undefined,
        isUnlisted: isNumbered && !lists.has(String(list)),
      };
    });
  return {
    ...{ body, footnotes, endnotes, boxes, headerBoxes, starts, paragraphs },
    unseen: spansOf((own) => [VANISH, STRIKE, DOUBLE_STRIKE].some((code) => isOn(own.get(code)))),
    raised: spansOf((own) => own.get(POSITION) === RAISED),
    drawings: readDrawings(document, tables),
    headers: running('headers'),
    footers: running('footers'),
    footnoteMarks: readMarks(document, tables, AT.footnotes),
    endnoteMarks: readMarks(document, tables, AT.endnotes),
    isEncrypted: (document.readUInt16LE(0xa) & 0x100) !== 0,
  };
}

/** A document whose lists cannot be read is read without their numbers, and says so. */
function readLists(document: Buffer, tables: Buffer): ReadonlyMap<string, List> {
  try {
    return readDocLists(document, tables);
  } catch {
    return new Map();
  }
}

function isOn(value: number | undefined): boolean {
  return value !== undefined && (value & 1) === 1;
}

/** The positions that a table of references lists. */
function readMarks(document: Buffer, tables: Buffer, at: number): number[] {
  return readEntries(document, tables, at, MARK_SIZE).map(({ position }) => position);
}

/** Runs of characters or paragraphs by their positions in the file, with their own properties. */
function* readRuns(document: Buffer, tables: Buffer, at: number) {
  const isParagraph = at === AT.paragraphs;
  const [from, size] = [document.readUInt32LE(at), document.readUInt32LE(at + 4)];
  const count = Math.floor((size - 4) / 8);
  for (let index = 0; index < count; index++) {
    const entry = from + (count + 1) * 4 + index * 4;
    if (entry + 4 > tables.length) return;
    const start = tables.readUInt32LE(entry) * BLOCK;
    const block = document.subarray(start, start + BLOCK);
    if (block.length < BLOCK) return;
    const runs = block.readUInt8(BLOCK - 1);
    const step = isParagraph ? 13 : 1;
    if ((runs + 1) * 4 + runs * step > BLOCK) continue;
    for (let run = 0; run < runs; run++) {
      const offset = block.readUInt8((runs + 1) * 4 + run * step) * 2;
      const own = offset === 0 ? NONE : readProperties(block, offset, isParagraph);
      yield {
        start: block.readUInt32LE(run * 4),
        end: block.readUInt32LE(run * 4 + 4),
        ...own,
      };
    }
  }
}

interface Properties {
  /** Of a paragraph: the number of its style. */
  readonly style: number | undefined;
  /** By their codes. */
  readonly properties: ReadonlyMap<number, number>;
  /** Of a row's end: what it says of its cells. */
  readonly cells?: Buffer | undefined;
}

const NONE: Properties = { style: undefined, properties: new Map() };

/** The properties of a run or paragraph, and its style. */
function readProperties(block: Buffer, offset: number, isParagraph: boolean): Properties {
  const first = block.readUInt8(offset);
  const isLong = isParagraph && first === 0;
  const size = isParagraph
    ? isLong
      ? 2 * block.readUInt8(Math.min(offset + 1, BLOCK - 1))
      : 2 * first - 1
    : first;
  // A paragraph's properties begin behind the number of its style.
  const at = offset + (isLong ? 2 : 1);
  const end = Math.min(BLOCK - 1, at + size);
  const style = isParagraph && at + 2 <= end ? block.readUInt16LE(at) : undefined;
  const own = block.subarray(at + (isParagraph ? 2 : 0), end);
  const cells = isParagraph ? listSprms(own).find(({ code }) => code === CELLS)?.value : undefined;
  return { style, properties: readSprms(own), cells };
}
