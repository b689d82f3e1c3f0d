import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coverPairs } from './phrase-positions.ts';

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
