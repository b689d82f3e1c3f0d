import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortPlaces } from './sort-places.ts';

it('sorts places by word, those of one word ascending', () => {
  const symbol = fc.nat({ max: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(symbol, symbol)), (words) => {
      const first = Uint32Array.from(words, ([a]) => a);
      const second = Uint32Array.from(words, ([, b]) => b);
      const expected = [...words.keys()].sort(
        (x, y) => (first[x] ?? 0) - (first[y] ?? 0) || (second[x] ?? 0) - (second[y] ?? 0) || x - y,
      );
      expect([...sortPlaces(first, second, 9)]).toEqual(expected);
    }),
  );
});
