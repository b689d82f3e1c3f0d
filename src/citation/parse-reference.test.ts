import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CitedReport, citationStyles } from './citation.ts';
import { formatCitation } from './format-citation.ts';
import { parseReference } from './parse-reference.ts';

const report: CitedReport = {
  ...{ id: '371481-2018-plan', url: '/r/371481/2018-plan/', kind: 'plan', title: '某方案' },
  ...{ issuer: '乐陵市人民政府', year: 2018, published: null, republished: '2021-12-11' },
  region: { code: '371481', scheme: 'gbt2260', name: '乐陵市', level: 'county', path: [] },
  ...{ signed: null, docNo: null, basis: { title: 'page' } },
};

describe('a pasted reference', () => {
  it.each([
    ['https://HOST/r/411602/2019/#s1-5', '/r/411602/2019/', 's1-5'],
    ['https://HOST/fazhi/r/411602/2019/#s1-5.', '/r/411602/2019/', 's1-5'],
    ['……，载https://HOST/r/411602/2019/#p37a。', '/r/411602/2019/', 'p37a'],
    ['/r/410600/2017/', '/r/410600/2017/', undefined],
    ['/r/410600/2017/report.json', '/r/410600/2017/', undefined],
    ['/r/410600/2017/v1/#p3', '/r/410600/2017/', 'p3'],
    ['https://HOST/r/411602/2019/?q=%E6%89%A7%E6%B3%95#p6', '/r/411602/2019/', 'p6'],
    ['https://HOST/r/411602\n/2019/#s2b-h1-3', '/r/411602/2019/', 's2b-h1-3'],
    ['ｈｔｔｐｓ：／／HOST／r／411602／2019／＃s1', '/r/411602/2019/', 's1'],
    ['/r/zone-371000-lingang/2020/#c1', '/r/zone-371000-lingang/2020/', 'c1'],
    ['371481-2018-plan', '/r/371481/2018-plan/', undefined],
    ['230200-2018-department-justice-2#s1-i2', '/r/230200/2018-department-justice-2/', 's1-i2'],
    ['@techreport{fazhi-411602-2019-s1-5,', '/r/411602/2019/', 's1-5'],
    ['(…,一(五),第6段,https://HOST/r/411602/2019/)', '/r/411602/2019/', 'p6'],
    ['周口市川汇区2019年度报告,第6段', undefined, 'p6'],
    ['https://HOST/r/411602/2019/#p12-r2。', '/r/411602/2019/', 'p12-r2'],
    ['https://HOST/r/411602/2019/#n1', '/r/411602/2019/', 'n1'],
    ['https://HOST/r/411602/2019/#a1-2', '/r/411602/2019/', 'a1-2'],
    ['(…,二,第12段第2行,https://HOST/r/411602/2019/)', '/r/411602/2019/', 'p12-r2'],
    ['(…,第3段,注1,https://HOST/r/411602/2019/)', '/r/411602/2019/', 'n1'],
    ['(…,关注1,第3段,https://HOST/r/411602/2019/)', '/r/411602/2019/', 'p3'],
    ['https://HOST/r/411602/2019-news/', undefined, undefined],
    ['', undefined, undefined],
    ['100% 不是地址', undefined, undefined],
  ])('%j leads to %s, %s', (text, address, anchor) => {
    expect(parseReference(text)).toMatchObject({ report: address, anchor });
  });

  it.each(citationStyles)('is understood in the archive’s own form %s', (style) => {
    const text = formatCitation({ report }, style, { origin: 'https://HOST' });
    expect(parseReference(text).report).toBe('/r/371481/2018-plan/');
  });

  it.each(citationStyles)('is understood with its version in form %s', (style) => {
    const pin = { version: 1, hash: 'ab12cd34' };
    const text = formatCitation({ report, pin }, style, { origin: 'https://HOST' });
    expect(text).toContain('/r/371481/2018-plan/?v=1-ab12cd34');
    expect(parseReference(text)).toMatchObject({ report: '/r/371481/2018-plan/', pin });
  });

  it('names version and passage both', () => {
    expect(parseReference('……，载https://HOST/r/411602/2019/?v=2-0f12cd34#s1-5。')).toMatchObject({
      ...{ report: '/r/411602/2019/', anchor: 's1-5', pin: { version: 2, hash: '0f12cd34' } },
    });
    expect(parseReference('https://HOST/r/411602/2019/?v=news#p6').pin).toBeUndefined();
  });

  it('keeps the words quoted', () => {
    expect(parseReference('「引文」(某地2019年度报告,/r/411602/2019/#p6)').quote).toBe('引文');
    expect(parseReference('报告称“引文”').quote).toBe('引文');
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '/r/', '411602-2019', '%'),
        (a, b) => {
          parseReference(a + b + a);
        },
      ),
    );
  });
});
