import { expect, it } from 'vitest';
import { readPage } from './read-page.ts';

const whys = (lines: readonly string[]) =>
  readPage(lines.map((text, index) => ({ line: index + 1, text }))).parts.map(({ why }) => why);
/** A paragraph of as many characters. */
const paragraph = (length: number) => `全市努力，${'一'.repeat(length - 6)}。`;
const title = '鹤壁市2020年法治政府建设报告';

it.each([
  ['less than a quarter', 99, ['metadata', 'body', 'furniture', 'navigation']],
  ['a quarter', 100, ['metadata', 'body', 'body', 'body']],
])('takes a mark for the foot with %s of the text below it', (_, below, expected) => {
  expect(whys([title, paragraph(300), '扫一扫在手机打开', paragraph(below)])).toEqual(expected);
});

it.each([
  [15, 2],
  [16, 1],
])('finds the report’s own title under a notice of %i lines: %i titles', (above, titles) => {
  const notice = [paragraph(60), ...Array.from({ length: above - 1 }, () => '各乡镇')];
  const lines = ['浚县关于印发《报告》推进法治政府建设的通知', ...notice, title, paragraph(60)];
  const page = readPage(lines.map((text, index) => ({ line: index + 1, text })));
  expect(page.titles).toHaveLength(titles);
});

it.each([
  ['工作动态', 'navigation'],
  ['法治建设', 'navigation'],
  ['总体情况', 'body'],
])('takes %s between title and text for %s', (line, why) => {
  const lines = ['浚县2022年法治政府建设工作报告', line, paragraph(60)];
  const { parts } = readPage(lines.map((text, index) => ({ line: index + 1, text })));
  expect(parts.find(({ text }) => text === line)?.why).toBe(why);
});
