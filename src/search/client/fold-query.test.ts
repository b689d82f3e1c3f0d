import { expect, it } from 'vitest';
import { fold } from '../../report/characters/fold.ts';
import { foldWith } from '../../report/characters/fold-with.ts';
import { loadCharacterTable } from './fold-query.ts';

it('gives no table for ordinary simplified text', async () => {
  expect((await loadCharacterTable('推进法治政府建设，２０１８年PM2.5…')).size).toBe(0);
});

it('gives a table that folds each character as the whole one does', async () => {
  const wrong: string[] = [];
  for (let code = 0x80; code < 0x30000; code += 1) {
    const character = String.fromCodePoint(code);
    const table = await loadCharacterTable(character);
    if (foldWith(character, table) !== fold(character)) wrong.push(character);
  }
  expect(wrong).toEqual([]);
});
