import { expect, it } from 'vitest';
import { parseSearchState } from './search-state.ts';
import { emptyWords, statusWords } from './search-words.ts';

it.each([
  ['exact', 0, 0, 1, '正在检索…（1/3）'],
  ['exact', 2, 9, 1, '正在检索…（1/3）已找到 2 份报告，9 处'],
  ['exact', 0, 0, 3, '没有找到。'],
  ['exact', 2, 9, 1, '正在检索 2017 年…（1/3）已找到 2 份报告，9 处', 2017],
  ['exact', 2, 9, 3, '2 份报告，9 处。'],
  ['exact', 2, 0, 3, '2 份报告。'],
  ['loose', 2, 9, 3, '模糊：2 份报告，9 处。不是逐字相同。'],
] as const)('of %s, %i reports, %i places, shard %i of 3 says %s', (...row) => {
  const [mode, total, matches, searched, words, year] = row;
  const shards = { searched, all: 3 };
  expect(statusWords({ mode }, { total, matches, shards }, year)).toBe(words);
});

it.each([
  ['?q=甲', false, '本库没有含有「甲」的报告'],
  ['?q=甲', true, '所选范围内没有含有「甲」的报告'],
  ['?q=甲+乙&within=section', false, '本库没有在同一节里含有「甲 乙」各词的报告'],
])('of an empty search %s says within what', (query, isNarrowed, words) => {
  expect(emptyWords(parseSearchState(query), isNarrowed)).toContain(words);
});
