import type { IndexedWord, Postings } from '../../src/search/format/index-chunks.ts';
import { SearchFormatError } from '../../src/search/format/sealed-file.ts';
import { CborReader, CborWriter } from './cbor.ts';

/** The mark at the head of every file of a Pagefind index. */
export const PAGEFIND_MARK = 'pagefind_dcd';
/** A file of words. */
export interface PagefindChunk {
  /** A lower bound of its words, above all words of the file before; as short as it can be. */
  readonly from: string;
  readonly file: Uint8Array;
}

/** A word's letters, as many of all: Pagefind orders words by them, and cuts none of them. */
export function lettersOf(word: number): string {
  let text = '';
  for (let rest = word; text.length < LETTERS; rest = Math.floor(rest / 26))
    text = String.fromCharCode(97 + (rest % 26)) + text;
  return text;
}

/** As many as the largest word has. */
const LETTERS = 9;

/** The shortest beginning of a word that comes after the word before. */
function shortestAbove(before: string, word: string): string {
  let length = 1;
  while (word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}

/** Bytes of a file, about. */
const CHUNK_BYTES = 10_000;
/** How Pagefind writes that words weigh what words of a text weigh. */
const USUAL_WEIGHT = -25;

/**
 * Write words as Pagefind does: the mark, then in CBOR
 * `[[[word, [[page, [weight, position, …], []], …], []], …]]`, pages and positions as differences
 * from the one before.
 * @param words in order
 * @returns the files in order
 */
export function* writePagefindChunks(words: Iterable<IndexedWord>): Generator<PagefindChunk> {
  const body = new CborWriter();
  let [from, last, count] = ['', '', 0];
  for (const { word: number, pages } of words) {
    const word = lettersOf(number);
    if (body.length >= CHUNK_BYTES) {
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

/**
 * Read every word of a file of Pagefind's.
 * @param bytes a `pf_index` file, gzip undone
 * @throws SearchFormatError where the file is of another format
 */
export function readPagefindChunk(bytes: Uint8Array): Map<string, Postings> {
  const reader = openPagefindFile(bytes);
  const found = new Map<string, Postings>();
  reader.array(1);
  for (let words = reader.array(); words > 0; words -= 1) {
    reader.array(3);
    found.set(reader.text(), readPages(reader));
    reader.skip();
  }
  if (!reader.isAtEnd) throw new SearchFormatError('Unexpected bytes after the words of a file');
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
