import { expect, it } from 'vitest';
import { readPage } from './read-page.ts';

const title = '鹤壁市2020年法治政府建设报告';
const paragraph = (first: string, length = 50) => `${first}全市努力，${'一'.repeat(length - 7)}。`;
const read = (lines: readonly string[]) =>
  readPage(lines.map((text, index) => ({ line: index + 1, text })));
const bodyOf = (lines: readonly string[]) => read(lines).parts.filter(({ why }) => why === 'body');

it.each([
  ['three paragraphs', ['甲', '乙', '丙'], 3],
  ['two, which may be chance,', ['甲', '乙'], 4],
])('leaves out the copy of a text of %s', (_, firsts, lines) => {
  const text = firsts.map((first) => paragraph(first));
  expect(bodyOf([title, ...text, ...text])).toHaveLength(lines);
});

it.each([
  [39, 6],
  [40, 3],
])('knows a text by a paragraph of 40 characters: of %i', (length, lines) => {
  const text = ['甲', '乙', '丙'].map((first) => paragraph(first, length));
  expect(bodyOf([title, ...text, ...text])).toHaveLength(lines);
});

it('keeps a copy that says something else, and doubts one that it leaves out', () => {
  const text = ['甲', '乙', '丙'].map((first) => paragraph(first));
  expect(bodyOf([title, ...text, ...text.slice(0, 2), paragraph('丁')])).toHaveLength(6);
  expect(read([title, ...text, ...text]).parts.at(-1)?.doubt).toMatch(/word for word/);
});

it.each([
  ['the one title below a text', [title], [title]],
  ['no title out of several', [title, '鹤壁市2019年法治政府建设报告'], []],
])('takes %s', (_, below, titles) => {
  const page = read([paragraph('甲', 300), '版权所有', ...below]);
  expect(page.titles.map(({ text }) => text)).toEqual(titles);
});
