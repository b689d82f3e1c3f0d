import { expect, it } from 'vitest';
import { readYearRange, writeYearRange, yearWords } from './year-range.ts';

it.each([
  [['2019-2022'], '2019', '2022', '2019—2022年'],
  [['2019-'], '2019', '', '2019年以来'],
  [['-2022'], '', '2022', '2022年及以前'],
  [['2019'], '2019', '2019', '2019年'],
])('reads and writes %j as one range, and says it', (years, from, to, words) => {
  expect(readYearRange(years)).toEqual({ from, to });
  expect(writeYearRange({ from, to }, 'to')).toEqual(years);
  expect(yearWords(years[0] ?? '')).toBe(words);
});

it.each([[[]], [['2018', '2020']], [['x']], [['20']], [['-']]])('has no range of %j', (years) => {
  expect(readYearRange(years)).toEqual({ from: '', to: '' });
});

it('asks for no year where both ends are open', () => {
  expect(writeYearRange({ from: '', to: '' }, 'from')).toEqual([]);
});

it('opens the end that the other goes past', () => {
  expect(writeYearRange({ from: '2022', to: '2019' }, 'from')).toEqual(['2022-']);
  expect(writeYearRange({ from: '2022', to: '2019' }, 'to')).toEqual(['-2019']);
});

it('says what is no year as it stands', () => {
  expect(yearWords('x')).toBe('x');
});
