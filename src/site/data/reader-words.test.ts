import { expect, it } from 'vitest';
import {
  correctionPhrase,
  figureLimits,
  figureWords,
  formatDate,
  timelinessPhrase,
} from './reader-words.ts';

it.each([
  [{ value: 15, unit: '件', approx: null }, '15 件'],
  [{ value: 29000, unit: '条', approx: 'at-least' }, '逾 29,000 条'],
  [{ value: 46.7, unit: '%', approx: null }, '46.7%'],
  [{ value: 450, unit: '件', approx: 'about' }, '约 450 件'],
  [{ value: 10, unit: '人', approx: 'under' }, '不足 10 人'],
] as const)('writes a figure with its bound and unit: %j is %s', (figure, words) => {
  expect(figureWords(figure)).toBe(words);
});

it('says the scope and period that the text gives, and no others', () => {
  expect(figureLimits({ scope: '全市', period: '全年' })).toBe('全市，全年');
  expect(figureLimits({ scope: null, period: '上半年' })).toBe('上半年');
  expect(figureLimits({ scope: null, period: null })).toBe('');
});

it.each([
  ['审议', '扫描件误识', '「审议」改为「审理」。扫描件误识。'],
  ['', '补录漏字。', '补入「审理」。补录漏字。'],
])('says a correction of `%s`', (old, why, phrase) => {
  expect(correctionPhrase({ old, new: '审理', why })).toBe(phrase);
});

it('writes a day as Chinese prose does, without noughts before', () => {
  expect(formatDate('2019-04-02')).toBe('2019年4月2日');
});

it.each([
  ['late', 12, '迟公布 12 天'],
  ['on-time', -3, '按时'],
] as const)('says that a report is %s', (state, days, words) => {
  expect(timelinessPhrase({ due: '2019-03-31', state, days })).toBe(words);
});
