import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairWord } from '../text/pair-tokens.ts';
import {
  chunkWidth,
  findChunk,
  findChunks,
  formatChunkTable,
  parseChunkTable,
} from './chunk-table.ts';
import { chunkBytes, type IndexedWord, readChunk, writeChunks } from './index-chunks.ts';
import { SearchFormatError } from './sealed-file.ts';

const ascending = (max: number) =>
  fc
    .uniqueArray(fc.nat({ max }), { minLength: 1, maxLength: 30 })
    .map((numbers) => numbers.sort((a, b) => a - b));
const page = fc.record({ page: fc.nat({ max: 70_000 }), positions: ascending(99_999) });
/** Symbols as they are: some beside each other, some far off, digits of counts. */
const symbol = fc.oneof(fc.integer({ min: 0x4e00, max: 0x4e40 }), fc.nat({ max: 0x110019 }));
const word = fc.tuple(symbol, symbol).map(([first, second]) => pairWord(first, second));
const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 120 }).chain((names) =>
  fc.tuple(
    ...inOrder(names).map((name) =>
      fc.record({
        word: fc.constant(name),
        pages: fc
          .uniqueArray(page, { selector: (each) => each.page, minLength: 1, maxLength: 12 })
          .map((pages) => pages.sort((a, b) => a.page - b.page)),
      }),
    ),
  ),
);

it('writes chunks in which the search finds every word with its pages and positions', () => {
  let most = 0;
  fc.assert(
    fc.property(words, (all: readonly IndexedWord[]) => {
      const chunks = [...writeChunks(all, 400)];
      most = Math.max(most, chunks.length);
      const bounds = chunks.map(({ from }) => from);
      expect(bounds).toEqual(inOrder(bounds));
      for (const { word, pages } of all) {
        const bytes = chunks[findChunk(bounds, word)]?.file ?? new Uint8Array();
        const found = readChunk(bytes, (each) => each === word, word).get(word) ?? new Map();
        expect([...found].map(([number, positions]) => ({ page: number, positions }))).toEqual(
          pages,
        );
      }
      const read = chunks.flatMap(({ file }) => [...readChunk(file, () => true)]);
      expect(read.map(([word]) => word)).toEqual(all.map(({ word }) => word));
    }),
    { numRuns: 40 },
  );
  expect(most).toBeGreaterThan(2);
});

it('writes no chunk of no words', () => {
  expect([...writeChunks([], 400)]).toEqual([]);
});

/** Two words of the symbol 3, on page 2 at 3 and 303 and on page 0 at 7; one of 5. */
const [{ file: CHUNK = new Uint8Array() } = {}] = writeChunks(
  [
    { word: pairWord(3, 8), pages: [{ page: 2, positions: [3, 303] }] },
    { word: pairWord(3, 9), pages: [{ page: 0, positions: [7] }] },
    { word: pairWord(5, 1), pages: [{ page: 4, positions: [6] }] },
  ],
  400,
);

it('writes what is like beside each other: words, pages, times, positions, marks', () => {
  const words = [3, 2, 2, 1, 8, 1, 1];
  const columns = [1, 1, 1, 2, 0, 4, 1, 0, 0, 3, 128 + 44, 2, 7, 6, 0, 0, 0];
  expect([...CHUNK]).toEqual([4, 3, 3, 3, 3, 5, 3, ...words, ...columns]);
});

it.each<[string, Uint8Array]>([
  ['is empty', new Uint8Array()],
  ['is cut short', CHUNK.slice(0, -1)],
  ['goes on after its end', Uint8Array.from([...CHUNK, 0])],
  ['has a page less than its words say', CHUNK.with(14, 2)],
  ['has a page more than its words say', CHUNK.with(14, 0)],
])('refuses a chunk that %s', (_, bytes) => {
  expect(() => readChunk(bytes, () => false)).toThrow(SearchFormatError);
});

describe('the chunk table', () => {
  it('reads back its bounds, and sizes not below those given', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.nat({ max: 99_999 }), fc.boolean())), (chunks) => {
        const bounds = inOrder(chunks.map(([bound]) => bound));
        const sizes = chunks.map(([, size]) => size);
        const tellBeside = new Set([...chunks.keys()].filter((i) => chunks[i]?.[2]));
        const table = parseChunkTable(formatChunkTable({ bounds, sizes, tellBeside }));
        expect(table.bounds).toEqual(bounds);
        expect(table.tellBeside).toEqual(tellBeside);
        for (const [i, [, size]] of chunks.entries()) {
          expect(table.sizes[i]).toBeGreaterThanOrEqual(size);
        }
      }),
    );
  });

  it('tells sizes in units of 3,072 bytes, rounded up, and 6,144 at least', () => {
    const sizes = [1, 6144, 6145, 9217];
    const table = parseChunkTable(
      formatChunkTable({ bounds: [0, 1, 2, 3], sizes, tellBeside: new Set() }),
    );
    expect(table.sizes).toEqual([6144, 6144, 9216, 12_288]);
  });

  it('finds the last chunk whose bound is not above the word, and how far it reaches', () => {
    const bounds = [2, 5, 9];
    expect([1, 2, 4, 5, 8, 10].map((each) => findChunk(bounds, each))).toEqual([-1, 0, 0, 1, 1, 2]);
    expect([4, 5, 8].map((each) => chunkWidth(bounds, each))).toEqual([3, 4, 4]);
    expect(chunkWidth(bounds, 9)).toBeGreaterThan(2 ** 42);
  });

  it('finds every chunk that may hold words from one to before another, and no other', () => {
    const bounds = [0, 5, 9];
    expect(findChunks(bounds, 5, 9)).toEqual([1]);
    expect(findChunks(bounds, 4, 10)).toEqual([0, 1, 2]);
    expect(findChunks([], 4, 10)).toEqual([]);
  });
});

describe('the sizes of chunks', () => {
  it('grow with the root of what there is to read, from 1,500 bytes on', () => {
    expect([0, 1_148_000, 1_200_000, 20_000_000].map(chunkBytes)).toEqual([1500, 1500, 1534, 6261]);
  });

  /** Words with so many bytes in columns of numbers, and how many are in each chunk of about 100. */
  const shares = (...words: readonly (readonly [word: number, bytes: number])[]) =>
    [
      ...writeChunks(
        words.map(([each, bytes]) => {
          const positions = Array.from({ length: bytes - 5 }, (_, i) => i);
          return { word: each, pages: [{ page: 0, positions }] };
        }),
        100,
      ),
    ].map(({ file, from }) => [from, readChunk(file, () => true).size]);

  it('are 60 of a hundred, where a rounder bound does not ask for more', () => {
    expect(shares([3, 60], [4, 9], [5, 90])).toEqual([
      [0, 1],
      [4, 2],
    ]);
    expect(shares([3, 59], [4, 9], [5, 90])).toEqual([
      [0, 2],
      [5, 1],
    ]);
  });

  it('are 140 of a hundred, or a word alone', () => {
    expect(shares([3, 62], [4, 78])).toEqual([[0, 2]]);
    expect(shares([3, 62], [4, 79])).toEqual([
      [0, 1],
      [4, 1],
    ]);
    expect(shares([3, 900], [4, 900])).toEqual([
      [0, 1],
      [4, 1],
    ]);
  });

  it('end where the next bound is roundest', () => {
    expect(shares([3, 60], [5, 20], [7, 20], [9, 90])).toEqual([
      [0, 3],
      [8, 1],
    ]);
    expect(shares([9, 60], [11, 20], [13, 20], [15, 90])).toEqual([
      [0, 2],
      [12, 2],
    ]);
  });
});
