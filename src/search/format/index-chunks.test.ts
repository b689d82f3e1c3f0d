import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IndexedWord } from '../index/pair-index.ts';
import { findChunk } from './chunk-table.ts';
import { readPfIndex } from './index-chunks.ts';
import { writeChunks } from './write-chunks.ts';

const ascending = (max: number) =>
  fc
    .uniqueArray(fc.nat({ max }), { minLength: 1, maxLength: 30 })
    .map((numbers) => numbers.sort((a, b) => a - b));
const page = fc.record({ page: fc.nat({ max: 70_000 }), places: ascending(99_999) });
const words = fc
  .uniqueArray(fc.string({ unit: fc.constantFrom(...'abz'), minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 120,
  })
  .chain((names) =>
    fc.tuple(
      ...names.sort().map((word) =>
        fc.record({
          word: fc.constant(word),
          pages: fc
            .uniqueArray(page, { selector: (each) => each.page, minLength: 1, maxLength: 12 })
            .map((pages) => pages.sort((a, b) => a.page - b.page)),
        }),
      ),
    ),
  );

it('writes chunks in which the search finds every word with its pages and places', () => {
  let most = 0;
  fc.assert(
    fc.property(words, (all: readonly IndexedWord[]) => {
      const chunks = [...writeChunks(all, 400)];
      most = Math.max(most, chunks.length);
      const bounds = chunks.map(({ from }) => from);
      expect(bounds).toEqual(bounds.toSorted());
      for (const { word, pages } of all) {
        const bytes = gunzipSync(chunks[findChunk(bounds, word)]?.file ?? new Uint8Array());
        const found = readPfIndex(bytes, (each) => each === word, word).get(word) ?? new Map();
        expect([...found].map(([number, places]) => ({ page: number, places }))).toEqual(pages);
      }
      const read = chunks.flatMap(({ file }) => [...readPfIndex(gunzipSync(file), () => true)]);
      expect(read.map(([word]) => word)).toEqual(all.map(({ word }) => word));
    }),
    { numRuns: 40 },
  );
  expect(most).toBeGreaterThan(2);
});

it('writes no chunk of no words', () => {
  expect([...writeChunks([])]).toEqual([]);
});
