import { expect, it } from 'vitest';
import { readLines } from './page-line.ts';

const read = (text: string) =>
  readLines([{ line: 1, text }]).flatMap(({ labelled }) =>
    labelled.map(({ key, value }) => [key, value]),
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
