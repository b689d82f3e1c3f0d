import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumbers, formatSigned, parseNumbers, parseSigned } from './number-text.ts';

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

it('reads back numbers of either sign', () => {
  const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 });
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      expect(parseSigned(formatSigned(numbers))).toEqual(numbers);
    }),
  );
  expect(formatSigned([-16, 15, 16])).toHaveLength(4);
});
