import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anchorRecordSchema } from './anchor-record.ts';
import { foldWords, hashWords } from './anchor-words.ts';

it('is FNV-1a of 64 bits over UTF-16 units', () => {
  const reference = (text: string): string => {
    let hash = 0xcbf29ce484222325n;
    for (const byte of Buffer.from(foldWords(text), 'utf16le'))
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return hash.toString(16).padStart(16, '0');
  };
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(hashWords(text)).toBe(reference(text));
    }),
  );
});

it.each([
  ['(一)健全机制, 落实责任', '（一）健全机制，落实责任'],
  ['2018 年\u00a0\u3000共 15 件\n', '2018年共15件'],
])('does not tell %j from %j', (a, b) => {
  expect(hashWords(a)).toBe(hashWords(b));
});

it('tells words that differ by one character', () => {
  expect(hashWords('受理15件')).not.toBe(hashWords('受理16件'));
});

it.each([
  [undefined, true],
  [1, true],
  [2, false],
])('reads a record whose hashes are of fold %s: %s', (fold, isRead) => {
  const record = { id: '410600-2017', version: 1, fold, anchors: {} };
  expect(anchorRecordSchema.safeParse(record).success).toBe(isRead);
});
