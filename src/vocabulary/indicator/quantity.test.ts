import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, readQuantity } from './quantity.ts';

describe('readQuantity()', () => {
  it.each([
    ['15件', 15, null, '件'],
    ['2,680人', 2680, null, '人'],
    ['46.7%', 46.7, null, '%'],
    ['2.35万件', 23_500, null, '件'],
    ['2.9万余条', 29_000, 'at-least', '条'],
    ['20余万人次', 200_000, 'at-least', '人次'],
    ['1.2亿元', 120_000_000, null, '元'],
    ['860.5万元', 8_605_000, null, '元'],
    ['48 件', 48, null, '件'],
    ['80%以上', 80, 'at-least', '%'],
    ['80%以下', 80, 'under', '%'],
    ['80人左右', 80, 'about', '人'],
    ['两次', 2, null, '次'],
    ['二十三名', 23, null, '人'],
    ['一百零五起', 105, null, '件'],
    ['两千余件', 2000, 'at-least', '件'],
    ['千余件', 1000, 'at-least', '件'],
    ['数十件', 10, 'at-least', '件'],
    ['数十万人次', 100_000, 'at-least', '人次'],
    ['十二万件', 120_000, null, '件'],
    ['三万五千件', 35_000, null, '件'],
    ['百分之九十', 90, null, '%'],
    ['百分之九十八点五', 98.5, null, '%'],
    ['百分之百', 100, null, '%'],
    ['0.123456万件', 1234.56, null, '件'],
    ['1.1亿元', 110_000_000, null, '元'],
    ['2千百万人次', 2_000_000_000, null, '人次'],
    ['一亿二千万元', 120_000_000, null, '元'],
    ['三万亿元', 3_000_000_000_000, null, '元'],
    ['二千二百三十四万五千六百七十八件', 22_345_678, null, '件'],
    ['九千九百九十九亿九千九百九十九万九千九百九十九件', 999_999_999_999, null, '件'],
    ['百分之一千一百五十五', 1155, null, '%'],
    ['百分之九十九点九九九九九', 99.99999, null, '%'],
    ['70件（次）', 70, null, '件次'],
    ['70场（次）', 70, null, '场次'],
  ])('reads %s as %d, bound %s, of %s', (text, value, approx, unit) => {
    expect(readQuantity(text, 0)).toMatchObject({
      value,
      approx,
      unit,
      start: 0,
      end: text.length,
    });
  });

  it.each([
    ['共件', undefined],
    ['一是', undefined],
    ['三农问题', undefined],
  ])('finds no number in %s', (text, found) => {
    expect(readQuantity(text, 0)).toBe(found);
  });

  it.each([
    ...['件次', '件套', '人次', '人民', '人均', '人大', '名次', '名单', '名义', '次数'],
    ...['个百分点', '个月', '部门', '部分', '部署', '部级', '项目'],
  ])('takes %s for no unit of its first character', (words) => {
    expect(readQuantity(`3${words}`, 0)?.unit).not.toBe(words[0]);
  });

  it('takes 组织一轮培训 for no count', () => {
    expect(readQuantity('一轮', 0)?.value).toBeNaN();
    expect(readQuantity('1轮', 0)?.value).toBe(1);
  });

  it('reads back any whole number written with separators', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => {
        expect(readQuantity(`${value.toLocaleString('en-US')}件`, 0)?.value).toBe(value);
      }),
    );
  });
});

describe('plainText()', () => {
  it.each([
    ['受理１２件，审结９件', '受理12件，审结9件'],
    ['１，２００件', '1,200件'],
    ['１，２件', '1，2件'],
    ['35件,1,204件', '35件，1,204件'],
    ['受理(含结转):5件;９８％', '受理（含结转）：5件；98%'],
  ])('writes %s as %s, one for one', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});
