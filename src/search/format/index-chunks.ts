import { firstSymbol, pairWord, secondSymbol } from '../text/pair-tokens.ts';
import { NumberReader, NumberWriter } from './number-bytes.ts';
import { SearchFormatError } from './sealed-file.ts';
import {
  readMarks,
  tellsHeadings,
  type WantedPlace,
  type WordMarks,
  writeMarks,
} from './word-marks.ts';

/** A word and where it stands. */
export interface IndexedWord {
  /** See `pairWord`. */
  readonly word: number;
  /** The texts that have it, ascending, with its positions in each, ascending. */
  readonly pages: readonly {
    readonly page: number;
    readonly positions: readonly number[];
  }[];
  /** What is told beside its positions; absent where it stands in no heading and no more is told. */
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
 * pages, how often on each, the positions, all as steps from the one before, and the marks.
 * A word is alone where its marks tell what stands beside it.
 * Another chunk ends, of all places that make it about as large as it should be, where a bound is
 * roundest: the table is the shorter for it.
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
    const isAlone = word.marks?.tellsBeside === true;
    if (isAlone && row.count > 0) yield { from, file: row.take(row.count), tellsBeside: false };
    if (last !== undefined && row.count === 0) from = roundest(last, word.word);
    last = word.word;
    row.add(word);
    if (isAlone) yield { from, file: row.take(1), tellsBeside: true };
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
    const places = this.#ends[count - 1]?.slice(0, MARKS) ?? [];
    return places.reduce((sum, end) => sum + end, count * WORD_BYTES);
  }

  add({ word, pages, marks }: IndexedWord): void {
    const [counts, steps, times, positions, marked] = this.#columns as [
      ...(readonly [NumberWriter, NumberWriter, NumberWriter, NumberWriter, NumberWriter]),
    ];
    writeMarks(marked, marks);
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
  take(count: number): Uint8Array {
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
    const columns = [firsts.take(), seconds.take(), ...places];
    const head = new NumberWriter();
    for (const { length } of columns) head.add(length);
    return joinBytes([head.take(), ...columns]);
  }
}

/** Of first symbols with how many words each has, and of second symbols. */
const WORD_COLUMNS = 2;
/** Of pages, of steps between them, of times on each, of steps between positions, of marks. */
const PLACE_COLUMNS = 5;
/** Which of these the marks are: the size of a chunk is that of the others, since they press well. */
const MARKS = 4;

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
  const found = new Map<number, Postings>();
  eachWord(bytes, last, isWanted, (word, pages, marks, count) => {
    readMarks(marks, count);
    if (pages) found.set(word, pages);
  });
  return found;
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
 * Read where a word of a phrase may stand, as far as a chunk tells.
 * @param bytes a chunk
 * @param wanted the word and what the phrase has beside it
 * @returns its positions; none where the chunk does not have it
 * @throws SearchFormatError where the file is of another format
 */
export function readWord(bytes: Uint8Array, wanted: WantedWord): Places {
  const [kept, headed] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const isWanted = (word: number) => word === wanted.word;
  eachWord(bytes, wanted.word, isWanted, (_, pages, marks, count) => {
    const markOf = readMarks(marks, count, pages && wanted);
    let i = 0;
    for (const [page, positions] of pages ?? []) {
      const [here, inHeading]: [number[], number[]] = [[], []];
      for (const position of positions) {
        const mark = markOf?.(i);
        i += 1;
        if (mark?.isWanted === false) continue;
        here.push(position);
        if (mark?.inHeading) inHeading.push(position);
      }
      if (here.length > 0) kept.set(page, here);
      if (inHeading.length > 0) headed.set(page, inHeading);
    }
  });
  return tellsHeadings(wanted) ? { pages: kept, inHeadings: headed } : { pages: kept };
}

/**
 * Go through the words of a chunk up to one of them.
 * @param take told each word, where it stands if it is wanted, where its marks stand next, which it
 *   has to read, and how many positions it has
 */
function eachWord(
  bytes: Uint8Array,
  last: number,
  isWanted: (word: number) => boolean,
  take: (word: number, pages: Postings | undefined, marks: NumberReader, count: number) => void,
): void {
  const head = new NumberReader(bytes);
  const lengths = Array.from({ length: WORD_COLUMNS + PLACE_COLUMNS }, () => head.next());
  const columns = head.parts(lengths).map((part) => new NumberReader(part));
  const [firsts, seconds, counts, steps, times, positions, marks] = columns as [
    ...(readonly [NumberReader, NumberReader, NumberReader, NumberReader]),
    ...(readonly [NumberReader, NumberReader, NumberReader]),
  ];
  for (let first = 0; !firsts.isAtEnd; ) {
    first += firsts.next();
    let second = 0;
    for (let words = firsts.next(); words > 0; words -= 1) {
      second += seconds.next();
      const word = pairWord(first, second);
      if (word > last) return;
      const pages = isWanted(word) ? new Map<number, number[]>() : undefined;
      let [page, all] = [0, 0];
      for (let left = counts.next(); left > 0; left -= 1) {
        page += steps.next();
        const count = times.next() + 1;
        all += count;
        if (pages) pages.set(page, positions.sums(count));
        else positions.skip(count);
      }
      take(word, pages, marks, all);
    }
  }
  if (!columns.every(({ isAtEnd }) => isAtEnd))
    throw new SearchFormatError('Unexpected bytes after the words of a chunk');
}
