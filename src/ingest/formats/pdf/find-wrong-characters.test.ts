import { expect, it } from 'vitest';
import { findWrongCharacters } from './find-wrong-characters.ts';

const glyph = (text: string, width: number, sign = text, font = 'f1') => ({
  ...{ text, width, size: 10, sign: `${font} ${sign}` },
  ...{ x: 0, y: 0, angle: 0, isInvisible: false },
});

it.each([
  [
    'two signs of one font that are one character, of different widths',
    [glyph('2', 5.5), glyph('2', 10, '。')],
    ['2'],
  ],
  [
    'two signs of one font that are one Han character',
    [glyph('办', 10), glyph('办', 10, '力')],
    ['办'],
  ],
  ['a letter with a sign above it as wide as a Han character', [glyph('ÿ', 10)], ['ÿ']],
  ['a control character as wide as one', [glyph('\u0002', 10)], ['\u0002']],
])('finds %s', (_, glyphs, wrong) => {
  expect(findWrongCharacters(glyphs)).toEqual(wrong);
});

it.each([
  ['one sign twice', [glyph('2', 5), glyph('2', 5)]],
  ['two widths a little apart', [glyph('2', 5), glyph('2', 6.9, '２')]],
  ['two fonts', [glyph('2', 5), glyph('2', 10, '２', 'f2')]],
  ['a narrow letter with a sign above it', [glyph('à', 9.4)]],
  ['a wide letter without one', [glyph('W', 10), glyph('Ⅲ', 10), glyph('Ａ', 10)]],
  ['spaces of two widths', [glyph(' ', 2), glyph(' ', 10, 'x')]],
])('lets %s pass', (_, glyphs) => {
  expect(findWrongCharacters(glyphs)).toEqual([]);
});
