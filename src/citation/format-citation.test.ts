import { describe, expect, it } from 'vitest';
import type { Section } from '../report/report.ts';
import type { CitationStyle, CitationTarget, CitedReport } from './citation.ts';
import { formatCitation } from './format-citation.ts';
import { findPassage } from './passage.ts';

const options = { origin: 'https://HOST', accessed: '2026-11-21' };

const chuanhui: CitedReport = {
  id: '411602-2019',
  url: '/r/411602/2019/',
  kind: 'annual',
  title: '周口市川汇区人民政府关于2019年度法治政府建设的工作报告',
  issuer: '周口市川汇区人民政府',
  region: {
    code: '411602',
    scheme: 'gbt2260',
    name: '川汇区',
    level: 'county',
    path: [
      { code: '410000', name: '河南省' },
      { code: '411600', name: '周口市' },
      { code: '411602', name: '川汇区' },
    ],
  },
  year: 2019,
  published: '2020-03-27',
  republished: null,
  signed: null,
  docNo: null,
  basis: { title: 'page' },
};

const hebi: CitedReport = {
  ...chuanhui,
  id: '410600-2017',
  url: '/r/410600/2017/',
  title: '鹤壁市2017年法治政府建设工作情况报告',
  issuer: '鹤壁市人民政府',
  region: {
    code: '410600',
    scheme: 'gbt2260',
    name: '鹤壁市',
    level: 'prefecture',
    path: [
      { code: '410000', name: '河南省' },
      { code: '410600', name: '鹤壁市' },
    ],
  },
  year: 2017,
  published: null,
  signed: '2018-01-19',
  basis: { title: 'editor' },
};

function section(id: string, label: string | null, sections: Section[] = []): Section {
  const heading = label === null ? null : '标题';
  const number: number[] = [];
  const style = 'own-line';
  const point = { id: `${id}-i2`, kind: 'ordinal', label: '二是', start: 3, end: 7 } as const;
  const paragraphs =
    sections.length > 0 ? [] : [{ id: 'p6', text: '前言。二是好。', points: [point] }];
  return {
    ...{ id, number, label, heading, stop: null, style, supplied: false },
    ...{ roles: [], themes: [], paragraphs, sections },
  };
}

const sections = [section('s0', null), section('s1', '一、', [section('s1-5', '（五）')])];
const passage = (id: string) => findPassage(sections.slice(1), id);
const fifth: CitationTarget = { report: chuanhui, passage: passage('s1-5') };

describe('a section of a report with a date of publication', () => {
  it.each<[CitationStyle, string]>([
    [
      'gbt7714-2025',
      '周口市川汇区人民政府. 周口市川汇区人民政府关于2019年度法治政府建设的工作报告[R/OL]. 2020-03-27. https://HOST/r/411602/2019/#s1-5.',
    ],
    [
      'gbt7714-2015',
      '周口市川汇区人民政府. 周口市川汇区人民政府关于2019年度法治政府建设的工作报告[R/OL]. (2020-03-27)[2026-11-21]. https://HOST/r/411602/2019/#s1-5.',
    ],
    [
      'law',
      '周口市川汇区人民政府：《周口市川汇区人民政府关于2019年度法治政府建设的工作报告》，2020年3月27日，载https://HOST/r/411602/2019/#s1-5。',
    ],
    ['sentence', '(周口市川汇区2019年度报告,一(五),https://HOST/r/411602/2019/#s1-5)'],
    [
      'bibtex',
      `@techreport{fazhi-411602-2019-s1-5,
  author = {{周口市川汇区人民政府}},
  title = {{周口市川汇区人民政府关于2019年度法治政府建设的工作报告}},
  institution = {{周口市川汇区人民政府}},
  year = {2020},
  date = {2020-03-27},
  url = {https://HOST/r/411602/2019/#s1-5},
  urldate = {2026-11-21},
  language = {zh-CN},
  langid = {chinese},
}
`,
    ],
    [
      'ris',
      `TY  - RPRT
AU  - 周口市川汇区人民政府
TI  - 周口市川汇区人民政府关于2019年度法治政府建设的工作报告
PY  - 2020
DA  - 2020/03/27/
LA  - zh-CN
PB  - 周口市川汇区人民政府
UR  - https://HOST/r/411602/2019/#s1-5
Y2  - 2026/11/21/
ER  - 
`,
    ],
  ])('is cited in %s', (style, text) => {
    expect(formatCitation(fifth, style, options)).toBe(text);
  });

  it('is cited in csl, as a list of one item', () => {
    expect(JSON.parse(formatCitation(fifth, 'csl', options))).toEqual([
      {
        id: 'fazhi-411602-2019-s1-5',
        type: 'report',
        title: chuanhui.title,
        author: [{ literal: '周口市川汇区人民政府' }],
        section: '一(五)',
        issued: { 'date-parts': [[2020, 3, 27]] },
        accessed: { 'date-parts': [[2026, 11, 21]] },
        URL: 'https://HOST/r/411602/2019/#s1-5',
        language: 'zh-CN',
      },
    ]);
  });
});

describe('a whole report with a supplied title and only a date under its text', () => {
  it.each<[CitationStyle, string]>([
    [
      'gbt7714-2025',
      '鹤壁市人民政府. [鹤壁市2017年法治政府建设工作情况报告][R/OL]. [2018-01-19]. https://HOST/r/410600/2017/.',
    ],
    [
      'gbt7714-2015',
      '鹤壁市人民政府. [鹤壁市2017年法治政府建设工作情况报告][R/OL]. ([2018-01-19])[2026-11-21]. https://HOST/r/410600/2017/.',
    ],
    [
      'law',
      '鹤壁市人民政府：《[鹤壁市2017年法治政府建设工作情况报告]》，2018年1月19日成文，载https://HOST/r/410600/2017/。',
    ],
    ['sentence', '(鹤壁市2017年度报告,https://HOST/r/410600/2017/)'],
  ])('is cited in %s', (style, text) => {
    expect(formatCitation({ report: hebi }, style, options)).toBe(text);
  });
});

describe('a date that only stands in', () => {
  it.each<[CitationStyle, string]>([
    ['ris', 'DA  - 2018/01/19/\n'],
    ['ris', 'N1  - 公布日期不详，所注为成文日期\n'],
    ['bibtex', 'annote = {公布日期不详，所注为成文日期}'],
    ['csl', '"circa": true'],
  ])('is said to be so in %s: %s', (style, text) => {
    expect(formatCitation({ report: hebi }, style, options)).toContain(text);
    expect(formatCitation(fifth, style, options)).not.toMatch(/N1|annote|circa/);
  });
});

describe('a citation of the words of one version', () => {
  it('has them in its address, before the passage', () => {
    const pin = { version: 1, hash: 'ab12cd34' };
    expect(formatCitation({ ...fifth, pin }, 'gbt7714-2025', options)).toMatch(
      / https:\/\/HOST\/r\/411602\/2019\/\?v=1-ab12cd34#s1-5\.$/,
    );
    expect(formatCitation({ report: hebi, pin }, 'law', options)).toMatch(
      /2017\/\?v=1-ab12cd34。$/,
    );
  });
});

describe('what a citation leaves out', () => {
  const undated = { ...chuanhui, published: null };
  it.each<[CitationStyle, RegExp]>([
    ['gbt7714-2025', /报告\[R\/OL\]\. https:/],
    ['gbt7714-2015', /报告\[R\/OL\]\. \[2026-11-21\]\. https:/],
    ['law', /》，载https:/],
    ['bibtex', /institution = .*\n {2}url/],
    ['ris', /TI {2}- .*\nLA/],
    ['csl', /"author"[^}]+\}\s+\],\s+"accessed"/],
  ])('is the date in %s where there is none', (style, pattern) => {
    expect(formatCitation({ report: undated }, style, options)).toMatch(pattern);
  });

  it('is the origin where it is not known, and the date of access in a file', () => {
    const text = formatCitation({ report: hebi }, 'ris', { origin: '' });
    expect(text).toContain('UR  - /r/410600/2017/\nN1  - ');
  });

  it('is not the date of a later posting, where the source gives no other', () => {
    const plan = { ...undated, republished: '2021-12-11' };
    expect(formatCitation({ report: plan }, 'gbt7714-2025', options)).toContain('. 2021-12-11. ');
  });
});

describe('joint issuers', () => {
  const joint = { ...hebi, issuer: '中共鹤壁市委、鹤壁市人民政府' };
  it.each<[CitationStyle, string]>([
    ['gbt7714-2025', '中共鹤壁市委, 鹤壁市人民政府. ['],
    ['law', '中共鹤壁市委、鹤壁市人民政府：'],
    ['bibtex', 'author = {{中共鹤壁市委} and {鹤壁市人民政府}}'],
    ['ris', 'AU  - 中共鹤壁市委\nAU  - 鹤壁市人民政府\n'],
    ['csl', '"literal": "鹤壁市人民政府"'],
  ])('are told apart in %s', (style, text) => {
    expect(formatCitation({ report: joint }, style, options)).toContain(text);
  });
});

describe('the sentence', () => {
  const say = (target: CitationTarget): string =>
    formatCitation(target, 'sentence', { origin: '' }).replace(/,\/r\/.*/, '');

  it('quotes the words with section, point and paragraph', () => {
    expect(
      formatCitation(
        { report: chuanhui, passage: passage('p6'), quote: '引文' },
        'sentence',
        options,
      ),
    ).toBe('「引文」(周口市川汇区2019年度报告,一(五),第6段,https://HOST/r/411602/2019/#p6)');
    expect(say({ report: chuanhui, passage: passage('s1-5-i2') })).toBe(
      '(周口市川汇区2019年度报告,一(五),第2点,第6段',
    );
  });

  it.each([
    [['二、', '（六）', '30.'], '二(六)30'],
    [['三、', '38.'], '三38'],
    [['第一章', '第二节'], '第一章第二节'],
    [[null], '开头'],
  ])('names %j as %s', (labels, words) => {
    const trail = labels.map((label, at) => section(`s${at}`, label));
    expect(
      say({
        report: hebi,
        passage: { id: 's0', sections: trail, paragraph: undefined, point: undefined },
      }),
    ).toBe(`(鹤壁市2017年度报告,${words}`);
  });

  const place = (...path: [string, string][]) => ({
    ...hebi.region,
    code: path.at(-1)?.[0] ?? '',
    name: path.at(-1)?.[1] ?? '',
    path: path.map(([code, name]) => ({ code, name })),
  });
  it.each<[string, Partial<CitedReport>, string]>([
    ['a plan', { kind: 'plan' }, '鹤壁市2017年度计划'],
    ['a department', { kind: 'department', issuer: '鹤壁市司法局' }, '鹤壁市司法局2017年度报告'],
    [
      'another document',
      { kind: 'other' },
      '鹤壁市人民政府《鹤壁市2017年法治政府建设工作情况报告》',
    ],
    ['a province', { region: place(['410000', '河南省']) }, '河南省2017年度报告'],
    [
      'a district of a municipality',
      { region: place(['110000', '北京市'], ['110101', '东城区']) },
      '北京市东城区2017年度报告',
    ],
    [
      'a county named as its city',
      { region: place(['360000', '江西省'], ['360100', '南昌市'], ['360121', '南昌县']) },
      '南昌市南昌县2017年度报告',
    ],
    [
      'a zone named after its city',
      {
        region: {
          ...place(
            ['370000', '山东省'],
            ['371000', '威海市'],
            ['371071', '威海火炬高技术产业开发区'],
          ),
          level: 'zone',
        },
      },
      '威海火炬高技术产业开发区2017年度报告',
    ],
  ])('says whose document %s is', (_, changes, words) => {
    expect(say({ report: { ...hebi, ...changes } })).toBe(`(${words}`);
  });
});

it('puts a title with marks of its own into each form', () => {
  const title = '100%落实《纲要》_A&B';
  const report = { ...chuanhui, title };
  expect(formatCitation({ report }, 'law', options)).toContain('：《100%落实〈纲要〉_A&B》，');
  expect(formatCitation({ report }, 'bibtex', options)).toContain(
    'title = {{100\\%落实《纲要》\\_A\\&B}}',
  );
});

describe('a passage', () => {
  it('is found by the address of a section, a paragraph or a point, with the sections that hold it', () => {
    const found = ['s1', 's1-5', 'p6', 's1-5-i2', 's9'].map((id) =>
      passage(id)?.sections.map((one) => one.id),
    );
    expect(found).toEqual([['s1'], ['s1', 's1-5'], ['s1', 's1-5'], ['s1', 's1-5'], undefined]);
    expect(passage('s1-5-i2')?.point?.label).toBe('二是');
  });
});
