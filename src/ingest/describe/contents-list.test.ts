import { expect, it } from 'vitest';
import { findContents } from './contents-list.ts';
import { readLines } from './page-line.ts';

const find = (entries: readonly string[], under = '目录') =>
  findContents(
    readLines(
      [under, ...entries.map((entry) => `${entry}……3`), '开头的话。', ...entries, '正文。'].map(
        (text, at) => ({ line: at + 1, text }),
      ),
    ),
  );
const han = (length: number, first: string) => first + '一'.repeat(length - 1);

it.each([
  [2, undefined],
  [3, { start: 0, end: 4 }],
])('takes %i entries that come again below for %j', (count, expected) => {
  expect(find(['甲的工作', '乙的工作', '丙的工作'].slice(0, count))).toEqual(expected);
});

it('takes a text that stands twice for no list of contents', () => {
  expect(find(['一、甲的工作', '全年努力，工作有进展。', '二、乙的工作'])).toBeUndefined();
});

it.each([
  [1, false],
  [2, true],
  [80, true],
  [81, false],
])('takes an entry of %i characters: %s', (length, expected) => {
  const entries = ['甲', '乙', '丙'].map((first) => han(length, first));
  expect(find(entries) !== undefined).toBe(expected);
});
