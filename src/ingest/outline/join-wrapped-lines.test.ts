import { expect, it } from 'vitest';
import { joinWrappedLines } from './join-wrapped-lines.ts';

const paragraphs = [
  '2020年，全县把法治政府建设摆在突出位置，健全工作机制，细化任务清单，推动依法行政水平稳步提升，取得新的成效。现将有关情况报告如下：',
  '一、健全依法行政制度。全年审查行政规范性文件21件，按期报备率100%。开展文件清理，清理文件60件，保留48件，废止12件。',
  '二、严格规范公正文明执法。全面推行三项制度，公示执法信息1,300余条。加强执法培训，举办培训班4期，培训执法人员260人次。',
];
/** Break a text as a printer does, at 18 characters' width. */
const wrap = (text: string): string[] => {
  const lines = [''];
  let width = 0;
  for (const character of text) {
    width += character <= '\u007f' ? 0.5 : 1;
    if (width > 18) {
      lines.push('');
      width = character <= '\u007f' ? 0.5 : 1;
    }
    lines[lines.length - 1] += character;
  }
  return lines;
};

it('joins lines that were broken at a width', () => {
  expect(joinWrappedLines(paragraphs.flatMap(wrap))).toEqual(paragraphs);
});

it('joins lines that were broken at a number of characters, digits counted as one', () => {
  const cut = paragraphs.flatMap((text) => text.match(/.{1,24}/gu) ?? []);
  expect(joinWrappedLines(cut)).toEqual(paragraphs);
});

it.each([
  [
    'a paragraph broken behind a comma',
    '健全工作机制，细化任务清单，推动依法行政水平稳步提升取得成效，',
    '得到群众好评。',
    1,
  ],
  [
    'no shorter line',
    '细化任务清单，推动依法行政水平稳步提升取得成效有进展了，',
    '得到群众好评。',
    2,
  ],
  [
    'no point',
    '健全工作机制，细化任务清单，推动依法行政水平稳步提升取得成效，',
    '一是办理案件。',
    2,
  ],
  [
    'no numeral',
    '健全工作机制，细化任务清单，推动依法行政水平稳步提升取得成效，',
    '（二）办案。',
    2,
  ],
])('joins %s', (_, above, below, count) => {
  expect(joinWrappedLines([above, below])).toHaveLength(count);
});

it('leaves paragraphs as they are', () => {
  expect(joinWrappedLines(paragraphs)).toEqual(paragraphs);
  const short = Array.from({ length: 10 }, (_, at) => `${at + 1}.完成第${at}项任务。`);
  expect(joinWrappedLines(short)).toEqual(short);
});

it('joins lines around a table, never over it', () => {
  const lines = Array.from({ length: 8 }, () => '全区依法办理行政复议案件并公开结果水平提高');
  const table = { head: 0, rows: [['甲', '1']], spans: [] };
  expect(joinWrappedLines([...lines, table, ...lines])).toEqual([
    lines.join(''),
    table,
    lines.join(''),
  ]);
});
