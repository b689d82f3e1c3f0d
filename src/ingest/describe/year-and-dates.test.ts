import { describe, expect, it } from 'vitest';
import { describeYear } from './year-and-dates.ts';

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
    ['a title', '鹤壁市2017年度报告', ['2018年，将…'], '2018-02-01', '2017 sure'],
    [
      'a title with a plan’s period',
      '《纲要（2016—2020年）》2018年度实施方案',
      [],
      undefined,
      '2018 sure',
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
