import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coverPairs } from './cover-pairs.ts';

it.each([
  [2, [0]],
  [3, [0, 1]],
  [4, [0, 2]],
  [6, [0, 2, 4]],
])('takes every second pair of %i characters where all cost the same', (length, places) => {
  expect(coverPairs(length, () => 1)).toEqual(places);
});

it('takes more pairs where they cost less', () => {
  expect(coverPairs(5, (place) => (place === 2 ? 9 : 1))).toEqual([0, 1, 3]);
});

it('covers every character at the least cost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
      (costs) => {
        const cost = (places: readonly number[]) =>
          places.reduce((sum, place) => sum + (costs[place] ?? 0), 0);
        const covers = (places: readonly number[]) =>
          new Set(places.flatMap((place) => [place, place + 1])).size === costs.length + 1;
        const every = Array.from({ length: 2 ** costs.length }, (_, bits) =>
          Array.from(costs.keys()).filter((place) => bits & (1 << place)),
        );
        const chosen = coverPairs(costs.length + 1, (place) => costs[place] ?? 0);
        expect(covers(chosen)).toBe(true);
        expect(cost(chosen)).toBe(Math.min(...every.filter(covers).map(cost)));
      },
    ),
  );
});
