import { expect, it } from 'vitest';
import { writePagefindChunks } from './pagefind-chunks.ts';

it("writes Pagefind's usual weight of 25 before the positions of a word", () => {
  const [chunk] = writePagefindChunks([{ word: 'ab', pages: [{ page: 2, positions: [3, 303] }] }]);
  const mark = Array.from('pagefind_dcd', (letter) => letter.charCodeAt(0));
  // `[[["ab", [[2, [-25, 3, 300], []]], []]]]`
  const word = [0x62, 97, 98, 0x81, 0x83, 2, 0x83, 0x38, 24, 3, 0x19, 1, 44, 0x80, 0x80];
  expect([...(chunk?.file ?? [])]).toEqual([...mark, 0x81, 0x81, 0x83, ...word]);
});
