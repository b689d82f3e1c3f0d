import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchFileError } from '../client/file-source.ts';
import { findPhrase, type WordIndex } from '../client/phrase-positions.ts';
import { findChunk, formatChunkTable, parseChunkTable } from '../format/chunk-table.ts';
import { readChunk, readWord, writeChunks } from '../format/index-chunks.ts';
import type { SectionSpan } from '../format/section-table.ts';
import { NO_HEADING } from '../format/word-marks.ts';
import { countCharacters, LINE_END, pairWord } from '../text/pair-tokens.ts';
import { markHeadings, markPositions } from './mark-positions.ts';
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

/** Index texts in small chunks, words from so many positions on telling what is beside. */
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

it('tells what stands beside a word from so many positions on, and of no line end', () => {
  const index = new PairIndex();
  index.add(['甲乙，甲乙']);
  index.add(['甲乙，丙乙']);
  const telling = [...index.words(3)].filter(({ marks }) => marks?.tellsBeside);
  expect(telling.map(({ word }) => word)).toEqual([
    pairWord('甲'.codePointAt(0) ?? 0, '乙'.codePointAt(0) ?? 0),
  ]);
});

it('marks what stands in a heading or right after one, and nothing else', () => {
  const index = new PairIndex();
  index.add(['甲乙丙丁戊己'], [{ start: 0, end: 7, headingEnd: 2, themes: [] }]);
  const marks = new Map(
    [...index.words()].map((word) => [word.pages[0]?.positions[0], word.marks]),
  );
  const headings = [0, 1, 2, 3, 4].map((position) => marks.get(position)?.kinds[0]?.heading);
  expect(headings).toEqual([0, 0, 1, 2, undefined]);
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
      Array.from({ length: others }, () => NO_HEADING),
      (i) => pairWord(i + 100, LINE_END),
    );

  it('is told as long as it takes three binary digits', () => {
    expect(markAfter(8)?.tellsBeside).toBe(true);
    expect(markAfter(8)?.kinds).toHaveLength(8);
    expect(markAfter(9)).toBeUndefined();
  });

  const word = pairWord(3, 4);
  const pages = [{ page: 2, positions: [5, 9] }];
  const marks = markPositions([NO_HEADING, 0], (i) => pairWord(1, i === 0 ? 2 : 6));
  const fileOf = (own: object) => {
    const [chunk] = writeChunks([{ word, pages, ...own }], 40);
    return chunk?.file ?? new Uint8Array();
  };

  it('is looked at where the word has it, not in other chunks', () => {
    const read = (own: object, beside: [number | undefined, number | undefined]) =>
      readWord(fileOf(own), { word, position: 1, beside }).pages.get(2);
    expect(read({ marks }, [1, 6])).toEqual([9]);
    expect(read({ marks }, [1, undefined])).toEqual([5, 9]);
    expect(read({ marks }, [7, undefined])).toBeUndefined();
    expect(read({}, [7, undefined])).toEqual([5, 9]);
  });

  it('makes no difference to who reads positions alone', () => {
    expect([...readChunk(fileOf({ marks }), () => true).values()]).toEqual([
      new Map([[2, [5, 9]]]),
    ]);
  });
});

it('tells headings of a phrase that begins up to two characters before its word', () => {
  const word = pairWord(3, 4);
  const pages = [{ page: 0, positions: [9, 10, 11, 12] }];
  const marks = markPositions([0, 1, 2, NO_HEADING]);
  const [chunk] = writeChunks([{ word, pages, ...(marks && { marks }) }], 40);
  const read = (position: number) =>
    readWord(chunk?.file ?? new Uint8Array(), { word, position, beside: [undefined, undefined] });
  expect([0, 1, 2].map((position) => read(position).inHeadings?.get(0))).toEqual([
    [9],
    [9, 10],
    [9, 10, 11],
  ]);
  expect(read(3).inHeadings).toBeUndefined();
});

it('says how far a position is from the end of a heading, as far as its section goes', () => {
  const marked = (end: number) => {
    const headings = new Uint8Array(12).fill(NO_HEADING);
    markHeadings(headings, [{ start: 4, end, headingEnd: 7, themes: [] }]);
    return [...headings];
  };
  expect(marked(12)).toEqual([3, 3, 3, 3, 0, 0, 0, 1, 2, 3, 3, 3]);
  expect(marked(8)).toEqual([3, 3, 3, 3, 0, 0, 0, 1, 3, 3, 3, 3]);
});
