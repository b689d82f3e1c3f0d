import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints, countWord, pairTokens } from '../text/pair-tokens.ts';
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

it('covers every character at the least cost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
      (costs) => {
        const cost = (positions: readonly number[]) =>
          positions.reduce((sum, position) => sum + (costs[position] ?? 0), 0);
        const covers = (positions: readonly number[]) =>
          new Set(positions.flatMap((position) => [position, position + 1])).size ===
          costs.length + 1;
        const every = Array.from({ length: 2 ** costs.length }, (_, bits) =>
          Array.from(costs.keys()).filter((position) => bits & (1 << position)),
        );
        const chosen = coverPairs(costs.length + 1, (position) => costs[position] ?? 0);
        expect(covers(chosen)).toBe(true);
        expect(cost(chosen)).toBe(Math.min(...every.filter(covers).map(cost)));
      },
    ),
  );
});

describe('findPhrase', () => {
  /** An index of one text, and how many words were asked of it each time. */
  function indexOf(line: string) {
    const index = new Map<string, Map<number, number[]>>();
    for (const [position, word] of pairTokens([line]).entries())
      index.set(word, new Map([[0, [...(index.get(word)?.get(0) ?? []), position]]]));
    const asked: number[] = [];
    const words: WordIndex['words'] = async (wanted) => {
      asked.push(wanted.length);
      return new Map([...index].filter(([word]) => wanted.includes(word)));
    };
    const wordsFrom: WordIndex['wordsFrom'] = async (prefix, isWanted) =>
      new Map([...index].filter(([word]) => word.startsWith(prefix) && isWanted(word)));
    return { asked, words, wordsFrom, table: async () => ({ bounds: ['a'], sizes: [512] }) };
  }

  it('reads three pairs before it looks whether any text is left, then as many again', async () => {
    const line = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳';
    const whole = indexOf(line);
    expect((await findPhrase(whole, line, false)).get(0)).toEqual({ count: 1, positions: [0] });
    expect(whole.asked).toEqual([3, 3, 2]);
    const missing = indexOf(line);
    expect((await findPhrase(missing, `午未${line}`, false)).size).toBe(0);
    expect(missing.asked).toEqual([3]);
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
