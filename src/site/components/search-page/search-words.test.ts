import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from '../../../search/text/parse-query.ts';
import { parseSearchState } from './search-state.ts';
import { brokenWords, emptyWords, literalQuery, shareWords, statusWords } from './search-words.ts';

it.each([
  ['exact', 0, 0, 1, '正在检索…（1/3）'],
  ['exact', 2, 9, 1, '正在检索…（1/3）已找到 2 份报告，9 处'],
  ['exact', 0, 0, 3, '没有找到。'],
  ['exact', 2, 9, 1, '正在检索 2017 年…（1/3）已找到 2 份报告，9 处', 2017],
  ['exact', 2, 9, 3, '2 份报告，9 处。'],
  ['exact', 2, 0, 3, '2 份报告。'],
  ['loose', 2, 9, 3, '模糊：2 份报告，9 处。不是逐字相同。'],
] as const)('of %s, %i reports, %i matches, shard %i of 3 says %s', (...row) => {
  const [mode, total, matches, searched, words, year] = row;
  const shards = { searched, all: 3, failed: [] };
  expect(statusWords({ mode }, { total, matches, shards }, year)).toBe(words);
});

it('says of a search by a list that may be old that there may be more', () => {
  const reason = { archive: '', year: null, reason: '' };
  const shards = { searched: 3, all: 3, failed: [], unconfirmed: [reason] };
  for (const total of [0, 2])
    expect(statusWords({ mode: 'exact' }, { total, matches: total, shards })).toContain(
      '可能还有新收录的报告',
    );
});

it('says of a search that lacks a year what it found, never that there is nothing', () => {
  const failed = [2019, 2018, 2019].map((year) => ({ archive: '', year, reason: '' }));
  const shards = { searched: 3, all: 3, failed };
  expect(statusWords({ mode: 'exact' }, { total: 0, matches: 0, shards })).toBe('没有查完。');
  expect(brokenWords({ total: 2, matches: 9 }, failed)).toBe(
    '没有查完：已找到 2 份报告，9 处，2018、2019 年没有取全。',
  );
  expect(brokenWords(undefined, [])).toBe('没有查完：其余没有取到。');
});

it.each([
  ['?q=甲', false, '本库没有含有「甲」的报告'],
  ['?q=甲', true, '所选范围内没有含有「甲」的报告'],
  ['?q=甲+乙&within=section', false, '本库没有在同一节里含有「甲 乙」各词的报告'],
])('of an empty search %s says within what', (query, isNarrowed, words) => {
  expect(emptyWords(parseSearchState(query), isNarrowed)).toContain(words);
});

it.each([
  ['行政复议', undefined],
  ['', undefined],
  ['甲|乙', '「甲|乙」'],
  ['-双随机', '「-双随机」'],
  ['「放管服」', '"「放管服」"'],
  ['双随机 一公开', '「双随机 一公开」'],
  ['「甲」"乙"', undefined],
])('writes %j as %j', (query, literal) => {
  expect(literalQuery(query)).toBe(literal);
});

it('writes what is then read as one phrase of the very words', () => {
  const words = fc.string({ unit: fc.constantFrom(...'甲乙-|「」"｜－ a'), maxLength: 12 });
  fc.assert(
    fc.property(words, (query) => {
      const literal = literalQuery(query);
      fc.pre(literal !== undefined);
      expect(parseQuery(literal, 'query')).toEqual({
        parts: [{ phrases: [{ text: query.trim(), isLiteral: true }] }],
        without: [],
      });
    }),
  );
});

it.each([
  [0, '0%'],
  [0.0099, '<1%'],
  [0.01, '1%'],
  [0.5, '50%'],
  [0.999, '99%'],
  [1, '100%'],
])('says a share of %d as %s', (share, words) => {
  expect(shareWords(share)).toBe(words);
});
