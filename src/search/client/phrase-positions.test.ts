import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChunkTable } from '../format/chunk-table.ts';
import { codePoints, countWord, pairTokens } from '../text/pair-tokens.ts';
import { SearchFileError } from './file-source.ts';
import { coverPairs, findPhrase, type WordIndex } from './phrase-positions.ts';

it.each([
  [2, [0]],
  [3, [0, 1]],
  [4, [0, 2]],
  [6, [0, 2, 4]],
])('takes every second pair of %i characters where all cost the same', (length, positions) => {
  expect(coverPairs(length, () => 1)).toEqual(positions);
});

it('takes more pairs where they cost less', () => {
  expect(coverPairs(5, (position) => (position === 2 ? 9 : 1))).toEqual([0, 1, 3]);
});

it('covers every character at the least cost, where a pair tells what is beside it or not', () => {
  const pair = fc.record({ cost: fc.integer({ min: 1, max: 9 }), isTelling: fc.boolean() });
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 9 }), (pairs) => {
      const cost = (positions: readonly number[]) =>
        positions.reduce((sum, position) => sum + (pairs[position]?.cost ?? 0), 0);
      const told = (position: number) =>
        pairs[position]?.isTelling
          ? [position - 1, position, position + 1, position + 2]
          : [position, position + 1];
      const covers = (positions: readonly number[]) =>
        Array.from({ length: pairs.length + 1 }, (_, at) => at).every((at) =>
          positions.some((position) => told(position).includes(at)),
        );
      const every = Array.from({ length: 2 ** pairs.length }, (_, bits) =>
        Array.from(pairs.keys()).filter((position) => bits & (1 << position)),
      );
      const chosen = coverPairs(
        pairs.length + 1,
        (position) => pairs[position]?.cost ?? 0,
        (position) => pairs[position]?.isTelling ?? false,
      );
      expect(covers(chosen)).toBe(true);
      expect(cost(chosen)).toBe(Math.min(...every.filter(covers).map(cost)));
    }),
  );
});

describe('findPhrase', () => {
  /** An index of one text, and how many words were asked of it each time. */
  function indexOf(line: string) {
    const index = new Map<number, Map<number, number[]>>();
    for (const [position, word] of pairTokens([line]).entries())
      index.set(word, new Map([[0, [...(index.get(word)?.get(0) ?? []), position]]]));
    const asked: number[] = [];
    const words: WordIndex['words'] = async (wanted) =>
      new Map([...index].filter(([word]) => wanted.includes(word)));
    const places: WordIndex['places'] = async (wanted) => {
      asked.push(wanted.length);
      return wanted.map(({ word }) => ({ pages: index.get(word) ?? new Map() }));
    };
    const wordsBetween: WordIndex['wordsBetween'] = async (from, to) =>
      new Map([...index].filter(([word]) => word >= from && word < to));
    const [block, expect] = [async () => [], () => undefined];
    return {
      asked,
      words,
      places,
      wordsBetween,
      block,
      expect,
      table: async (): Promise<ChunkTable> => ({
        bounds: [0],
        sizes: [512],
        tellBeside: new Set(),
      }),
    };
  }

  it('reads three pairs before it looks whether any text is left, then five at a time', async () => {
    const line = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未';
    const whole = { ...indexOf(line), block: () => Promise.reject(new SearchFileError('', true)) };
    expect((await findPhrase(whole, line, false)).get(0)).toEqual({ count: 1, positions: [0] });
    expect(whole.asked).toEqual([3, 5, 1]);
    const missing = indexOf(line);
    expect((await findPhrase(missing, `申酉${line}`, false)).size).toBe(0);
    expect(missing.asked).toEqual([3]);
  });

  it.each([
    ['甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳', 1],
    ['甲乙丙丁戊己庚辛壬癸子丑寅卯辰午', 0],
  ])('looks in the few texts that are left: %s', async (text, count) => {
    const line = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳';
    const about = { section: null, heading: null, paragraph: null, body: 0 };
    const index = {
      ...indexOf(`某${line}`),
      block: async () => [{ ...about, at: 0, text: `某${text}` }],
    };
    expect((await findPhrase(index, line, false)).size).toBe(count);
    expect(index.asked).toEqual([3]);
  });

  it('reads pairs on where many texts are left', async () => {
    const line = '甲乙丙丁戊己庚辛';
    for (const [texts, asked] of [
      [4, 1],
      [5, 2],
    ] as const) {
      const table = async () => ({ bounds: [0], sizes: [20_000], tellBeside: new Set<number>() });
      const index = { ...indexOf(line), table };
      const places: WordIndex['places'] = async (wanted) =>
        (await index.places(wanted)).map(({ pages }) => ({
          pages: new Map(Array.from({ length: texts }, (_, page) => [page, pages.get(0) ?? []])),
        }));
      expect((await findPhrase({ ...index, places }, line, false)).size).toBe(texts === 4 ? 0 : 5);
      expect(index.asked).toHaveLength(asked);
    }
  });

  it('counts no match that overlaps the one before', async () => {
    for (const [line, phrase, positions] of [
      ['甲甲甲甲甲', '甲甲', [0, 2]],
      ['乙甲甲', '甲', [1, 2]],
      ['甲乙甲乙甲', '甲乙甲', [0]],
    ] as const)
      expect((await findPhrase(indexOf(line), phrase, true)).get(0)).toEqual({
        count: positions.length,
        positions,
      });
  });

  it('adds up the count of a character of every binary digit there is', async () => {
    const [code = 0] = codePoints('法');
    for (const digit of [0, 1, 25]) {
      const words = async () => new Map([[countWord(code, digit), new Map([[7, [0]]])]]);
      const found = await findPhrase({ ...indexOf(''), words }, '法', false);
      expect(found.get(7)).toEqual({ count: 2 ** digit, positions: null });
    }
  });
});
