import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  indexWithPagefind,
  type PagefindIndex,
} from '../scripts/build/search/index-with-pagefind.ts';
import { fold } from '../src/archive/query/fold.ts';
import { codePoints, pairTokens, pairWord } from '../src/archive/query/pair-tokens.ts';
import { findChunk } from '../src/search/chunk-table.ts';
import { type Postings, readPfIndex } from '../src/search/pf-index.ts';
import { makePhrases, makeReports } from './search-reports.ts';

/** As much of Pagefind's own client as the referee uses. */
interface Pagefind {
  options(options: { basePath: string; baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

const reports = makeReports(120, 4);
const texts = reports.map(({ lines }) => pairTokens(lines.map(({ text }) => fold(text))));
let folder = '';
let index: PagefindIndex;
let pagefind: Pagefind;

beforeAll(async () => {
  index = await indexWithPagefind(texts.map((words) => words.join(' ')));
  folder = await mkdtemp(path.join(os.tmpdir(), 'referee-'));
  const files = new Map(index.files.map((file) => [file.path, file.content]));
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

it('reads from a Pagefind index every word where it was put', () => {
  const read = new Map<string, Postings>();
  for (const { file } of index.chunks) {
    for (const [word, postings] of readPfIndex(gunzipSync(file), () => true))
      read.set(word, postings);
  }
  const put = new Map<string, Map<number, number[]>>();
  for (const [page, text] of index.pages.entries()) {
    for (const [place, word] of (texts[text] ?? []).entries()) {
      const pages = put.get(word) ?? new Map<number, number[]>();
      pages.set(page, [...(pages.get(page) ?? []), place]);
      put.set(word, pages);
    }
  }
  expect(read.size).toBe(put.size);
  for (const [word, pages] of put) {
    expect([word, [...(read.get(word) ?? [])].sort((a, b) => a[0] - b[0])]).toEqual([
      word,
      [...pages],
    ]);
  }
});

it('looks for every word in the chunk that has it', () => {
  const bounds = index.chunks.map(({ from }) => from);
  expect(bounds.length).toBeGreaterThan(4);
  for (const [chunk, { file }] of index.chunks.entries()) {
    for (const word of readPfIndex(gunzipSync(file), () => true).keys()) {
      expect(findChunk(bounds, word)).toBe(chunk);
    }
  }
});

it('finds a word as well where it reads no further than that', () => {
  for (const { file } of index.chunks.slice(0, 6)) {
    const bytes = gunzipSync(file);
    for (const [word, postings] of readPfIndex(bytes, () => true)) {
      const found = readPfIndex(bytes, (each) => each === word, word);
      expect([...found]).toEqual([[word, postings]]);
    }
  }
});

it("finds the reports that Pagefind's own engine finds for the phrase of all pairs", async () => {
  const folded = reports.map(({ lines }) => lines.map(({ text }) => fold(text)));
  const phrases = makePhrases(reports, 2500, 5).filter(
    (phrase) => codePoints(fold(phrase)).length > 1,
  );
  expect(phrases.length).toBeGreaterThan(2000);
  const pages = new Map<string, string>();
  for (const phrase of phrases) {
    const codes = codePoints(fold(phrase));
    const pairs = codes.slice(1).map((code, i) => pairWord(codes[i] ?? 0, code));
    const { results } = await pagefind.search(`"${pairs.join(' ')}"`);
    const found = await Promise.all(
      results.map(async (result) => {
        const id = (result as { id?: string }).id ?? '';
        const known = pages.get(id) ?? (await result.data()).url.replace(/\D/g, '');
        pages.set(id, known);
        return Number(known);
      }),
    );
    const expected = folded.flatMap((lines, i) =>
      lines.some((line) => line.includes(fold(phrase))) ? [i] : [],
    );
    expect([phrase, found.sort((a, b) => a - b)]).toEqual([phrase, expected]);
  }
}, 120_000);
