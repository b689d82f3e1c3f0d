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

/** `ab` on page 2 at 3 and 303, `ac` on page 0 at 7. */
const [{ file: CHUNK = new Uint8Array() } = {}] = writeChunks([
  { word: 'ab', pages: [{ page: 2, positions: [3, 303] }] },
  { word: 'ac', pages: [{ page: 0, positions: [7] }] },
]);

it('writes what is like beside each other: words, pages, times, positions', () => {
  const words = Array.from('PabQa', (letter) => letter.charCodeAt(0));
  const columns = [1, 1, 2, 0, 1, 0, 3, 128 + 44, 2, 7];
  expect([...CHUNK]).toEqual([5, 2, 2, 2, 4, ...words, ...columns]);
});

it.each<[string, Uint8Array]>([
  ['is empty', new Uint8Array()],
  ['is cut short', CHUNK.slice(0, -1)],
  ['goes on after its end', Uint8Array.from([...CHUNK, 0])],
  ['has a page less than its words say', CHUNK.with(10, 2)],
  ['has a page more than its words say', CHUNK.with(11, 0)],
])('refuses a chunk that %s', (_, bytes) => {
  expect(() => readChunk(bytes, () => false)).toThrow(SearchFormatError);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z'), minLength: 1, maxLength: 12 });

describe('the chunk table', () => {
  it('reads back its bounds, and sizes not below those given', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.nat({ max: 99_999 }))), (chunks) => {
        const bounds = chunks.map(([bound]) => bound).sort();
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

  /** Some words, each of so many bytes with its numbers, and how many are in each chunk. */
  const shares = (...words: readonly string[]) =>
    [...writeChunks(words.map((word) => ({ ...wordOf(1), word })))].map(
      ({ file }) => readChunk(file, () => true).size,
    );
  // How much it shares with the word before, and a number in each column.
  const [short, tail] = [(length: number) => 'a'.repeat(length - 5), 'b'];

  it('are at least 3,000 bytes before gzip', () => {
    expect(shares(short(2999), tail, 'c'.repeat(7000))).toEqual([2, 1]);
    expect(shares(short(3000), 'c'.repeat(7000))).toEqual([1, 1]);
  });

  it('are 7,000 bytes or a word more before gzip', () => {
    expect(shares(short(3000), 'b'.repeat(4000 - 5))).toEqual([2]);
    expect(shares(short(3000), 'b'.repeat(4000 - 5 + 1))).toEqual([1, 1]);
  });

  it('end where the next bound adds fewest letters, at the last such place', () => {
    expect(shares(short(3000), 'ab', 'b', 'ba', `bab${'z'.repeat(7000)}`)).toEqual([2, 3]);
    expect(shares(short(3000), 'b', 'c', 'd'.repeat(7000))).toEqual([3, 1]);
  });

  it('are told in units of 2,048 bytes, rounded up, and 4,096 at least', () => {
    const { sizes } = parseChunkTable(
      formatChunkTable({ bounds: ['a', 'b', 'c', 'd'], sizes: [1, 4096, 4097, 6145] }),
    );
    expect(sizes).toEqual([4096, 4096, 6144, 8192]);
  });
});
