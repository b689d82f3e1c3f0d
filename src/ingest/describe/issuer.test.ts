import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { describeIssuer } from './issuer.ts';
import type { PagePart } from './source-page.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);
const region = table.regions.get('410621');
const issuer = (
  titles: string[],
  signatures: string[],
  body: string[],
  key: PagePart['key'] = 'signature',
) => {
  if (region === undefined) throw new Error('浚县 is in the table');
  const parts: PagePart[] = signatures.map((value, index) => ({
    line: 90 + index,
    text: value,
    value,
    why: 'metadata',
    key,
    basis: 'document',
  }));
  const place = {
    value: { region, township: null },
    basis: 'document',
    confidence: 0.95,
    evidence: '浚县',
  } as const;
  const printed = titles.map((text) => ({ text, basis: 'document', lines: 1, parts: [] }) as const);
  return describeIssuer(place, printed, parts, body);
};

describe('describeIssuer()', () => {
  it.each<[string, string[], string[], string[], string]>([
    ['the government of the place', ['浚县2020年法治政府建设报告'], [], ['我县'], '浚县人民政府'],
    ['the body that heads the title', ['浚县水利局2020年法治政府建设报告'], [], [], '浚县水利局'],
    [
      'the office of a leading group that has the subject in its name',
      ['浚县法治政府建设工作领导小组办公室2020年工作报告'],
      [],
      [],
      '浚县法治政府建设工作领导小组办公室',
    ],
    ['the body behind the year', ['2020年浚县水利局法治政府建设报告'], [], [], '浚县水利局'],
    ['the place behind the year', ['2020年浚县法治政府建设报告'], [], ['我县'], '浚县人民政府'],
    ['a school of the Party', ['浚县县委党校2020年法治建设报告'], [], [], '浚县县委党校'],
    [
      'both where Party and government report',
      ['中共浚县县委浚县人民政府关于2020年度法治政府建设情况的报告'],
      [],
      [],
      '中共浚县县委、浚县人民政府',
    ],
    [
      'not the office that sends it out',
      [
        '浚县2020年法治政府建设报告',
        '浚县人民政府办公室关于印发《浚县2020年法治政府建设报告》的通知',
      ],
      [],
      ['我县'],
      '浚县人民政府',
    ],
    [
      'not the office that signs for 我县',
      ['2020年法治政府建设报告'],
      ['浚县司法局'],
      ['我县', '我县'],
      '浚县人民政府',
    ],
    [
      'the office that speaks as 我局',
      ['2020年法治政府建设报告'],
      ['浚县水利局'],
      ['我局', '我局'],
      '浚县水利局',
    ],
    [
      'an office called 县司法局 in full',
      ['县司法局2020年法治政府建设报告'],
      [],
      ['我局'],
      '浚县司法局',
    ],
  ])('tells %s', (_, titles, signatures, body, expected) => {
    expect(issuer(titles, signatures, body).value).toBe(expected);
  });

  const untold = ['2020年法治政府建设报告'];
  it.each<[string, string[], string[], string[], PagePart['key'], string, number]>([
    ['a title', ['浚县水利局2020年法治政府建设报告'], [], [], 'title', '浚县水利局', 0.97],
    ['a signature', untold, ['浚县人民政府'], [], 'signature', '浚县人民政府', 0.95],
    ['the page', untold, ['浚县人民政府'], [], 'issuer', '浚县人民政府', 0.85],
    ['who posted it', untold, ['浚县水利局'], ['我局', '我局'], 'poster', '浚县水利局', 0.7],
    ['an opening', [], [], ['浚县水利局认真落实各项任务。'], undefined, '浚县水利局', 0.8],
    ['a line of work', [], [], ['2020年，全县税务系统认真落实。'], undefined, '浚县税务局', 0.7],
    ['the region alone', untold, [], ['我县'], undefined, '浚县人民政府', 0.85],
    ['an office for it', untold, ['浚县水利局'], ['我县'], 'signature', '浚县人民政府', 0.5],
    ['an office unnamed', untold, [], ['我局'], undefined, '浚县人民政府', 0.3],
  ])('is as sure as what names it: %s', (_, titles, named, body, key, value, confidence) => {
    expect(issuer(titles, named, body, key)).toMatchObject({ value, confidence });
  });

  it.each([
    [['我局'], '浚县人民政府'],
    [['我局', '我局'], '浚县水利局'],
    [['我局', '我局', '全县', '我县'], '浚县人民政府'],
  ])('takes a report of the region that says %j for that of %s', (body, expected) => {
    expect(issuer(['浚县2020年法治政府建设报告'], ['浚县水利局'], body).value).toBe(expected);
  });
});
