import { expect, it } from 'vitest';
import { selfName } from './text-clues.ts';

it.each([
  ['我市推进改革，全省率先完成。', '市'],
  ['全市推进改革，在全省率先完成，居全省第三。', '市'],
  ['在全省率先完成试点，居全省前列。', undefined],
  ['全县推进改革。', '县'],
  ['我街道成立小组。', '街道'],
])('finds how `%s` calls its place', (text, word) => {
  expect(selfName(text)?.word).toBe(word);
});
