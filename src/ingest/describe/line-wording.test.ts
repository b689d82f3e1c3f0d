import { expect, it } from 'vitest';
import {
  isAddressee,
  isDateLine,
  isFootMark,
  isOrganisation,
  lineFurniture,
  readDate,
  readsAsText,
} from './line-wording.ts';

const han = (length: number) => '一'.repeat(length);

it.each([
  [40, true],
  [41, false],
])('takes a line of %i characters for the name of a body: %s', (length, expected) => {
  expect(isOrganisation(`${han(length - 4)}人民政府`)).toBe(expected);
});

it.each([
  ['中共鹤壁市委党校', true],
  ['海南省农垦', true],
  ['鹤壁市档案馆', true],
  ['浚县供销合作社联合社', true],
  ['国家统计局鹤壁调查队', true],
  ['沿河而下自成一队', false],
  ['淇滨公园', false],
])('takes %s for the name of a body: %s', (name, expected) => {
  expect(isOrganisation(name)).toBe(expected);
});

it.each([
  ['2022年03月18日 星期五 09:30', true],
  ['2022年3月18日周五', true],
  ['2 0 2 2 年 1 月 2 0 日', true],
  ['2022年元月20日', true],
  ['18/03/2022', true],
  ['星期五 2022年3月18日', false],
  [`2022年3月18日${' '.repeat(50)}`, true],
  [`2022年3月18日${' '.repeat(51)}`, false],
  ['Fri Mar 18 10:22:33 CST 2022', true],
  ['The law of Mar 18 2022', false],
  ['🕐 2022-03-18 10:00 👁 123', true],
  ['🕐 2022-03-18 依法行政', false],
])('takes %s for a line of a date alone: %s', (line, expected) => {
  expect(isDateLine(line)).toBe(expected);
});

it.each([
  [150, true],
  [151, false],
])('takes a line of %i characters for an addressee: %s', (length, expected) => {
  expect(isAddressee(`${han(length - 4)}市政府：`)).toBe(expected);
});

it.each([
  [200, true],
  [201, false],
])(
  'takes a line of %i characters for the page around a document, and for its foot: %s',
  (length, expected) => {
    const line = `友情链接 ${han(length - 5)}`;
    expect([lineFurniture(line) !== undefined, isFootMark(line)]).toEqual([expected, expected]);
  },
);

it.each([
  [`${han(11)}。`, true],
  [`${han(10)}。`, false],
  [`${han(20)}，${han(4)}`, true],
  [`${han(19)}，${han(4)}`, false],
  [`${han(20)}，${han(3)}的`, true],
  [`${han(22)}，${han(3)}`, false],
])('takes `%s` for text: %s', (line, expected) => {
  expect(readsAsText(line)).toBe(expected);
});

it.each([
  ['19-04-12', '2019-04-12'],
  ['20.12.2017', '2017-12-20'],
  ['05/04/2018', '2018-04-05'],
  ['1990-01-01', '1990-01-01'],
  ['1989-12-31', undefined],
  ['2099-12-31', '2099-12-31'],
  ['2100-01-01', undefined],
  ['2019-02-29', undefined],
  ['二〇一八年一月十九日', '2018-01-19'],
  ['Fri Mar 25 10:22:33 CST 2022', '2022-03-25'],
  ['Thu Dec 01 00:00:00 GMT+08:00 2022', '2022-12-01'],
  ['Jan 3, 2022 4:05:06 PM', '2022-01-03'],
  ['25 March 2022', '2022-03-25'],
  ['Sun Feb 30 10:00:00 CST 2020', undefined],
  ['March 2022', undefined],
])('reads the date %s as %s', (text, expected) => {
  expect(readDate(text)).toBe(expected);
});

it.each([
  ['2 0 2 2 年 1 月 2 0 日', '2022-01-20'],
  ['2022年元月20日', '2022-01-20'],
  ['2022-03-18 09:30', '2022-03-18'],
  ['2022年3月18日 9时', '2022-03-18'],
])('reads the date %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});
