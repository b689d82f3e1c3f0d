import { expect, it } from 'vitest';
import { closestWord } from './closest-word.ts';

it.each([
  ['tilte', 'title'],
  ['docno', 'docNo'],
  ['isuer', 'issuer'],
  ['titel', 'title'],
  ['colour', undefined],
  ['isaber', 'issuer'],
  ['isabcr', undefined],
])('takes %s to mean %s', (word, meant) => {
  expect(closestWord(word, ['title', 'issuer', 'docNo', 'cc'])).toBe(meant);
});
