import { expect, it } from 'vitest';
import { isOfYear } from './is-of-year.ts';

it.each<[string | null, boolean]>([
  [null, true],
  ['全年', true],
  ['今年以来', true],
  ['2022年', true],
  ['2022年度', true],
  ['截至12月底', true],
  ['截至2022年底', true],
  ['截至2021年底', false],
  ['2021年', false],
  ['2022年以来', false],
  ['近五年来', false],
  ['上半年', false],
  ['1至11月', false],
  ['“十三五”期间', false],
])('takes a figure of %s for the year 2022: %s', (period, expected) => {
  expect(isOfYear({ period, subsetOf: null, scope: null }, 2022)).toBe(expected);
});

it('takes no part and no figure of the country', () => {
  expect(isOfYear({ period: null, subsetOf: 'review-closed', scope: null }, 2022)).toBe(false);
  expect(isOfYear({ period: null, subsetOf: null, scope: '全国' }, 2022)).toBe(false);
  expect(isOfYear({ period: null, subsetOf: null, scope: '全市' }, 2022)).toBe(true);
});
