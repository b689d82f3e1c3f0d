import { gzipSync } from 'node:zlib';
import { CborWriter } from './cbor.ts';
import type { PagefindIndex } from './index-with-pagefind.ts';
import { PAGEFIND_MARK, type PagefindChunk, readPagefindChunk } from './pagefind-chunks.ts';

const HASH = 'unknown_ours';

/**
 * Put chunks of ours where Pagefind's were, so that its own client searches them.
 * @param chunks the chunks
 * @param pages how many texts they are of; the id of a result is its page's number
 * @param pagefind an index that Pagefind made: its client and engine are taken from it
 * @returns the bundle's files by path
 */
export function makeBundle(
  chunks: readonly PagefindChunk[],
  pages: number,
  { files, version }: PagefindIndex,
): Map<string, Uint8Array> {
  const client = [...files].filter(([path]) => /\.js$|^wasm\./.test(path));
  const entry = {
    version,
    languages: { unknown: { hash: HASH, wasm: null, page_count: pages } },
    include_characters: [],
  };
  return new Map([
    ...client,
    ['pagefind-entry.json', new TextEncoder().encode(JSON.stringify(entry))],
    [`pagefind.${HASH}.pf_meta`, writeMeta(chunks, pages, version)],
    ...chunks.map(({ file }, i): [string, Uint8Array] => [`index/${i}.pf_index`, gzipSync(file)]),
  ]);
}

function writeMeta(chunks: readonly PagefindChunk[], pages: number, version: string): Uint8Array {
  const meta = new CborWriter();
  meta.array(6);
  meta.text(version);
  meta.array(pages);
  for (let page = 0; page < pages; page += 1) {
    meta.array(2);
    meta.text(String(page));
    meta.integer(1000);
  }
  meta.array(chunks.length);
  for (const [i, { from, file }] of chunks.entries()) {
    const words = [...readPagefindChunk(file).keys()];
    meta.array(3);
    for (const text of [from, words.at(-1) ?? from, String(i)]) meta.text(text);
  }
  for (const _ of ['filters', 'sorts', 'fields']) meta.array(0);
  return gzipSync(Buffer.concat([new TextEncoder().encode(PAGEFIND_MARK), meta.take()]));
}
