import { expect, it } from 'vitest';
import { chooseMain, isComparable } from './comparable-figures.ts';

const figure = { subsetOf: null, unit: '件', period: null, scope: null };

it.each([
  [{}, true],
  [{ period: '全年' }, true],
  [{ period: '截至年底' }, true],
  [{ period: '上半年' }, false],
  [{ period: '近五年来' }, false],
  [{ period: '2018年以来' }, false],
  [{ period: '截至11月' }, false],
  [{ period: '截至12月底' }, true],
  [{ period: '截至十一月底' }, false],
  [{ period: '截至十二月底' }, true],
  [{ period: '2021年' }, true],
  [{ period: '2020年' }, false],
  [{ scope: '全国' }, false],
  [{ subsetOf: 'review-closed' }, false],
  [{ unit: '人' }, false],
])('a figure with %j stands for a whole year: %s', (part, isOne) => {
  expect(isComparable({ ...figure, ...part }, { unit: '件' }, 2021)).toBe(isOne);
});

it('the figure without a narrower scope stands for a report, else the first', () => {
  const of = (one: { scope: string | null }) => one;
  const [own, all] = [{ scope: '市本级' }, { scope: null }];
  expect(chooseMain([own, all], of)).toBe(all);
  expect(chooseMain([own, { scope: '全市' }], of)).toBe(own);
  expect(chooseMain([], of)).toBeUndefined();
});
