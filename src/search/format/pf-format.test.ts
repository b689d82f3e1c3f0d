import { expect, it } from 'vitest';
import { SearchFormatError } from './cbor.ts';
import { readPfIndex } from './index-chunks.ts';

const MARK = [...'pagefind_dcd'].map((letter) => letter.charCodeAt(0));
const text = (value: string) => [0x60 + value.length, ...Array.from(value, (c) => c.charCodeAt(0))];
const file = (...bytes: number[][]) => Uint8Array.from([...MARK, ...bytes.flat()]);

/** `[[["ab", [[2, [-25, 3, 300], []]], []]]]` */
const CHUNK = file(
  [0x81, 0x81, 0x83],
  text('ab'),
  [0x81, 0x83, 2, 0x83, 0x38, 24, 3, 0x19, 1, 44, 0x80, 0x80],
);

it('reads places as sums, and takes no weight for one', () => {
  expect(readPfIndex(CHUNK, () => true)).toEqual(new Map([['ab', new Map([[2, [3, 303]]])]]));
});

it.each<[string, Uint8Array]>([
  ['is empty', new Uint8Array()],
  ['has another mark', Uint8Array.from([...MARK.with(0, 80), 0x80])],
  ['is cut short', CHUNK.slice(0, -3)],
  ['goes on after its end', Uint8Array.from([...CHUNK, 0])],
  ['has another number of items', file([0x82, 0x80, 0x80])],
  ['has an item of an unknown type', file([0x81, 0x81, 0x83, ...text('ab'), 0xa0, 0x80])],
])('refuses a chunk that %s', (_, bytes) => {
  expect(() => readPfIndex(bytes, () => false)).toThrow(SearchFormatError);
});
