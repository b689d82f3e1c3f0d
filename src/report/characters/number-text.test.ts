import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumbers, parseNumbers } from './number-text.ts';

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 31 })), (numbers) => {
      expect(parseNumbers(formatNumbers(numbers))).toEqual(numbers);
    }),
  );
});

it('writes a number below 32 as one letter', () => {
  expect(formatNumbers([0, 31, 32])).toHaveLength(4);
});
