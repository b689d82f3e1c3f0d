import { expect, it } from 'vitest';
import { readLines } from './page-line.ts';

/** Read a line among others: one alone and long would be broken into several. */
const read = (text: string) =>
  readLines([text, '甲', '乙', '丙'].map((one, at) => ({ line: at + 1, text: one }))).flatMap(
    ({ labelled }) => labelled.map(({ key, value }) => [key, value]),
  );

it.each<[string, [string, string][]]>([
  [
    '发布时间:2019-04-12 来源:县司法局',
    [
      ['published', '2019-04-12'],
      ['poster', '县司法局'],
    ],
  ],
  [
    '生成日期 2025-03-25 公开方式 主动公开',
    [
      ['signed', '2025-03-25'],
      ['other', '主动公开'],
    ],
  ],
  [
    '发布机构 自治区人民政府 文  号 内政发〔2013〕62号',
    [
      ['issuer', '自治区人民政府'],
      ['docNo', '内政发〔2013〕62号'],
    ],
  ],
  [
    '浚县人民政府门户网站 www.xunxian.gov.cn 发布时间:2026-02-27 10:28',
    [
      ['other', ''],
      ['published', '2026-02-27 10:28'],
    ],
  ],
  ['县政府发布日期 另行通知', []],
])('splits `%s`', (line, expected) => {
  expect(read(line)).toEqual(expected);
});

const han = (length: number) => '一'.repeat(length);

it.each<[string, string, number]>([
  ['a value of 120 characters', `来源：${han(120)}`, 1],
  ['a value of 121 characters', `来源：${han(121)}`, 0],
  ['a site’s name of 60 characters', `${han(56)}门户网站发布时间：2020-01-02`, 0],
  ['a site’s name of 60 characters and a space', `${han(55)}门户网站 发布时间：2020-01-02`, 2],
  ['a site’s name of 61 characters and a space', `${han(56)}门户网站 发布时间：2020-01-02`, 0],
  ['a line of 600 characters', `${'来源：一 '.repeat(119)}来源：一一`, 120],
  ['a line of 601 characters', `${'来源：一 '.repeat(119)}来源：一一一`, 0],
])('reads %s', (_, line, parts) => {
  expect(read(line)).toHaveLength(parts);
});
