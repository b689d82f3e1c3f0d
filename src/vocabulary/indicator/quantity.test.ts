import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity, quantityPattern } from './quantity.ts';

describe('parseQuantity()', () => {
  it.each([
    ['15', 15, null],
    ['2,680', 2680, null],
    ['46.7', 46.7, null],
    ['2.35万', 23_500, null],
    ['2.9万余', 29_000, 'at-least'],
    ['20余万', 200_000, 'at-least'],
    ['近450', 450, 'under'],
    ['约300', 300, 'about'],
    ['超过80', 80, 'at-least'],
    ['逾80', 80, 'at-least'],
    ['不少于80', 80, 'at-least'],
    ['80以上', 80, 'at-least'],
    ['80左右', 80, 'about'],
    ['百分百', 100, null],
    ['0.123456', 0.123456, null],
    ['1.2亿', 120_000_000, null],
    ['两', 2, null],
    ['十', 10, null],
    ['二十三', 23, null],
    ['一百零五', 105, null],
    ['两千余', 2000, 'at-least'],
    ['千余', 1000, 'at-least'],
    ['百余', 100, 'at-least'],
    ['数十', 10, 'at-least'],
    ['十二万', 120_000, null],
    ['三万五千', 35_000, null],
    ['万余', 10_000, 'at-least'],
    ['百分之九十', 90, null],
    ['百分之百', 100, null],
  ])('reads %s as %d, bound %s', (text, value, approx) => {
    expect(parseQuantity(text)).toEqual({ value, approx });
  });

  it('finds no number where there is none', () => {
    expect(parseQuantity('共')).toBeUndefined();
  });

  it('reads back any whole number written with separators', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => {
        expect(parseQuantity(value.toLocaleString('en-US'))).toEqual({ value, approx: null });
      }),
    );
  });
});

describe('quantityPattern()', () => {
  const finds = (units: string, text: string): string | undefined =>
    new RegExp(quantityPattern(units), 'u').exec(text)?.[0];

  it.each([
    ['件', '12件', '12件'],
    ['件', '12件次', undefined],
    ['件次|件', '12件次', '12件次'],
    ['人', '30人次', undefined],
    ['人', '30人', '30人'],
    ['人|名', '数十名', '数十名'],
    ['%', '达到98.5%', '达到98.5%'],
    ['%', '百分之九十', '百分之九十'],
    ['部', '3部门', undefined],
    ...['件次', '件套', '人次', '人民', '人均', '人大', '名次', '名单', '名义', '次数'].map(
      (words): [string, string, undefined] => [words[0] ?? '', `3${words}`, undefined],
    ),
    ...['个百分点', '个月', '部门', '部分', '部署', '部级', '项目'].map(
      (words): [string, string, undefined] => [words[0] ?? '', `3${words}`, undefined],
    ),
  ])('{%s} finds in %s: %s', (units, text, expected) => {
    expect(finds(units, text)).toBe(expected);
  });
});
