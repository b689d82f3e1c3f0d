import { expect, it } from 'vitest';
import { lettersOf, writePagefindChunks } from './pagefind-chunks.ts';

it("writes Pagefind's usual weight of 25 before the positions of a word", () => {
  const [chunk] = writePagefindChunks([{ word: 27, pages: [{ page: 2, positions: [3, 303] }] }]);
  const mark = Array.from('pagefind_dcd', (letter) => letter.charCodeAt(0));
  expect(lettersOf(27)).toBe('aaaaaaabb');
  // `[[["aaaaaaabb", [[2, [-25, 3, 300], []]], []]]]`
  const word = [
    0x69, 97, 97, 97, 97, 97, 97, 97, 98, 98, 0x81, 0x83, 2, 0x83, 0x38, 24, 3, 0x19, 1, 44, 0x80,
    0x80,
  ];
  expect([...(chunk?.file ?? [])]).toEqual([...mark, 0x81, 0x81, 0x83, ...word]);
});
