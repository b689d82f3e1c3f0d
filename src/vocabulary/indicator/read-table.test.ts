import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Table } from '../../report/report.ts';
import { findObservations } from './find-observations.ts';
import { parseIndicators } from './parse-indicators.ts';

const vocabulary = new URL('../../../content/indicators/indicators.yaml', import.meta.url);
const indicators = parseIndicators(readFileSync(vocabulary, 'utf8'));

const table = (head: number, rows: string[], spans: Table['spans'] = []): Table => ({
  head,
  rows: rows.map((row) => row.split('|')),
  spans,
});

it.each<[string, string | null, Table, string[]]>([
  [
    'a row of a body, a column of an act with its unit',
    '行政复议工作',
    table(1, [
      '单位名称|受理（件）|审结（件）',
      '市本级|108|96',
      '县区政府|186|'.replace('186|', '186|171'),
    ]),
    [
      'review-accepted 108 市本级',
      'review-closed 96 市本级',
      'review-accepted 186 县区政府',
      'review-closed 171 县区政府',
    ],
  ],
  [
    'a row of a thing, its unit in a column of its own',
    null,
    table(1, ['序号|项目|单位|数量', '1|制发规范性文件|件|12', '2|公职律师|人|36']),
    ['normative-issued 12', 'government-lawyers 36'],
  ],
  [
    'a head of two rows, its first over two columns',
    null,
    table(
      2,
      ['地区|行政复议（件）||出庭应诉率', '|受理|审结|（%）', '全县|31|29|98.5'],
      [
        { row: 0, column: 1, rows: 1, columns: 2 },
        { row: 0, column: 0, rows: 2, columns: 1 },
      ],
    ),
    ['review-accepted 31 全县', 'review-closed 29 全县', 'litigation-attendance-rate 98.5 全县'],
  ],
  [
    'a column of a year',
    null,
    table(1, ['项目|2021年|2022年', '受理行政复议案件（件）|41|52']),
    ['review-accepted 41 2021年', 'review-accepted 52 2022年'],
  ],
  ['a number without a unit', '行政复议', table(1, ['地区|受理', '全县|31']), []],
  ['words', '行政复议', table(1, ['地区|受理（件）', '全县|同上']), []],
])('reads %s', (_, heading, one, expected) => {
  const text = one.rows.map((row) => row.join('\t')).join('\n');
  const found = findObservations(indicators, {
    heading,
    paragraphs: [{ id: 'p1', text, table: one }],
  });
  expect(
    found.map(({ indicator, value, scope, period }) =>
      [indicator, value, scope, period].filter((word) => word !== null).join(' '),
    ),
  ).toEqual(expected);
  for (const { start, end, raw } of found) expect(text.slice(start, end)).toBe(raw);
});
