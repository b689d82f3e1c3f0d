import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CborReader, CborWriter } from './cbor.ts';

type Item = readonly ['array', number] | readonly ['integer', number] | readonly ['text', string];
const number = fc.oneof(
  fc.constantFrom(0, 23, 24, 255, 256, 65_535, 65_536, 0xffffffff),
  fc.nat({ max: 0xffffffff }),
);
const item = fc.oneof<fc.Arbitrary<Item>[]>(
  fc.tuple(fc.constant('array'), number),
  fc.tuple(fc.constant('integer'), fc.oneof(number, fc.integer({ min: -70_000, max: -1 }))),
  fc.tuple(fc.constant('text'), fc.string({ unit: 'binary-ascii', maxLength: 300 })),
);

it('writes what the reader of the search reads back, and then begins anew', () => {
  const writer = new CborWriter();
  fc.assert(
    fc.property(fc.array(item), (items) => {
      for (const [type, value] of items) {
        if (type === 'text') writer.text(value);
        else writer[type](value);
      }
      const length = writer.length;
      const bytes = writer.take();
      expect(bytes).toHaveLength(length);
      const reader = new CborReader(bytes, 0);
      for (const [type, value] of items) expect(reader[type]()).toBe(value);
      expect(reader.isAtEnd).toBe(true);
    }),
  );
});

it('makes room for much', () => {
  const writer = new CborWriter();
  for (let i = 0; i < 100_000; i += 1) writer.integer(i);
  const reader = new CborReader(writer.take(), 0);
  for (let i = 0; i < 100_000; i += 1) expect(reader.integer()).toBe(i);
});
