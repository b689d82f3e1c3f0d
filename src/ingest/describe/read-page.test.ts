import { expect, it } from 'vitest';
import { readPage } from './read-page.ts';
import { readDates } from './year-and-dates.ts';

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

it.each([
  ['全市依法治市专题之工作动态', 13, 'body'],
  ['全市依法治市专题工作动态', 12, 'navigation'],
])('takes %s, of %i characters, for %s', (line, length, why) => {
  expect(line).toHaveLength(length);
  expect(whys([title, line, paragraph(60)])[1]).toBe(why);
});

it.each([
  ['two short lines above a text without a title for text', ['走进浚县', '办事指南'], 'body'],
  ['three for a menu', ['走进浚县', '办事指南', '互动交流'], 'navigation'],
  ['lines of 20 characters for one', Array(3).fill('走'.repeat(20)), 'navigation'],
  ['longer ones for text', Array(3).fill('走'.repeat(21)), 'body'],
])('takes %s', (_, lines, why) => {
  expect(whys([...lines, paragraph(60), paragraph(60)])[0]).toBe(why);
});

it.each([
  ['附件：办案情况统计表', false, true],
  ['附件：办案情况统计表', true, false],
  ['附件：办案情况统计表.docx', false, false],
])('doubts %s below the signature, a link: %s', (text, isLink, isDoubted) => {
  const lines = [title, paragraph(60), '鹤壁市人民政府', '2021年1月10日'];
  const source = lines.map((one, at) => ({ line: at + 1, text: one }));
  const { parts } = readPage([...source, { line: 5, text, isLink }]);
  expect(parts.at(-1)).toMatchObject({ why: 'furniture' });
  expect(parts.at(-1)?.doubt !== undefined).toBe(isDoubted);
});

it.each(['－3－', '—— 3 ——', '- 3 -'])(
  'takes %s between lines of text for a page number',
  (line) => {
    expect(whys([title, paragraph(60), line, paragraph(60)])[2]).toBe('furniture');
  },
);

it.each([
  [40, 'metadata'],
  [41, 'body'],
])('takes a line of %i characters under an empty label for %s', (length, why) => {
  expect(whys([title, '发布机构：', '浚'.repeat(length), paragraph(60)])[2]).toBe(why);
});

it.each([
  ['less than a fifth of the text, in parts,', '一、', 78, true],
  ['a fifth of the text, in parts,', '一、', 79, false],
  ['a fifth of the text, in points,', '（一）', 79, false],
  ['less than 0.35 of the text, in items,', '1.', 170, true],
  ['less than 0.35 of the text', '', 170, true],
  ['more than 0.35 of the text', '', 171, false],
])('ends a text at its signature with %s below it', (_, numeral, below, isEnd) => {
  const rest = numeral + paragraph(below - numeral.length);
  const found = whys([title, paragraph(300), '鹤壁市人民政府', '2021年1月5日', rest]);
  expect(found[2] === 'metadata').toBe(isEnd);
});

it.each([
  ['a day under its year', [title, '2021', '04/07', '19:20'], '2021-04-07'],
  ['a month under its day', ['07', '2021-04', title], '2021-04-07'],
  ['no day that does not exist', [title, '2021', '14/07'], undefined],
  ['the day behind a title', [`${title}（2021-04-07）`], '2021-04-07'],
  ['a day behind a bullet and its label', [title, '• 发布日期：', '2021年4月7日'], '2021-04-07'],
  ['the day behind who posted it', [title, '浚县司法 2021年4月7日 17:30'], '2021-04-07'],
])('reads %s', (_, above, expected) => {
  const lines = [...above, paragraph(60)].map((text, index) => ({ line: index + 1, text }));
  expect(readDates(readPage(lines).parts, undefined).posted?.value).toBe(expected);
});

it('ends a text at what readers say of it', () => {
  const said = ['网友评论', '匿名网友：写得好。', '发表评论'];
  expect(whys([title, paragraph(300), ...said]).slice(2)).not.toContain('body');
});

it.each([
  ['a part of the text without a notice above it', '浚县2020年法治政府建设报告', 1],
  ['a title of its own where a notice sends it', '关于印发浚县法治政府建设计划的通知', 2],
])('takes a line that does not say whose it is for %s', (_, above, titles) => {
  const lines = [above, paragraph(60), '2021年推进法治政府建设的主要安排', paragraph(60)];
  const page = readPage(lines.map((text, index) => ({ line: index + 1, text })));
  expect(page.titles).toHaveLength(titles);
});

it('leaves out page numbers between lines of a text', () => {
  expect(whys([title, paragraph(60), '- 3 -', paragraph(60)])[2]).toBe('furniture');
  expect(whys([title, paragraph(60), '- 3月办案 -', paragraph(60)])[2]).toBe('body');
});

it.each([
  ['a button', '返回顶部', 'furniture'],
  ['two', '【打印】【关闭】', 'furniture'],
  ['one word of a button', '打印', 'body'],
  ['a sentence about one', '返回顶部设计。', 'body'],
])('takes %s between lines of a text for what it is', (_, line, why) => {
  expect(whys([title, paragraph(60), line, paragraph(60)])[2]).toBe(why);
});

it.each([
  ['sends nothing, for the page’s', paragraph(60), 1],
  ['sends the document, for a notice', `现予印发，${paragraph(60)}`, 2],
])('takes a text above a title that %s', (_, above, lines) => {
  const read = whys([above, '鹤壁市人民政府关于2020年法治政府建设情况的报告', paragraph(60)]);
  expect(read.filter((why) => why === 'body')).toHaveLength(lines);
});

it('reads to whom a form says a document is sent, and its number before the title', () => {
  const lines = [`鹤政〔2021〕5号 ${title}`, '主送：省政府', paragraph(60)];
  const { parts } = readPage(lines.map((text, index) => ({ line: index + 1, text })));
  expect(parts.map(({ key, value }) => [key, value]).slice(0, 3)).toEqual([
    ['docNo', '鹤政〔2021〕5号'],
    ['title', title],
    ['addressee', '省政府'],
  ]);
});

it('reads a signature with the word for its seal', () => {
  const { parts } = readPage(
    [title, paragraph(300), '鹤壁市人民政府（印章）', '2021年元月5日'].map((text, index) => ({
      line: index + 1,
      text,
    })),
  );
  expect(parts.slice(2).map(({ key, value }) => [key, value])).toEqual([
    ['signature', '鹤壁市人民政府'],
    ['signed', '2021年元月5日'],
  ]);
});
