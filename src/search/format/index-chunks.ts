import { formatNumbers, parseNumbers } from '../../report/characters/number-text.ts';
import { CborReader, CborWriter } from './cbor.ts';
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

/** A file of words and their positions, as Pagefind writes it. */
export interface Chunk {
  /** A lower bound of its words, above all words of the chunk before; as short as it can be. */
  readonly from: string;
  /** A `pf_index` file before gzip. */
  readonly file: Uint8Array;
}

/** The mark at the head of every file of a Pagefind index. */
export const PAGEFIND_MARK = 'pagefind_dcd';
/** Larger chunks cost a query more bytes, smaller ones more files: see docs/adr/0010. */
const CHUNK_BYTES = 10_000;
/** How Pagefind writes that words weigh what words of a text weigh. */
const USUAL_WEIGHT = -25;
/** The sizes of chunks are only compared with each other, so they are written roughly. */
const SIZE_UNIT = 512;

/**
 * Write words into chunks: the mark, then in CBOR
 * `[[[word, [[page, [weight, position, …], []], …], []], …]]`, pages and positions as differences
 * from the one before.
 * @param words in order
 * @param chunkBytes bytes of a chunk before gzip, about
 * @returns the chunks in order
 */
export function* writeChunks(
  words: Iterable<IndexedWord>,
  chunkBytes = CHUNK_BYTES,
): Generator<Chunk> {
  const body = new CborWriter();
  let [from, last, count] = ['', '', 0];
  for (const { word, pages } of words) {
    if (body.length >= chunkBytes) {
      yield { from, file: takeFile(body, count) };
      count = 0;
    }
    if (count === 0) from = shortestAbove(last, word);
    writeWord(body, word, pages);
    count += 1;
    last = word;
  }
  if (count > 0) yield { from, file: takeFile(body, count) };
}

function writeWord(body: CborWriter, word: string, pages: IndexedWord['pages']): void {
  body.array(3);
  body.text(word);
  body.array(pages.length);
  let pageBefore = 0;
  for (const { page, positions } of pages) {
    body.array(3);
    body.integer(page - pageBefore);
    body.array(positions.length + 1);
    body.integer(USUAL_WEIGHT);
    let before = 0;
    for (const position of positions) {
      body.integer(position - before);
      before = position;
    }
    body.array(0);
    pageBefore = page;
  }
  body.array(0);
}

function takeFile(body: CborWriter, words: number): Uint8Array {
  const head = new CborWriter();
  head.array(1);
  head.array(words);
  const start = Uint8Array.of(...new TextEncoder().encode(PAGEFIND_MARK), ...head.take());
  const rest = body.take();
  const file = new Uint8Array(start.length + rest.length);
  file.set(start);
  file.set(rest, start.length);
  return file;
}

/** The shortest beginning of a word that comes after the word before. */
function shortestAbove(before: string, word: string): string {
  let length = 1;
  while (word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}

/**
 * Read words and their positions from a chunk, and step over those not wanted.
 * @param bytes a `pf_index` file, gzip undone
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
  const reader = openPagefindFile(bytes);
  const found = new Map<string, Postings>();
  reader.array(1);
  for (let words = reader.array(); words > 0; words -= 1) {
    reader.array(3);
    const word = reader.text();
    if (last !== undefined && word > last) return found;
    if (isWanted(word)) found.set(word, readPages(reader));
    else reader.skip();
    reader.skip();
  }
  if (!reader.isAtEnd) throw new SearchFormatError('Unexpected bytes after the words of a chunk');
  return found;
}

/**
 * Open an unpacked file of a Pagefind index.
 * @param bytes the bytes, gzip undone
 * @returns a reader behind the mark
 * @throws SearchFormatError where the mark is another
 */
export function openPagefindFile(bytes: Uint8Array): CborReader {
  const mark = String.fromCharCode(...bytes.subarray(0, PAGEFIND_MARK.length));
  if (mark === PAGEFIND_MARK) return new CborReader(bytes, PAGEFIND_MARK.length);
  throw new SearchFormatError(
    `Unexpected head \`${mark}\` of a search file, expected \`${PAGEFIND_MARK}\``,
  );
}

function readPages(reader: CborReader): Postings {
  const pages = new Map<number, number[]>();
  let page = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.array(3);
    page += reader.integer();
    const positions: number[] = [];
    let position = 0;
    for (let numbers = reader.array(); numbers > 0; numbers -= 1) {
      const step = reader.integer();
      // A number below 0 is a weight.
      if (step < 0) continue;
      position += step;
      positions.push(position);
    }
    reader.skip();
    pages.set(page, positions);
  }
  return pages;
}

/** Which chunk of a shard's index has which words. */
export interface ChunkTable {
  /** A lower bound of each chunk's words, in the order of words. */
  readonly bounds: readonly string[];
  /** About how many bytes each chunk's file has. */
  readonly sizes: readonly number[];
}

/** Write a table of chunks as JSON, each bound by what it shares with the one before. */
export function formatChunkTable(table: ChunkTable): string {
  let before = '';
  const bounds = table.bounds.map((bound) => {
    let shared = 0;
    while (shared < before.length && before[shared] === bound[shared]) shared += 1;
    before = bound;
    return formatNumbers([shared]) + bound.slice(shared);
  });
  const sizes = table.sizes.map((size) => Math.ceil(size / SIZE_UNIT));
  return JSON.stringify([bounds.join(''), formatNumbers(sizes)]);
}

/** Read a table of chunks written by `formatChunkTable`; sizes come rounded up. */
export function parseChunkTable(text: string): ChunkTable {
  const [words, sizes] = JSON.parse(text) as [string, string];
  const bounds: string[] = [];
  let before = '';
  for (const [, shared = '', rest = ''] of words.matchAll(/([P-\x60])([a-z]*)/g)) {
    before = before.slice(0, parseNumbers(shared)[0] ?? 0) + rest;
    bounds.push(before);
  }
  return { bounds, sizes: parseNumbers(sizes).map((size) => size * SIZE_UNIT) };
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
