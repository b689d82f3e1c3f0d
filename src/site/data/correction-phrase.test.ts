import { expect, it } from 'vitest';
import { correctionPhrase } from './correction-phrase.ts';

it.each([
  ['审议', '扫描件误识', '「审议」改为「审理」。扫描件误识。'],
  ['', '补录漏字。', '补入「审理」。补录漏字。'],
])('says a correction of `%s`', (old, why, phrase) => {
  expect(correctionPhrase({ old, new: '审理', why })).toBe(phrase);
});
