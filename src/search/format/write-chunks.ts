import { gzipSync } from 'node:zlib';
import type { IndexedWord } from '../index/pair-index.ts';
import { CborWriter } from './cbor-writer.ts';
import { PAGEFIND_MARK } from './pf-format.ts';

/** A file of words and their places, as Pagefind writes it. */
export interface Chunk {
  /** A lower bound of its words, above all words of the chunk before; as short as it can be. */
  readonly from: string;
  /** `pf_index`, gzip and all. */
  readonly file: Uint8Array;
}

/** Larger chunks cost a query more bytes, smaller ones more files: see docs/adr/0010. */
const CHUNK_BYTES = 10_000;
const MARK = new TextEncoder().encode(PAGEFIND_MARK);
/** How Pagefind writes that words weigh what words of a text weigh. */
const USUAL_WEIGHT = -25;

/**
 * Write words into chunks: the mark, then in CBOR
 * `[[[word, [[page, [weight, place, …], []], …], []], …]]`, pages and places as differences.
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
      yield { from, file: writeFile(body, count) };
      [from, count] = ['', 0];
    }
    if (count === 0) from = shortestAbove(last, word);
    writeWord(body, word, pages);
    count += 1;
    last = word;
  }
  if (count > 0) yield { from, file: writeFile(body, count) };
}

function writeWord(body: CborWriter, word: string, pages: IndexedWord['pages']): void {
  body.array(3);
  body.text(word);
  body.array(pages.length);
  let pageBefore = 0;
  for (const { page, places } of pages) {
    body.array(3);
    body.integer(page - pageBefore);
    body.array(places.length + 1);
    body.integer(USUAL_WEIGHT);
    let placeBefore = 0;
    for (const place of places) {
      body.integer(place - placeBefore);
      placeBefore = place;
    }
    body.array(0);
    pageBefore = page;
  }
  body.array(0);
}

function writeFile(body: CborWriter, words: number): Uint8Array {
  const head = new CborWriter();
  head.array(1);
  head.array(words);
  return gzipSync(Buffer.concat([MARK, head.take(), body.take()]), {
    level: 6,
  });
}

/** The shortest beginning of a word that comes after the word before. */
function shortestAbove(before: string, word: string): string {
  let length = 1;
  while (word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}
