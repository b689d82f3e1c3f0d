import { expect, it } from 'vitest';
import { nameDoubts } from './name-doubts.ts';

it.each([
  [[], ''],
  [['text'], '1 place in the text'],
  [['text', 'text'], '2 places in the text'],
  [['issuer', 'omitted', 'omitted'], 'issuer, 2 lines that were left out'],
  [['id', 'issuer', 'issuer'], 'whether it is another report of the same place and year, issuer'],
])('names the doubts %j: %s', (fields, words) => {
  expect(nameDoubts(fields.map((field) => ({ field })))).toBe(words);
});
