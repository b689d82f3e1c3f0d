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
  [
    '发布者：法治科发布时间：2022-03-18浏览次数：10',
    [
      ['person', '法治科'],
      ['published', '2022-03-18'],
      ['other', '10'],
    ],
  ],
  ['解放村发布时间：另行通知', []],
  ['来源：县志截止日期：2022-03-18', [['poster', '县志截止日期：2022-03-18']]],
  ['标 题 | 浚县2021年度法治政府建设情况报告 |', [['title', '浚县2021年度法治政府建设情况报告']]],
  ['名称 | 数量 | 备注', []],
  [
    '发文字号 | 浚政〔2022〕5号 | 制发机构 | |',
    [
      ['docNo', '浚政〔2022〕5号'],
      ['issuer', ''],
    ],
  ],
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
