import { formatNumbers, parseNumbers } from '../../report/characters/number-text.ts';
import { NumberReader, NumberWriter } from './number-bytes.ts';
import { SearchFormatError } from './sealed-file.ts';

/** A word and where it stands. */
export interface IndexedWord {
  readonly word: string;
  /** The texts that have it, ascending, with its positions in each, ascending. */
  readonly pages: readonly {
    readonly page: number;
    readonly positions: readonly number[];
  }[];
}

/** Where a word stands: for each page its positions, ascending. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** A file of words and their positions. */
export interface Chunk {
  /** A lower bound of its words, above all words of the chunk before; as short as it can be. */
  readonly from: string;
  /** Its bytes before gzip. */
  readonly file: Uint8Array;
}

/** Larger chunks cost a query more bytes, smaller ones a larger table: see docs/adr/0021. */
const CHUNK_BYTES = 5000;
/** How much smaller or larger a chunk may be, so that it ends where a bound takes few letters. */
const LEAST = 0.6;
const MOST = 1.4;
/**
 * The sizes of chunks are only compared with each other, so they are written roughly: rounded up,
 * the usual ones alike.
 */
const SIZE_UNIT = 2048;
const USUAL_UNITS = 2;

/**
 * Write words into chunks. Like things stand beside each other, since gzip makes a third less of
 * that: the words, each by what it shares with the one before, then of all words the numbers of
 * pages, the pages, how often on each, and the positions, both as steps from the one before.
 * A chunk ends, of all places that make it about as large as it should be, at the last one after
 * which the bound adds fewest letters to the one before: the table is a third to a half smaller for it.
 * @param words in order
 * @param chunkBytes bytes of a chunk before gzip, about
 * @returns the chunks in order
 */
export function* writeChunks(
  words: Iterable<IndexedWord>,
  chunkBytes = CHUNK_BYTES,
): Generator<Chunk> {
  const [least, most] = [chunkBytes * LEAST, chunkBytes * MOST];
  let chunk = new Columns();
  /** What stands after the best end so far. */
  let rest = new Columns();
  let [from, next, last] = ['', '', ''];
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const bound = shortestAbove(last, word.word);
    if (last === '') from = bound;
    if (chunk.length + rest.length >= least) {
      const letters = afterWord(from, bound).length;
      if (letters <= fewest) {
        for (const one of rest.words) chunk.add(one);
        [rest, next, fewest] = [new Columns(), bound, letters];
      }
    }
    (next === '' ? chunk : rest).add(word);
    last = word.word;
    if (next === '' || chunk.length + rest.length <= most) continue;
    yield { from, file: chunk.take() };
    chunk = new Columns();
    for (const one of rest.words) chunk.add(one);
    [rest, from, next, fewest] = [new Columns(), next, '', Number.POSITIVE_INFINITY];
  }
  for (const one of rest.words) chunk.add(one);
  if (chunk.length > 0) yield { from, file: chunk.take() };
}

/** The words of a chunk as far as they are written. */
class Columns {
  readonly words: IndexedWord[] = [];
  #text = '';
  #last = '';
  readonly #numbers = Array.from({ length: COLUMNS }, () => new NumberWriter());

  get length(): number {
    return this.#numbers.reduce((sum, { length }) => sum + length, this.#text.length);
  }

  add(indexed: IndexedWord): void {
    const { word, pages } = indexed;
    this.words.push(indexed);
    const [counts, steps, times, positions] = this.#numbers as [
      ...(readonly [NumberWriter, NumberWriter, NumberWriter, NumberWriter]),
    ];
    this.#text += afterWord(this.#last, word);
    this.#last = word;
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
  }

  take(): Uint8Array {
    const head = new NumberWriter();
    head.add(this.#text.length);
    for (const { length } of this.#numbers) head.add(length);
    const words = new TextEncoder().encode(this.#text);
    const parts = [head.take(), words, ...this.#numbers.map((numbers) => numbers.take())];
    const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      file.set(part, at);
      at += part.length;
    }
    return file;
  }
}

/** Of pages, of steps between them, of times on each, of steps between positions. */
const COLUMNS = 4;

/**
 * Write a word by how many letters it shares with the one before, the step of the letter where they
 * part, and the letters behind it.
 */
function afterWord(before: string, word: string): string {
  let shared = 0;
  while (shared < before.length && before[shared] === word[shared]) shared += 1;
  if (shared === word.length) return formatNumbers([shared]);
  const step = word.charCodeAt(shared) - letterAt(before, shared);
  return formatNumbers([shared]) + String.fromCharCode(NO_LETTER + step) + word.slice(shared + 1);
}

/** What comes before `a`: where a word has ended, a step from there is a letter. */
const NO_LETTER = 96;

function letterAt(word: string, at: number): number {
  return at < word.length ? word.charCodeAt(at) : NO_LETTER;
}

/** Read words written by `afterWord`. */
function* readWords(text: string): Generator<string> {
  let before = '';
  for (const [, shared = '', rest = ''] of text.matchAll(/([P-\x60])([a-z]*)/g)) {
    const [length = 0] = parseNumbers(shared);
    const letter = letterAt(before, length) + rest.charCodeAt(0) - NO_LETTER;
    before = before.slice(0, length);
    if (rest !== '') before += String.fromCharCode(letter) + rest.slice(1);
    yield before;
  }
}

/** The shortest beginning of a word that comes after the word before. */
export function shortestAbove(before: string, word: string): string {
  let length = 1;
  while (word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
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
  isWanted: (word: string) => boolean,
  last?: string,
): Map<string, Postings> {
  const head = new NumberReader(bytes);
  const lengths = Array.from({ length: 1 + COLUMNS }, () => head.next());
  const parts = head.parts(lengths);
  const [counts, steps, times, positions] = parts
    .slice(1)
    .map((part) => new NumberReader(part)) as [
    ...(readonly [NumberReader, NumberReader, NumberReader, NumberReader]),
  ];
  const found = new Map<string, Postings>();
  for (const word of readWords(new TextDecoder().decode(parts[0]))) {
    if (last !== undefined && word > last) return found;
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
  if (![counts, steps, times, positions].every(({ isAtEnd }) => isAtEnd))
    throw new SearchFormatError('Unexpected bytes after the words of a chunk');
  return found;
}

/** Which chunk of a shard's index has which words. */
export interface ChunkTable {
  /** A lower bound of each chunk's words, in the order of words. */
  readonly bounds: readonly string[];
  /** About how many bytes each chunk's file has. */
  readonly sizes: readonly number[];
}

/** Write a table of chunks as JSON, the bounds in order, each by what it adds to the one before. */
export function formatChunkTable(table: ChunkTable): string {
  const bounds = table.bounds.map((bound, i) => afterWord(table.bounds[i - 1] ?? '', bound));
  const sizes = table.sizes.map((size) => Math.max(USUAL_UNITS, Math.ceil(size / SIZE_UNIT)));
  return JSON.stringify([bounds.join(''), formatNumbers(sizes)]);
}

/** Read a table of chunks written by `formatChunkTable`; sizes come rounded up. */
export function parseChunkTable(text: string): ChunkTable {
  const [words, sizes] = JSON.parse(text) as [string, string];
  return {
    bounds: [...readWords(words)],
    sizes: parseNumbers(sizes).map((size) => size * SIZE_UNIT),
  };
}

/**
 * Find the chunk a word would be in: the last one whose lower bound is not above it.
 * @param bounds the lower bounds, ascending
 * @param word any word
 * @returns the chunk's number; -1 where the word is below them all
 */
export function findChunk(bounds: readonly string[], word: string): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Find the numbers of the chunks that may hold words of a prefix. */
export function findChunks(bounds: readonly string[], prefix: string): number[] {
  const chunks: number[] = [];
  for (let chunk = Math.max(0, findChunk(bounds, prefix)); chunk < bounds.length; chunk += 1) {
    const bound = bounds[chunk] ?? '';
    if (bound > prefix && !bound.startsWith(prefix)) break;
    chunks.push(chunk);
  }
  return chunks;
}
