import { expect, it } from 'vitest';
import { isAddressee, isOrganisation, readDate } from './line-wording.ts';

const han = (length: number) => '一'.repeat(length);

it.each([
  [40, true],
  [41, false],
])('takes a line of %i characters for the name of a body: %s', (length, expected) => {
  expect(isOrganisation(`${han(length - 4)}人民政府`)).toBe(expected);
});

it.each([
  [150, true],
  [151, false],
])('takes a line of %i characters for an addressee: %s', (length, expected) => {
  expect(isAddressee(`${han(length - 4)}市政府：`)).toBe(expected);
});

it.each([
  ['19-04-12', '2019-04-12'],
  ['1990-01-01', '1990-01-01'],
  ['1989-12-31', undefined],
  ['2099-12-31', '2099-12-31'],
  ['2100-01-01', undefined],
  ['2019-02-29', undefined],
  ['二〇一八年一月十九日', '2018-01-19'],
])('reads the date %s as %s', (text, expected) => {
  expect(readDate(text)).toBe(expected);
});
