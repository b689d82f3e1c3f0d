import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, type QueryPart } from './parse-query.ts';

const parts = (query: string) => {
  const { parts: all, without } = parseQuery(query, 'query');
  const texts = ({ phrases }: QueryPart) => phrases.map(({ text }) => text);
  return [...all.map(texts), ...without.map((part) => ['-', ...texts(part)])];
};

describe('parseQuery', () => {
  it.each<[string, string[][]]>([
    ['行政复议', [['行政复议']]],
    ['行政　复议', [['行政'], ['复议']]],
    [
      '执法|监督 -诉讼',
      [
        ['执法', '监督'],
        ['-', '诉讼'],
      ],
    ],
    ['执法｜监督｜', [['执法', '监督']]],
    ['「行政 复议」 "a b"', [['行政 复议'], ['a b']]],
    ['「行政|复议」', [['行政|复议']]],
    ['「甲 乙」|丙', [['甲 乙', '丙']]],
    ['-「甲 乙」', [['-', '甲 乙']]],
    ['－甲|乙', [['-', '甲', '乙']]],
    ['PM2.5-10', [['PM2.5-10']]],
    ['「没有完', [['「没有完']]],
    ['- | ""', [['-'], ['|'], ['""']]],
    ['「 」 甲', [['甲']]],
    ['“放管服”改革', [['“放管服”改革']]],
    ['推行"放管服"改革', [['推行"放管服"改革']]],
    ['「放管服」改革', [['「放管服」改革']]],
    ['丙|「甲 乙」 丁', [['丙', '甲 乙'], ['丁']]],
    ['甲|甲', [['甲']]],
    [' \t ', []],
    ['', []],
  ])('takes %j apart', (query, expected) => {
    expect(parts(query)).toEqual(expected);
  });

  it('takes a plain query literally, spaces and all', () => {
    expect(parseQuery(' -甲|乙 「丙」', 'plain')).toEqual({
      parts: [{ phrases: [{ text: ' -甲|乙 「丙」', isLiteral: true }] }],
      without: [],
    });
    expect(parseQuery('　 ', 'plain')).toEqual({ parts: [], without: [] });
  });

  it('takes anything, and never gives a phrase of nothing but white space', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'甲乙 -－|｜「」"　') });
    fc.assert(
      fc.property(typed, (query) => {
        const { parts: all, without } = parseQuery(query, 'query');
        for (const { phrases } of [...all, ...without]) {
          expect(phrases.length).toBeGreaterThan(0);
          for (const { text } of phrases) expect(text.trim()).not.toBe('');
        }
      }),
    );
  });

  it.each(['「', '"', '「」', '"a" ', '|', '-「'])(
    'looks at each character of 30,000 %j about once',
    (unit) => {
      let looks = 0;
      const real = String.prototype.indexOf;
      const text = unit.repeat(30_000);
      String.prototype.indexOf = function (this: string, ...given) {
        const found = real.apply(this, given);
        looks += (found < 0 ? this.length : found) - (given[1] ?? 0);
        return found;
      };
      try {
        parseQuery(text, 'query');
      } finally {
        String.prototype.indexOf = real;
      }
      expect(looks).toBeLessThanOrEqual(2 * text.length);
    },
  );
});
