import { firstSymbol, pairWord, secondSymbol } from '../text/pair-tokens.ts';
import { NumberReader, NumberWriter } from './number-bytes.ts';
import { SearchFormatError } from './sealed-file.ts';
import { formatMarks, MarkReader, type WantedPlace, type WordMarks } from './word-marks.ts';

/** A word and where it stands. */
export interface IndexedWord {
  /** See `pairWord`. */
  readonly word: number;
  /** The texts that have it, ascending, with its positions in each, ascending. */
  readonly pages: readonly {
    readonly page: number;
    readonly positions: readonly number[];
  }[];
  /** What is told beside its positions: a word that has this is in a chunk of its own. */
  readonly marks?: WordMarks;
}

/** Where a word stands: for each page its positions, ascending. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** A file of words and their positions. */
export interface Chunk {
  /** A lower bound of its words, above all words of the chunk before; as round as it can be. */
  readonly from: number;
  /** Its bytes before gzip. */
  readonly file: Uint8Array;
  /** Whether it tells what stands beside its only word. */
  readonly tellsBeside: boolean;
}

/**
 * Choose how large chunks are: a first search reads some three of them, and the table, which is the
 * shorter the larger they are. Both cost the same where this grows with the root of what there is to
 * read: see docs/adr/0021.
 * @param positions how many positions all words of the index have
 */
export function chunkBytes(positions: number): number {
  return Math.max(LEAST_BYTES, Math.round(BYTES_A_ROOT * Math.sqrt(positions)));
}

/** Smaller ones would press badly. */
const LEAST_BYTES = 1500;
const BYTES_A_ROOT = 1.4;
/** How much smaller or larger a chunk may be, so that it ends where the next bound is round. */
const LEAST = 0.6;
const MOST = 1.4;

/**
 * Write words into chunks. Like things stand beside each other, since gzip makes a third less of
 * that: the first symbols of words, the second ones, then of all words the numbers of pages, the
 * pages, how often on each, and the positions, all as steps from the one before.
 * A word with marks is alone.
 * Another chunk ends, of all places that make it about as large as it should be, where a bound is roundest:
 * the table is the shorter for it.
 * @param words in order
 * @param bytes bytes of a chunk before gzip, about
 * @returns the chunks in order
 */
export function* writeChunks(words: Iterable<IndexedWord>, bytes: number): Generator<Chunk> {
  const [least, most] = [bytes * LEAST, bytes * MOST];
  const row = new WordRow();
  let from = 0;
  let last: number | undefined;
  for (const word of words) {
    const isCut = row.count > 0 && word.marks !== undefined;
    if (isCut) yield { from, file: row.take(row.count), tellsBeside: false };
    if (last !== undefined && row.count === 0) from = roundest(last, word.word);
    last = word.word;
    row.add(word);
    if (word.marks !== undefined) {
      const { tellsBeside } = word.marks;
      yield { from, file: row.take(1, formatMarks(word.marks)), tellsBeside };
      continue;
    }
    while (row.size > most && row.count > 1) {
      const { count, bound } = row.roundCut(least);
      yield { from, file: row.take(count), tellsBeside: false };
      from = bound;
    }
  }
  if (row.count > 0) yield { from, file: row.take(row.count), tellsBeside: false };
}

/** About how many bytes a word takes beside the numbers of where it stands. */
const WORD_BYTES = 2;

/** Words that are written, but not yet parted into chunks. */
class WordRow {
  readonly #words: number[] = [];
  /** By word, the bytes up to its end in each column. */
  readonly #ends: number[][] = [];
  readonly #columns = Array.from({ length: PLACE_COLUMNS }, () => new NumberWriter());

  get count(): number {
    return this.#words.length;
  }

  get size(): number {
    return this.#sizeOf(this.count);
  }

  #sizeOf(count: number): number {
    return (this.#ends[count - 1] ?? []).reduce((sum, end) => sum + end, count * WORD_BYTES);
  }

  add({ word, pages }: IndexedWord): void {
    const [counts, steps, times, positions] = this.#columns as [
      ...(readonly [NumberWriter, NumberWriter, NumberWriter, NumberWriter]),
    ];
    counts.add(pages.length);
    let pageBefore = 0;
    for (const { page, positions: all } of pages) {
      steps.add(page - pageBefore);
      pageBefore = page;
      times.add(all.length - 1);
      let before = 0;
      for (const position of all) {
        positions.add(position - before);
        before = position;
      }
    }
    this.#words.push(word);
    this.#ends.push(this.#columns.map(({ length }) => length));
  }

  /**
   * Find where a chunk of so many bytes or more may end before the last word.
   * @returns how many words it has then, and the roundest bound below all others
   */
  roundCut(least: number): { count: number; bound: number } {
    let count = 1;
    while (count < this.count - 1 && this.#sizeOf(count) < least) count += 1;
    const bound = roundest(this.#words[count - 1] ?? 0, this.#words.at(-1) ?? 0);
    while ((this.#words[count] ?? bound) < bound) count += 1;
    return { count, bound };
  }

  /** Take out the first words as a chunk. */
  take(count: number, marks: Uint8Array = new Uint8Array()): Uint8Array {
    const [firsts, seconds] = [new NumberWriter(), new NumberWriter()];
    const words = Map.groupBy(this.#words.splice(0, count), firstSymbol);
    let before = 0;
    for (const [first, group] of words) {
      firsts.add(first - before);
      firsts.add(group.length);
      before = first;
      let last = 0;
      for (const second of group.map(secondSymbol)) {
        seconds.add(second - last);
        last = second;
      }
    }
    const ends = this.#ends.splice(0, count).at(-1) ?? [];
    for (const left of this.#ends)
      for (const [i, end] of ends.entries()) left[i] = (left[i] ?? 0) - end;
    const places = this.#columns.map((column, i) => column.take(ends[i]));
    const columns = [firsts.take(), seconds.take(), ...places, marks];
    const head = new NumberWriter();
    for (const { length } of columns) head.add(length);
    return joinBytes([head.take(), ...columns]);
  }
}

/** Of first symbols with how many words each has, and of second symbols. */
const WORD_COLUMNS = 2;
/** Of pages, of steps between them, of times on each, of steps between positions. */
const PLACE_COLUMNS = 4;

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Find the number above one and not above another that the highest power of two divides. */
function roundest(above: number, most: number): number {
  let unit = 1;
  while (most - (most % (2 * unit)) > above) unit *= 2;
  return most - (most % unit);
}

/**
 * Read words and their positions from a chunk, and step over those not wanted.
 * @param bytes a chunk
 * @param isWanted whether a word is wanted
 * @param last the last word to look for, words standing in order; absent: the chunk is read whole
 * @returns the positions of each wanted word the chunk has
 * @throws SearchFormatError where the file is of another format
 */
export function readChunk(
  bytes: Uint8Array,
  isWanted: (word: number) => boolean,
  last = Number.POSITIVE_INFINITY,
): Map<number, Postings> {
  const [columns] = openChunk(bytes);
  const [firsts, seconds, counts, steps, times, positions] = columns;
  const found = new Map<number, Postings>();
  for (let first = 0; !firsts.isAtEnd; ) {
    first += firsts.next();
    let second = 0;
    for (let words = firsts.next(); words > 0; words -= 1) {
      second += seconds.next();
      const word = pairWord(first, second);
      if (word > last) return found;
      const pages = isWanted(word) ? new Map<number, number[]>() : undefined;
      let page = 0;
      for (let left = counts.next(); left > 0; left -= 1) {
        page += steps.next();
        const count = times.next() + 1;
        if (pages) pages.set(page, positions.sums(count));
        else positions.skip(count);
      }
      if (pages) found.set(word, pages);
    }
  }
  if (!columns.every(({ isAtEnd }) => isAtEnd))
    throw new SearchFormatError('Unexpected bytes after the words of a chunk');
  return found;
}

type Columns = readonly [
  ...(readonly [NumberReader, NumberReader, NumberReader]),
  ...(readonly [NumberReader, NumberReader, NumberReader]),
];

/** Take a chunk apart into its columns of numbers, and the marks. */
function openChunk(bytes: Uint8Array): [Columns, Uint8Array] {
  const head = new NumberReader(bytes);
  const lengths = Array.from({ length: WORD_COLUMNS + PLACE_COLUMNS + 1 }, () => head.next());
  const parts = head.parts(lengths);
  const marks = parts.pop() ?? new Uint8Array();
  return [parts.map((part) => new NumberReader(part)) as unknown as Columns, marks];
}

/** Where a word of a phrase stands. */
export interface Places {
  readonly pages: Postings;
  /** Those for which the phrase begins in a heading; absent where that is not told. */
  readonly inHeadings?: Postings;
}

/** A word of a phrase. */
export interface WantedWord extends WantedPlace {
  readonly word: number;
}

/**
 * Read where a word of a phrase may stand. What is wanted beside it is looked at only in a chunk
 * that tells it.
 * @param bytes a chunk
 * @param wanted the word and what the phrase has beside it
 * @returns its positions; none where the chunk does not have it
 * @throws SearchFormatError where the file is of another format
 */
export function readWord(bytes: Uint8Array, wanted: WantedWord): Places {
  const { word } = wanted;
  const all = readChunk(bytes, (each) => each === word, word).get(word) ?? new Map();
  const [, marks] = openChunk(bytes);
  if (marks.length === 0 || all.size === 0) return { pages: all };
  const reader = new MarkReader(marks, wanted);
  const [pages, inHeadings] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const [page, positions] of all) {
    const kept: number[] = [];
    const headed: number[] = [];
    for (const position of positions) {
      const mark = reader.next();
      if (!mark?.isWanted) continue;
      kept.push(position);
      if (mark.inHeading) headed.push(position);
    }
    if (kept.length > 0) pages.set(page, kept);
    if (headed.length > 0) inHeadings.set(page, headed);
  }
  if (!reader.isAtEnd) throw new SearchFormatError('Unexpected marks of no positions');
  return reader.tellsHeadings ? { pages, inHeadings } : { pages };
}
