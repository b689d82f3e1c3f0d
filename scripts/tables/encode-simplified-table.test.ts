import { expect, it } from 'vitest';
import { SIMPLIFIED_TABLE } from '../../src/report/characters/simplified-table.ts';
import { encodeSimplifiedTable } from './encode-simplified-table.ts';

it('gives the table that is kept, from the character data that is installed', async () => {
  const dictionary = 'opencc-js/dict/TSCharacters';
  const { default: characters } = (await import(dictionary)) as { default: string };
  expect(encodeSimplifiedTable(characters).text).toBe(SIMPLIFIED_TABLE);
});

it('leaves out what stands for itself, and follows a pair to its end', () => {
  expect(encodeSimplifiedTable('薴 苧|苧 苎|𠌥 𠌥|乾 干 乾').size).toBe(3);
  expect(encodeSimplifiedTable('薴 苧|苧 苎').text).toBe(encodeSimplifiedTable('薴 苎|苧 苎').text);
});
