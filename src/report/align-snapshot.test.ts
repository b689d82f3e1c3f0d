import { describe, expect, it } from 'vitest';
import { alignSnapshot, countPrinted } from './align-snapshot.ts';
import { addressText } from './anchor/address-body.ts';
import { noteReference } from './note-reference.ts';
import type { Omission } from './report.ts';
import type { ReportBody } from './report-body.ts';

const own = { stop: null, style: 'own-line', sections: [] } as const;
const body: ReportBody = {
  opening: ['丁县依法行政(试行),成效明显。'],
  sections: [
    { ...own, label: '一、', heading: '办案', paragraphs: [`受理328${noteReference('1')}件。`] },
    {
      ...{ ...own, label: '二、', heading: '复议', stop: '。', style: 'run-in' },
      paragraphs: [
        '办结7件。',
        {
          head: 1,
          rows: [
            ['单位', '数'],
            ['甲局', '7'],
          ],
          spans: [],
        },
      ],
    },
  ],
  closing: [],
  notes: [{ label: '1', text: '含移送。' }],
};
const text = addressText(body, undefined);
const snapshot = [
  '首页 > 公开',
  '',
  '丁县依法行政(试行),',
  '【字体:大 中 小】',
  '成效明显。  打印',
  '一、办案',
  `受理328${noteReference('1')}件。`,
  '含移送。',
  '二、复议。办结7件。',
  '单位\t数',
  '甲局\t7',
].join('\n');
const omitted: Omission[] = [
  { line: 1, text: '首页 > 公开', why: 'navigation' },
  { line: 4, text: '【字体:大 中 小】', why: 'furniture' },
  { line: 5, text: '打印', why: 'furniture' },
];

describe('a snapshot and its report, side by side', () => {
  const rows = alignSnapshot({ text: snapshot, noteLines: [8] }, omitted, text);

  it('have the same words in each row, however lines are broken and notes moved', () => {
    expect(rows.map(({ lines, blocks }) => [lines.map(({ line }) => line), blocks])).toEqual([
      [[1], []],
      [[3, 4, 5], ['p1']],
      [[6], ['s1']],
      [[7], ['p2']],
      [[8], ['n1']],
      [[9], ['s2', 'p3']],
      [[10], ['p4-r1']],
      [[11], ['p4-r2']],
    ]);
  });

  it('show what was left out where it stood, and why', () => {
    expect(rows[1]?.lines.map(({ pieces }) => pieces)).toEqual([
      [{ text: '丁县依法行政(试行),' }],
      [{ text: '【字体:大 中 小】', why: 'furniture' }],
      [{ text: '成效明显。  ' }, { text: '打印', why: 'furniture' }],
    ]);
  });

  it('are not put side by side where an omission is not there', () => {
    const wrong: Omission[] = [{ line: 1, text: '没有', why: 'navigation' }];
    expect(alignSnapshot({ text: snapshot, noteLines: [] }, wrong, text)).toEqual([]);
  });

  it('are counted without white space', () => {
    expect(countPrinted(' 甲 乙\t12\n𠀀')).toBe(5);
  });
});
