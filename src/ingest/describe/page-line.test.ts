import { describe, expect, it } from 'vitest';
import { readLines, readParts } from './page-line.ts';
import { cutVerbatim } from './source-page.ts';

it('keeps each character’s offset where a page has a single reading in it', () => {
  const [line] = readLines([{ line: 1, text: '來源：建設(shè)局 發佈時間：2021-01-01' }]);
  expect(line?.bare).toBe('来源：建设局 发布时间：2021-01-01');
  expect(line && cutVerbatim(line, line.bare.indexOf('发'), line.bare.length)).toBe(
    '發佈時間：2021-01-01',
  );
});

const text = '各项工作取得新的进展，依法行政水平不断提高，'.repeat(30);
const texts = (source: string) => readLines([{ line: 1, text: source }]).map(({ raw }) => raw);

describe('a page of one line', () => {
  it('breaks a page of one line at the spaces its paragraphs left', () => {
    const source = `汝州市2021年法治政府建设报告 发布时间：2022-03-10 09:12 来源：司法局 ${text}。 一、主要做法 ${text}。 汝州市人民政府`;
    expect(texts(source)).toEqual([
      '汝州市2021年法治政府建设报告',
      '发布时间：2022-03-10 09:12',
      '来源：司法局',
      `${text}。`,
      `一、主要做法 ${text}。`,
      '汝州市人民政府',
    ]);
  });

  it('leaves a page alone that has its lines', () => {
    const lines = [1, 2, 3, 4].map((line) => ({ line, text: `${text}。 ${text}` }));
    expect(readLines(lines)).toHaveLength(4);
  });
});

it('breaks before numerals that count on where no space is left, and nowhere else', () => {
  const filler =
    '全县推进依法行政，规范行政执法，健全工作机制，促进一、二、三产业融合发展。'.repeat(16);
  const text = `浚县2025年法治政府建设情况报告2025年，${filler}一、主要工作（一）健全机制。${filler}（二）规范执法。${filler}二、下一步打算（一）加强培训。${filler}`;
  const parts = readLines([{ line: 1, text }]).map(({ raw }) => raw);
  expect(parts.map((part) => part.slice(0, 8))).toEqual([
    '浚县2025年法',
    '2025年，全县',
    '一、主要工作',
    '（一）健全机制。',
    '（二）规范执法。',
    '二、下一步打算',
    '（一）加强培训。',
  ]);
  expect(parts.join('')).toBe(text);
});

it('leaves a row of a table one line, whatever its cells hold', () => {
  const row = { table: 1, head: false, cells: ['任务', '一、完善制度。二、规范执法。'] };
  const source = [
    { line: 1, text: '浚县2022年法治政府建设报告' },
    { line: 2, text: row.cells.join('\t'), row },
  ];
  expect(readLines(source).map(({ line }) => line)).toEqual([1, 2]);
});

it('breaks a text that begins with its first part, unless only that part is printed there', () => {
  const lines = (...printed: string[]) =>
    readLines(printed.map((text, at) => ({ line: at + 1, text }))).map(({ raw }) => raw.trim());
  const whole = '一、主要做法 （一）健全制度。修订三件。 二、下一步打算 健全制度，加强培训。';
  expect(lines('浚县2022年报告', whole)).toEqual([
    ...['浚县2022年报告', '一、主要做法', '（一）健全制度。修订三件。'],
    ...['二、下一步打算', '健全制度，加强培训。'],
  ]);
  const first = '一、主要做法 健全制度。';
  expect(lines('浚县2022年报告', first, '二、打算 加强培训。')).toHaveLength(3);
});

it.each([
  [20, 2],
  [19, 1],
])('breaks a line with %i characters of text behind a counter into %i', (length, lines) => {
  expect(texts(`浏览次数：2024年，${'一'.repeat(length - 7)}。`)).toHaveLength(lines);
});

const isBody = (text: string) => readLines([{ line: 1, text }])[0]?.isBody;
it.each<[string, string, boolean]>([
  ['40 characters with a comma', `全市努力，${'一'.repeat(35)}`, true],
  ['39 characters with a comma', `全市努力，${'一'.repeat(34)}`, false],
  ['12 characters with a stop', `全市努力${'一'.repeat(7)}。`, true],
  ['11 characters with a stop', `全市努力${'一'.repeat(6)}。`, false],
])('takes %s for text: %s', (_, text, expected) => {
  expect(isBody(text)).toBe(expected);
});

it('takes readings without a tone for noise on a page with two that have one', () => {
  const noise = (...texts: string[]) =>
    readLines(texts.map((text, index) => ({ line: index + 1, text }))).flatMap(
      (line) => line.noise,
    );
  expect(noise('建設（shè）的（de）')).toEqual(['（shè）']);
  expect(noise('建設（shè）的（de）', '報（bào）告')).toEqual(['（shè）', '（de）', '（bào）']);
});

it.each([
  ['three lines, one of 600 characters', 3, 600, 4],
  ['three lines, one of 599 characters', 3, 599, 3],
  ['four lines, one of 600 characters', 4, 600, 4],
])('breaks a page of %s', (_, lines, length, expected) => {
  const long = `全市努力。 ${'一'.repeat(length - 7)}。`;
  const source = [long, ...Array.from({ length: lines - 1 }, () => '甲')];
  expect(readLines(source.map((text, index) => ({ line: index + 1, text })))).toHaveLength(
    expected,
  );
});

it.each([
  [59, 'furniture'],
  [60, 'body'],
])('takes a line of %i characters about attachments for %s', (length, why) => {
  const [line] = readLines([{ line: 1, text: `附件1：${'一'.repeat(length - 4)}` }]);
  expect(line && readParts(line, 'tail')[0]?.why).toBe(why);
});

it.each([
  ['欧阳法治', 'person'],
  ['欧阳法治政', 'poster'],
])('takes %s before the hour it was posted for a %s', (who, key) => {
  const [line] = readLines([{ line: 1, text: `${who} 2023-12-29 09:30` }]);
  expect(line && readParts(line, 'head')[0]?.key).toBe(key);
});

it.each([
  ['（一）规范执法', true],
  ['1.规范执法', false],
])('takes %s for the first of a text’s parts: %s', (text, isBody) => {
  expect(readLines([{ line: 1, text }])[0]?.isBody).toBe(isBody);
});
