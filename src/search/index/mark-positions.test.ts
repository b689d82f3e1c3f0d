import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchFileError } from '../client/file-source.ts';
import { findPhrase, type WordIndex } from '../client/phrase-positions.ts';
import { findChunk, formatChunkTable, parseChunkTable } from '../format/chunk-table.ts';
import { readChunk, readWord, writeChunks } from '../format/index-chunks.ts';
import type { SectionSpan } from '../format/section-table.ts';
import { countCharacters, LINE_END, pairWord } from '../text/pair-tokens.ts';
import { markPositions } from './mark-positions.ts';
import { PairIndex, searchedWords } from './pair-index.ts';

/** A section of one line each, of which the first so many characters are its heading. */
interface MadeLine {
  readonly text: string;
  readonly heading: number;
}

function sectionsOf(lines: readonly MadeLine[]): SectionSpan[] {
  let end = 0;
  return lines.map(({ text, heading }) => {
    const start = end;
    end += countCharacters(text) + 1;
    return { start, end, headingEnd: start + heading, themes: [] };
  });
}

/** Index texts in small chunks, words from so many positions on marked. */
function indexOf(texts: readonly (readonly MadeLine[])[], many: number): WordIndex {
  const index = new PairIndex();
  for (const lines of texts)
    index.add(
      lines.map(({ text }) => text),
      sectionsOf(lines),
    );
  const chunks = [...writeChunks(searchedWords(index.words(many)), 40)];
  const table = parseChunkTable(
    formatChunkTable({
      bounds: chunks.map(({ from }) => from),
      sizes: chunks.map(({ file }) => file.length),
      tellBeside: new Set([...chunks.keys()].filter((i) => chunks[i]?.tellsBeside)),
    }),
  );
  const fileOf = (word: number) => chunks[Math.max(0, findChunk(table.bounds, word))]?.file;
  return {
    table: async () => table,
    words: async () => new Map(),
    places: async (wanted) =>
      wanted.map((one) => {
        const file = fileOf(one.word);
        return file ? readWord(file, one) : { pages: new Map() };
      }),
    wordsBetween: async () => new Map(),
    expect: () => undefined,
    block: async () => Promise.reject(new SearchFileError('', true)),
  };
}

/** Where a phrase stands by plain string search, and how often in a heading. */
function grep(lines: readonly MadeLine[], phrase: string) {
  const positions: number[] = [];
  let [start, inHeadings] = [0, 0];
  for (const { text, heading } of lines) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      positions.push(start + at);
      if (at < heading) inHeadings += 1;
    }
    start += text.length + 1;
  }
  return { count: positions.length, positions, inHeadings };
}

const line = fc.record({
  text: fc.string({ unit: fc.constantFrom(...'行政复议'), minLength: 3, maxLength: 14 }),
  heading: fc.nat({ max: 5 }),
});
const texts = fc.array(fc.array(line, { maxLength: 5 }), { minLength: 5, maxLength: 12 });
const phrase = fc.string({ unit: fc.constantFrom(...'行政复议'), minLength: 2, maxLength: 7 });

it('tells of every phrase where it stands, and how often in headings, whatever is marked', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(texts, phrase, fc.integer({ min: 1, max: 12 }), async (all, wanted, many) => {
      const found = await findPhrase(indexOf(all, many), wanted, true);
      for (const [page, lines] of all.entries()) {
        const expected = grep(lines, wanted);
        const { inHeadings = expected.inHeadings, ...places } = found.get(page) ?? {
          ...{ count: 0, positions: [] },
        };
        expect({ ...places, inHeadings }).toEqual({
          ...expected,
          ...(places.count === 0 && { inHeadings }),
        });
        if (found.get(page)?.inHeadings) told += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(20);
});

it('marks a word from so many positions on, and no line end', () => {
  const index = new PairIndex();
  index.add(['甲乙，甲乙']);
  index.add(['甲乙，丙乙']);
  const marked = [...index.words(3)].filter(({ marks }) => marks);
  expect(marked.map(({ word }) => word)).toEqual([
    pairWord('甲'.codePointAt(0) ?? 0, '乙'.codePointAt(0) ?? 0),
  ]);
});

it('keeps no line end after a line end, and of a count no position', () => {
  const index = new PairIndex();
  index.add(['甲乙', '甲乙']);
  const words = [...searchedWords(index.words())];
  expect(words.some(({ word }) => word === pairWord(LINE_END, LINE_END))).toBe(false);
  const places = words.map(({ pages }) => pages[0]?.positions);
  expect(places).toEqual([[1, 4], [0], [0, 3], [0]]);
});

describe('what stands beside a word', () => {
  /** Marks of a word that has each of so many other characters before it once. */
  const markAfter = (others: number) =>
    markPositions(
      [{ page: 0, positions: Array.from({ length: others }, (_, i) => 2 * i) }],
      (_, position) => [position + 100, LINE_END],
      () => [],
    );

  it('is told as long as it takes three binary digits', () => {
    expect([8, 9].map((others) => markAfter(others).tellsBeside)).toEqual([true, false]);
    expect([8, 9].map((others) => markAfter(others).kinds.length)).toEqual([8, 1]);
  });

  it('is looked at where the word has it, not in other chunks', () => {
    const word = pairWord(3, 4);
    const pages = [{ page: 0, positions: [5, 9] }];
    const beside = (position: number): [number, number] => (position === 5 ? [1, 2] : [1, 6]);
    const marks = markPositions(
      pages,
      (_, position) => beside(position),
      () => [],
    );
    const read = (own: object, beside: [number | undefined, number | undefined]) => {
      const [chunk] = writeChunks([{ word, pages, ...own }], 40);
      const wanted = { word, position: 1, beside };
      return readWord(chunk?.file ?? new Uint8Array(), wanted).pages.get(0);
    };
    expect(read({ marks }, [1, 6])).toEqual([9]);
    expect(read({ marks }, [1, undefined])).toEqual([5, 9]);
    expect(read({ marks }, [7, undefined])).toBeUndefined();
    expect(read({}, [7, undefined])).toEqual([5, 9]);
  });

  it('makes no difference to who reads positions alone', () => {
    const pages = [{ page: 2, positions: [5, 9] }];
    const marks = markPositions(
      pages,
      () => [1, 2],
      () => [],
    );
    const [chunk] = writeChunks([{ word: pairWord(3, 4), pages, marks }], 40);
    expect([...readChunk(chunk?.file ?? new Uint8Array(), () => true).values()]).toEqual([
      new Map([[2, [5, 9]]]),
    ]);
  });
});

it.each([
  [9, 0],
  [10, 1],
  [11, 2],
  [12, 3],
  [29, 3],
  [30, 3],
])('says of position %i how far it is from the end of a heading', (position, heading) => {
  const section = { start: 4, end: 30, headingEnd: 10, themes: [] };
  const marks = markPositions(
    [{ page: 0, positions: [position] }],
    () => [1, 2],
    () => [section],
  );
  expect(marks.kinds.map((kind) => kind.heading)).toEqual([heading]);
});
