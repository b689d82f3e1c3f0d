import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from '../../../search/text/parse-query.ts';
import { literalQuery } from './literal-query.ts';

it.each([
  ['行政复议', undefined],
  ['', undefined],
  ['甲|乙', '「甲|乙」'],
  ['-双随机', '「-双随机」'],
  ['「放管服」', '"「放管服」"'],
  ['双随机 一公开', '「双随机 一公开」'],
  ['「甲」"乙"', undefined],
])('writes %j as %j', (query, literal) => {
  expect(literalQuery(query)).toBe(literal);
});

it('writes what is then read as one phrase of the very words', () => {
  const words = fc.string({ unit: fc.constantFrom(...'甲乙-|「」"｜－ a'), maxLength: 12 });
  fc.assert(
    fc.property(words, (query) => {
      const literal = literalQuery(query);
      fc.pre(literal !== undefined);
      expect(parseQuery(literal, 'query')).toEqual({
        parts: [{ phrases: [query.trim()] }],
        without: [],
      });
    }),
  );
});
