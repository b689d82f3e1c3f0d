import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePrintedNumber, readNumeral, splitLabel } from './printed-numeral.ts';

it.each([
  ['一、', 1],
  ['十、', 10],
  ['十二、', 12],
  ['二十一、', 21],
  ['一百零三、', 103],
  ['二百三十、', 230],
  ['二〇、', 20],
  ['一二、', 12],
  ['壹、', 1],
  ['两百、', 200],
  ['（一）', 1],
  ['（十二）', 12],
  ['(五)', 5],
  ['㈠', 1],
  ['30.', 30],
  ['３０．', 30],
  ['1、', 1],
  ['9,', 9],
  ['7', 7],
  ['（1）', 1],
  ['1）', 1],
  ['⑴', 1],
  ['⒈', 1],
  ['①', 1],
  ['⑳', 20],
  ['第三章', 3],
  ['第十条', 10],
  ['第一部分', 1],
  ['第一，', 1],
  ['〔三〕', 3],
  ['2.3', 3],
  ['二 、', 2],
] as const)('reads the number printed in %s', (label, number) => {
  expect(parsePrintedNumber(label)).toBe(number);
});

it.each([
  '',
  '、',
  '〇、',
  '0.',
  '百年大计',
  '十十、',
  '二十二百',
  '附件1',
  'A.',
  '2018年',
  '（略）',
])('sees no number in %j', (label) => {
  expect(parsePrintedNumber(label)).toBeUndefined();
});

it.each([
  { digits: '零一二三四五六七八九', units: '千百十' },
  { digits: '零壹贰叁肆伍陆柒捌玖', units: '仟佰拾' },
])('reads back every numeral up to 9999 in $digits', ({ digits, units }) => {
  const write = (number: number): string =>
    [1000, 100, 10, 1]
      .map((unit, place) => {
        const digit = Math.floor(number / unit) % 10;
        return digit === 0 ? '零' : `${digits[digit]}${units[place] ?? ''}`;
      })
      .join('')
      .replace(/^零+|零+$/g, '')
      .replace(/零+/g, '零');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
      expect(parsePrintedNumber(`${write(number)}、`)).toBe(number);
    }),
  );
});

it.each([
  ['（一）指导思想', '（一）', '指导思想'],
  ['10. 完善机制', '10.', '完善机制'],
  ['4 ．健全机制', '4 ．', '健全机制'],
  ['（ 2 ）健全机制', '（ 2 ）', '健全机制'],
  ['120、健全机制', '120、', '健全机制'],
  ['（120）健全机制', '（120）', '健全机制'],
  ['（ 120 ）健全机制', '（ 120 ）', '健全机制'],
  ['1200、健全机制', null, '1200、健全机制'],
  ['（2020）健全机制', null, '（2020）健全机制'],
  ['（ 2020 ）健全机制', null, '（ 2020 ）健全机制'],
  ['4 健全机制', null, '4 健全机制'],
  ['2021 、2022年', null, '2021 、2022年'],
  ['指导思想（一）', null, '指导思想（一）'],
])('parts the label of %s from its words', (text, label, rest) => {
  expect(splitLabel(text)).toEqual({ label, rest });
});

it.each([
  ['１．健全机制', 'arabic', '1. 健全机制'],
  ['⒈健全机制', 'arabic', '1. 健全机制'],
  ['（１）健全机制', 'arabic-bracket', '（1）健全机制'],
  ['⑴健全机制', 'arabic-bracket', '（1）健全机制'],
  ['㈠健全机制', 'han-bracket', '（一）健全机制'],
])('takes %s for a numeral of the kind %s', (line, _, plain) => {
  const { rank, number, rest } = readNumeral(plain) ?? {};
  expect(readNumeral(line)).toMatchObject({ rank, number, rest });
});

it('takes no amount in full-width digits for a numeral', () => {
  expect(readNumeral('３.５亿元用于培训')).toBeUndefined();
});
