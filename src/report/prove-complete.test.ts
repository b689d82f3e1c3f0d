import { describe, expect, it } from 'vitest';
import { proveComplete } from './prove-complete.ts';
import type { Omission } from './report.ts';

const snapshot = [
  '首页 > 动态',
  '【规划】《某市2018年度方案》',
  '发布人:张三  浏览:7',
  '一、总体(要求)',
  '正文 甲,乙。',
].join('\r\n');

const omitted: Omission[] = [
  { line: 1, text: '首页 > 动态', why: 'navigation' },
  { line: 2, text: '【规划】《', why: 'furniture' },
  { line: 2, text: '某市2018年度方案', why: 'metadata', fields: ['title'] },
  { line: 2, text: '》', why: 'furniture' },
  { line: 3, text: '发布人:▇▇', why: 'furniture', masked: true },
  { line: 3, text: '浏览:7', why: 'furniture' },
];
const printed = '一、总体（要求）\n正文甲，乙。';

describe('the proof that no character was lost', () => {
  it('holds up to NFKC and white space, with a masked name', () => {
    expect(proveComplete(snapshot, omitted, printed)).toBeUndefined();
  });

  it.each([
    ['a lost character', omitted, printed.replace('乙', ''), 5, /`乙。`/],
    ['an added one', omitted, `${printed}丙`, 5, /`丙`/],
    [
      'more than a dozen added',
      omitted,
      `${printed}一二三四五六七八九十甲乙丙`,
      5,
      /`一二三四五六七八九十甲乙…`/,
    ],
    [
      'a dozen added',
      omitted,
      `${printed}一二三四五六七八九十甲乙`,
      5,
      /`一二三四五六七八九十甲乙`/,
    ],
    ['a changed one', omitted, printed.replace('要求', '需求'), 4, /`要求\)`/],
    ['lines out of order', omitted, '正文甲，乙。一、总体（要求）', 4, /`一、总体\(要求\)`/],
    ['an omission left out', omitted.slice(1), printed, 1, /`首页>动态`/],
    ['an omission out of order', [...omitted].reverse(), printed, 3, /omission/],
    [
      'an omission that is not there',
      [{ ...omitted[0], text: '没有' }] as Omission[],
      printed,
      1,
      /omission/,
    ],
    ['a mask not said', omitted.map(({ masked, ...rest }) => rest), printed, 3, /omission/],
    [
      'a line past the end',
      [...omitted, { line: 99, text: '甲', why: 'furniture' }] as Omission[],
      printed,
      99,
      /omission/,
    ],
  ])('fails for %s and says where', (_, list, text, line, words) => {
    expect(proveComplete(snapshot, list, text)).toMatchObject({
      line,
      text: expect.stringMatching(words),
    });
  });
});
