import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findChunk,
  findChunks,
  formatChunkTable,
  type IndexedWord,
  parseChunkTable,
  readChunk,
  writeChunks,
} from './index-chunks.ts';
import { SearchFormatError } from './sealed-file.ts';

const ascending = (max: number) =>
  fc
    .uniqueArray(fc.nat({ max }), { minLength: 1, maxLength: 30 })
    .map((numbers) => numbers.sort((a, b) => a - b));
const page = fc.record({ page: fc.nat({ max: 70_000 }), positions: ascending(99_999) });
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

it('writes chunks in which the search finds every word with its pages and positions', () => {
  let most = 0;
  fc.assert(
    fc.property(words, (all: readonly IndexedWord[]) => {
      const chunks = [...writeChunks(all, 400)];
      most = Math.max(most, chunks.length);
      const bounds = chunks.map(({ from }) => from);
      expect(bounds).toEqual(bounds.toSorted());
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
  expect([...writeChunks([])]).toEqual([]);
});

const MARK = [...'pagefind_dcd'].map((letter) => letter.charCodeAt(0));
const text = (value: string) => [0x60 + value.length, ...Array.from(value, (c) => c.charCodeAt(0))];
const file = (...bytes: number[][]) => Uint8Array.from([...MARK, ...bytes.flat()]);

/** `[[["ab", [[2, [-25, 3, 300], []]], []]]]` */
const CHUNK = file(
  [0x81, 0x81, 0x83],
  text('ab'),
  [0x81, 0x83, 2, 0x83, 0x38, 24, 3, 0x19, 1, 44, 0x80, 0x80],
);

it('reads positions as sums, and takes no weight for one', () => {
  expect(readChunk(CHUNK, () => true)).toEqual(new Map([['ab', new Map([[2, [3, 303]]])]]));
});

it.each<[string, Uint8Array]>([
  ['is empty', new Uint8Array()],
  ['has another mark', Uint8Array.from([...MARK.with(0, 80), 0x80])],
  ['is cut short', CHUNK.slice(0, -3)],
  ['goes on after its end', Uint8Array.from([...CHUNK, 0])],
  ['has another number of items', file([0x82, 0x80, 0x80])],
  ['has an item of an unknown type', file([0x81, 0x81, 0x83, ...text('ab'), 0xa0, 0x80])],
])('refuses a chunk that %s', (_, bytes) => {
  expect(() => readChunk(bytes, () => false)).toThrow(SearchFormatError);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z'), minLength: 1, maxLength: 12 });

describe('the chunk table', () => {
  it('reads back its bounds, and sizes not below those given', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.nat({ max: 99_999 }))), (chunks) => {
        const bounds = chunks.map(([bound]) => bound);
        const table = parseChunkTable(
          formatChunkTable({ bounds, sizes: chunks.map(([, size]) => size) }),
        );
        expect(table.bounds).toEqual(bounds);
        for (const [i, [, size]] of chunks.entries()) {
          expect(table.sizes[i]).toBeGreaterThanOrEqual(size);
        }
      }),
    );
  });

  it('finds the last chunk whose bound is not above the word', () => {
    const bounds = ['b', 'bz', 'd'];
    expect(['a', 'b', 'by', 'bz', 'c', 'dz'].map((w) => findChunk(bounds, w))).toEqual([
      -1, 0, 0, 1, 1, 2,
    ]);
  });

  it('finds every chunk that may hold words of a prefix', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (words, prefix) => {
        const bounds = words.sort();
        const chunks = findChunks(bounds, prefix);
        for (const tail of ['', 'a', 'bz', 'zzz']) {
          const chunk = findChunk(bounds, prefix + tail);
          if (chunk >= 0) expect(chunks).toContain(chunk);
        }
      }),
    );
  });
});

describe('the sizes of chunks', () => {
  const wordOf = (length: number) => ({
    word: 'a'.repeat(length),
    pages: [{ page: 0, positions: [0] }],
  });

  it('are 10,000 bytes or a word more before gzip', () => {
    const sizes = (length: number) =>
      [...writeChunks([wordOf(length), { ...wordOf(1), word: 'b' }])].map(
        ({ file }) => file.length,
      );
    const [one = 0] = sizes(300);
    const others = one - 'pagefind_dcd'.length - 2 - 300 - 12;
    expect(sizes(9_999 - others)).toHaveLength(1);
    expect(sizes(10_000 - others)).toHaveLength(2);
  });

  it('are told in units of 512 bytes, rounded up', () => {
    const { sizes } = parseChunkTable(
      formatChunkTable({ bounds: ['a', 'b', 'c'], sizes: [1, 512, 513] }),
    );
    expect(sizes).toEqual([512, 512, 1024]);
  });
});

it("writes Pagefind's usual weight of 25 before the positions of a word", () => {
  const [chunk] = writeChunks([{ word: 'ab', pages: [{ page: 2, positions: [3, 303] }] }]);
  expect(chunk?.file).toEqual(CHUNK);
});
