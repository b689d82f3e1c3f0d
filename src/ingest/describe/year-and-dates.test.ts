import { describe, expect, it } from 'vitest';
import type { PagePart } from './source-page.ts';
import { describeDates, describeYear, readDates } from './year-and-dates.ts';

const year = (title: string | undefined, body: string[], published?: string, signed?: string) => {
  const found = describeYear(
    title === undefined
      ? undefined
      : { value: title, basis: 'page', confidence: 0.97, evidence: title },
    body,
    signed ?? published,
  );
  return found && `${found.value} ${found.confidence < 0.6 ? 'unsure' : 'sure'}`;
};

describe('describeYear()', () => {
  it.each<[string, string | undefined, string[], string | undefined, string | undefined]>([
    ['a title without 年', '鹤壁市2017法治政府建设报告', [], undefined, '2017 sure'],
    ['a title', '鹤壁市2017年度报告', ['2018年，将…'], '2018-02-01', '2017 sure'],
    [
      'a title with a plan’s period',
      '《纲要（2016—2020年）》2018年度实施方案',
      [],
      undefined,
      '2018 sure',
    ],
    ['a title of several years', '报告（2014—2019年）', ['2014年以来，'], undefined, '2019 unsure'],
    [
      'a title that its text gainsays',
      '2017年报告',
      ['2016年，我市努力。'],
      undefined,
      '2017 unsure',
    ],
    [
      'a title that its text names as often as another',
      '2017年报告',
      ['2016年以来，我市努力。', '2017年取得成效，2017年底完成。'],
      undefined,
      '2017 sure',
    ],
    ['an opening', undefined, ['2019年，我市依法行政。'], undefined, '2019 sure'],
    [
      'what is reported, not what is planned',
      undefined,
      [
        '今年以来，我市依法行政。',
        '公布2024年度目录。',
        '2025年工作打算。加强培训。',
        '谋划2025年重点任务。',
      ],
      '2025-01-20',
      '2024 sure',
    ],
    [
      'a sentence of report',
      undefined,
      ['一年来，我县依法行政。现将2020年度法治政府建设情况报告如下。'],
      undefined,
      '2020 sure',
    ],
    [
      'an old document posted again',
      undefined,
      ['2017年，我市依法行政。现将2017年工作情况报告如下：'],
      '2023-06-01',
      '2017 sure',
    ],
    ['a date alone, unsurely', undefined, ['我市依法行政。'], '2021-02-01', '2020 unsure'],
    ['nothing', undefined, ['我市依法行政。'], undefined, undefined],
  ])('tells it by %s', (_, title, body, published, expected) => {
    expect(year(title, body, published)).toBe(expected);
  });
});

describe('how sure a year is', () => {
  const named = (of: number, times: number) => `对照${of}年数据。`.repeat(times);
  const sure = (text: string, date?: string) => {
    const found = describeYear(undefined, [text], date);
    return found && [found.value, found.confidence];
  };

  it.each<[string, string, string | undefined, [number, number]]>([
    ['seven mentions', named(2019, 7), undefined, [2019, 0.5]],
    ['eight mentions', named(2019, 8), undefined, [2019, 0.62]],
    ['many mentions, which weigh no more', named(2019, 20), undefined, [2019, 0.62]],
    ['an opening', '2019年全县努力。', undefined, [2019, 0.92]],
    [
      'an opening twice as heavy as another year',
      `2019年全县努力。截至2018年底。${named(2018, 3)}`,
      undefined,
      [2019, 0.92],
    ],
    [
      'an opening not twice as heavy',
      `2019年全县努力。截至2018年底。${named(2018, 4)}`,
      undefined,
      [2019, 0.8],
    ],
    ['what it announces', '现将2019年度依法行政情况报告如下。', undefined, [2019, 0.92]],
    [
      'what it announces, not twice as heavy as another year',
      `现将2019年度依法行政情况报告如下。截至2018年底。${named(2018, 4)}`,
      undefined,
      [2019, 0.8],
    ],
    ['its account', '围绕2019年度情况。', undefined, [2019, 0.62]],
    ['the plan after it', '关于2020年工作安排。', undefined, [2019, 0.8]],
    [
      'a plan half as heavy again as another year',
      `关于2020年工作安排。截至2018年底。${named(2018, 3)}`,
      undefined,
      [2019, 0.8],
    ],
    [
      'a plan a third heavier than another year',
      `关于2020年工作安排。截至2018年底。${named(2018, 4)}`,
      undefined,
      [2019, 0.62],
    ],
    [
      'a plan hardly heavier than another year',
      `关于2020年工作安排。截至2018年底。${named(2018, 5)}`,
      undefined,
      [2019, 0.5],
    ],
    [
      'a plan not half as heavy again as another year',
      `${named(2019, 1)}关于2020年工作安排。截至2018年底。${named(2018, 4)}`,
      undefined,
      [2019, 0.62],
    ],
    [
      'a plan not a third heavier than another year',
      `${named(2019, 2)}关于2020年工作安排。截至2018年底。${named(2018, 6)}`,
      undefined,
      [2019, 0.5],
    ],
    ['what lies ahead', '谋划推进2020年。', undefined, [2019, 0.5]],
    ['its end', '截至2019年底。', undefined, [2019, 0.5]],
    ['a clause', '努力；2019年，完成。', undefined, [2019, 0.5]],
    ['June alone', '努力。', '2020-06-30', [2019, 0.4]],
    ['June before five mentions', named(2020, 5), '2020-06-30', [2019, 0.4]],
    ['June as heavy as six mentions', named(2020, 6), '2020-06-30', [2020, 0.5]],
    [
      'June and the year before it, as heavy as seven mentions',
      named(2019, 1) + named(2020, 7),
      '2020-06-30',
      [2019, 0.5],
    ],
    ['June under seven mentions', named(2020, 7), '2020-06-30', [2020, 0.5]],
    ['July and two mentions', named(2020, 2), '2020-07-01', [2020, 0.5]],
    [
      'July and the year before it, as heavy as three mentions',
      named(2019, 1) + named(2020, 3),
      '2020-07-01',
      [2019, 0.5],
    ],
    ['July and seven mentions', named(2020, 7), '2020-07-01', [2020, 0.62]],
    ['October and two mentions', named(2020, 2), '2020-10-31', [2020, 0.5]],
    ['November alone', '努力。', '2020-11-01', [2020, 0.4]],
    ['November and two mentions', named(2020, 2), '2020-11-01', [2020, 0.62]],
    ['November and four mentions', named(2020, 4), '2020-11-01', [2020, 0.8]],
    ['November as heavy as six mentions', named(2019, 6), '2020-11-01', [2019, 0.5]],
    [
      'November and its year, as heavy as seven mentions',
      named(2020, 1) + named(2019, 7),
      '2020-11-01',
      [2020, 0.5],
    ],
    ['November before five mentions', named(2019, 5), '2020-11-01', [2020, 0.4]],
    ['November under seven mentions', named(2019, 7), '2020-11-01', [2019, 0.5]],
  ])('tells it by %s', (_, text, date, expected) => {
    expect(sure(text, date)).toEqual(expected);
  });

  it.each([
    [2, 0.92],
    [3, 0.5],
  ])('opens with one of its first three paragraphs: after %i others, %d', (before, confidence) => {
    const body = [...Array(before).fill('全县努力。'), '2019年全县努力。'];
    expect(describeYear(undefined, body, undefined)?.confidence).toBe(confidence);
  });

  it.each<[number, [number, number]]>([
    [2, [2020, 0.4]],
    [4, [2019, 0.5]],
  ])(
    'of a plan is that of its day, unless %i mentions and an end speak for another',
    (times, expected) => {
      const title = { value: '工作要点', basis: 'page', confidence: 1, evidence: '' } as const;
      const { value, confidence } =
        describeYear(title, [`截至2019年底。${named(2019, times)}`], '2020-05-01') ?? {};
      expect([value, confidence]).toEqual(expected);
    },
  );

  it('shows the first thirty characters of what it goes by', () => {
    const opening = `2019年${'全县努力，'.repeat(20)}`;
    const ahead = `谋划${'推进'.repeat(5)}2020年`;
    expect(describeYear(undefined, [opening], undefined)?.evidence).toBe(opening.slice(0, 30));
    const announced = `2019年度${'全面'.repeat(8)}依法行政${'深入'.repeat(12)}报告`;
    expect(describeYear(undefined, [announced.slice(1)], undefined)?.evidence).toBeUndefined();
    expect(describeYear(undefined, [`经${announced}`], undefined)?.evidence).toBe(
      announced.slice(0, 30),
    );
    expect(describeYear(undefined, [ahead], undefined)?.evidence).toBe(ahead);
  });

  it('takes no numerals run together for a year', () => {
    expect(describeYear(undefined, ['对照二〇八年、二〇一九九年。'], undefined)).toBeUndefined();
    expect(describeYear(undefined, ['对照二〇一八年。'], undefined)?.value).toBe(2018);
  });

  it('is surest of a title', () => {
    const title = { value: '2019年报告', basis: 'page', confidence: 1, evidence: '' } as const;
    expect(describeYear(title, [], undefined)?.confidence).toBe(0.98);
    const period = { ...title, value: '报告（2014—2019年）' };
    expect(describeYear(period, [], undefined)?.confidence).toBe(0.55);
  });
});

describe('describeDates()', () => {
  const date = (value: string) =>
    ({ value, basis: 'page', confidence: 0.97, evidence: value }) as const;
  const told = (posted: string, signed: string | undefined, kind: 'annual' | 'plan', line = '') => {
    const dates = { posted: date(posted), signed: signed === undefined ? undefined : date(signed) };
    const { published, republished } = describeDates(dates, 2019, kind, [line]);
    return published === undefined ? `again ${republished?.confidence}` : 'published';
  };

  it.each<[string, Parameters<typeof told>, string]>([
    ['a report two years on', ['2021-05-01', undefined, 'annual'], 'published'],
    ['a report three years on', ['2022-05-01', undefined, 'annual'], 'again 0.97'],
    ['a history one year on', ['2020-05-01', undefined, 'annual', '历史公报'], 'published'],
    ['a history two years on', ['2021-05-01', undefined, 'annual', '历史公报'], 'again 0.97'],
    ['a plan in its year', ['2019-05-01', undefined, 'plan'], 'published'],
    ['a plan a year on', ['2020-05-01', undefined, 'plan'], 'again 0.7'],
    ['one signed 400 days before', ['2021-02-04', '2020-01-01', 'annual'], 'published'],
    ['one signed 401 days before', ['2021-02-05', '2020-01-01', 'annual'], 'again 0.97'],
  ])('tells %s', (_, given, expected) => {
    expect(told(...given)).toBe(expected);
  });
});

describe('readDates()', () => {
  const part = (key: 'published' | 'signed', value: string): PagePart => ({
    line: 1,
    text: value,
    why: 'metadata',
    key,
    value,
  });
  it.each<[string, PagePart[], string | undefined, number | undefined]>([
    ['one date', [part('published', '2020-01-02')], undefined, 0.97],
    [
      'two dates',
      [part('published', '2020-01-02'), part('published', '2020-01-03')],
      undefined,
      0.7,
    ],
    ['the markup', [], '2020-01-02', 0.9],
    ['nothing', [], undefined, undefined],
  ])('is as sure of a posting as %s', (_, parts, hinted, expected) => {
    expect(readDates(parts, hinted).posted?.confidence).toBe(expected);
  });
  it('is surer of a signature', () => {
    expect(readDates([part('signed', '2020-01-02')], undefined).signed?.confidence).toBe(0.95);
  });
});
