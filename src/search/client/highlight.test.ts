import { expect, it } from 'vitest';
import { findRanges } from './highlight.ts';

const marked = async (texts: string[], query: string) =>
  (await findRanges(texts, query)).map((ranges, i) =>
    ranges.map(([start, end]) => texts[i]?.slice(start, end)),
  );

it.each<[string[], string, (string | undefined)[][]]>([
  [['推进行政执法，执法监督', '无'], '执法', [['执法', '执法'], []]],
  [['（一）ＰＭ2.5'], '(一)pm', [['（一）ＰＭ']]],
  [['建設法治政府𠮷𠮷乙'], '建设法治', [['建設法治']]],
  [['𠮷…𠮷乙㎡'], '.𠮷乙m', [['…𠮷乙㎡']]],
  [['甲 乙，甲丙乙'], '甲 乙', [['甲 乙']]],
  [['甲丙乙丁'], '甲 乙|丁 -丙', [['甲', '乙丁']]],
  [['甲'], '　', [[]]],
])('finds in %j what %j stands for', async (texts, query, expected) => {
  expect(await marked(texts, query)).toEqual(expected);
});
