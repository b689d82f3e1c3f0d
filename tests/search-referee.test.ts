import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fold } from '../src/report/characters/fold.ts';
import { type Postings, readChunk, writeChunks } from '../src/search/format/index-chunks.ts';
import { PairIndex } from '../src/search/index/pair-index.ts';
import { codePoints, pairTokens, pairWord } from '../src/search/text/pair-tokens.ts';
import { indexWithPagefind, type PagefindIndex } from './pagefind/index-with-pagefind.ts';
import { makeBundle } from './pagefind/make-bundle.ts';
import { lettersOf, readPagefindChunk, writePagefindChunks } from './pagefind/pagefind-chunks.ts';
import { makePhrases, makeReports } from './search-reports.ts';

/** As much of Pagefind's own client as the referee uses. */
interface Pagefind {
  options(options: { basePath: string; baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: { id: string }[] }>;
}

const reports = makeReports(120, 4);
const folded = reports.map(({ lines }) => lines.map(({ text }) => fold(text)));
const ours = new PairIndex();
for (const lines of folded) ours.add(lines);
const words = [...ours.words()];
const chunks = [...writePagefindChunks(words)];
let folder = '';
let theirs: PagefindIndex;
let pagefind: Pagefind;

beforeAll(async () => {
  theirs = await indexWithPagefind(
    folded.map((lines) => pairTokens(lines).map(lettersOf).join(' ')),
  );
  const files = makeBundle(chunks, reports.length, theirs);
  folder = await mkdtemp(path.join(os.tmpdir(), 'referee-'));
  for (const [name, content] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  // Pagefind's client fetches its files; here they come from memory.
  vi.stubGlobal('fetch', async (address: string) => {
    const content = files.get(
      String(address)
        .replace(/^\/pagefind\//, '')
        .replace(/\?.*$/, ''),
    );
    return new Response(content ? new Uint8Array(content) : null, { status: content ? 200 : 404 });
  });
  pagefind = await import(pathToFileURL(path.join(folder, 'pagefind.js')).href);
  await pagefind.options({ basePath: '/pagefind/', baseUrl: '/' });
}, 120_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true, force: true });
});

/** Every word of chunks, in order, with the positions in each text. */
function readAll(
  files: readonly ReadonlyMap<string | number, Postings>[],
  textOf: (page: number) => number,
) {
  const byText = (a: [number, unknown], b: [number, unknown]) => a[0] - b[0];
  const positions = (postings: Postings) =>
    Array.from(postings, ([page, found]): [number, readonly number[]] => [
      textOf(page),
      found,
    ]).sort(byText);
  return files
    .flatMap((file) => [...file])
    .map(([word, postings]) => [
      typeof word === 'number' ? lettersOf(word) : word,
      positions(postings),
    ]);
}

it("writes the words, pages and positions that Pagefind's own indexer writes", () => {
  const written = readAll(
    [...writeChunks(words, 5000)].map(({ file }) => readChunk(file, () => true)),
    (page) => page,
  );
  expect(written.length).toBeGreaterThan(2000);
  expect(written).toEqual(
    readAll(theirs.chunks.map(readPagefindChunk), (page) => theirs.pages[page] ?? -1),
  );
});

it("is opened by Pagefind's own engine, which finds what plain string search finds", async () => {
  const phrases = makePhrases(reports, 2500, 5).filter(
    (phrase) => codePoints(fold(phrase)).length > 1,
  );
  expect(phrases.length).toBeGreaterThan(2000);
  for (const phrase of phrases) {
    const wanted = fold(phrase);
    const codes = codePoints(wanted);
    const pairs = codes.slice(1).map((code, i) => lettersOf(pairWord(codes[i] ?? 0, code)));
    const { results } = await pagefind.search(`"${pairs.join(' ')}"`);
    const found = results.map(({ id }) => Number(id)).sort((a, b) => a - b);
    const expected = folded.flatMap((lines, i) =>
      lines.some((line) => line.includes(wanted)) ? [i] : [],
    );
    expect([phrase, found]).toEqual([phrase, expected]);
  }
}, 120_000);
