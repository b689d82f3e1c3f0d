import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPrinted, normaliseTypography } from './typography.ts';

const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...', : ; ( ) （ ） ， 。 《 》 “ ” — % . - / 中 文 政 〇 a Z 0 9 \u00a0 \u3000 \t'.split(
          ' ',
        ),
        ' ',
        '\u200b',
        '\ufeff',
        'http://a.cn/b:1',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('typography', () => {
  it.each([
    ['按照《方案(2016-2020年)》要求,全市', '按照《方案（2016-2020年）》要求，全市'],
    ['发布时间:10:01:15', '发布时间：10:01:15'],
    ['全市2,680家', '全市2,680家'],
    ['合作项目(PPP)、公示', '合作项目（PPP）、公示'],
    ['指标 f(x) 与Word (2016)', '指标 f(x) 与Word (2016)'],
    ['Z(,)', 'Z（，）'],
    ['PM2.5(细颗粒物)下降12.5%', 'PM2.5（细颗粒物）下降12.5%'],
    ['(一)指导思想', '（一）指导思想'],
    ['互联网 政务服务', '互联网政务服务'],
    ['“法律七进”。\u00a0利用12348热线', '“法律七进”。利用12348热线'],
    ['  10. 完善\u3000公众 参与机制  ', '10. 完善公众参与机制'],
    [
      '网址 https://www.example.gov.cn:80/a;b(c) 。',
      '网址 https://www.example.gov.cn:80/a;b(c) 。',
    ],
    ['\ufeff省\u200b政府:', '省政府：'],
    ['浚县⼈民政府', '浚县人民政府'],
    ['未配对的(括号', '未配对的（括号'],
  ])('of `%s` is `%s`', (source, expected) => {
    expect(normaliseTypography(source)).toBe(expected);
  });

  it('is settled after once', () => {
    fc.assert(
      fc.property(line, (text) => {
        const once = normaliseTypography(text);
        expect(normaliseTypography(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('is held to what a reader sees: characters that control a screen are not', () => {
    expect(foldPrinted('办\u001b理\u0007 案\u009b件\t')).toBe('办理案件');
  });

  it('is the same of a line that is folded at once and of one that is not', () => {
    // A space is dropped, and keeps a line from being folded at once.
    const differ = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit)).filter(
      (unit) => foldPrinted(`案${unit}件`) !== foldPrinted(`案${unit} 件`),
    );
    expect(differ).toEqual([]);
  });

  it('changes nothing but white space and widths', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(foldPrinted(normaliseTypography(text))).toBe(foldPrinted(text));
      }),
      { numRuns: 2000 },
    );
  });
});
