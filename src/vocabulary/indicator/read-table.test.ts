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
    table(1, [
      '序号|项目|单位|数量',
      '1|制发规范性文件|件|12',
      '20|公职律师|人|36',
      '100|人民调解员|人|9',
    ]),
    ['normative-issued 12', 'government-lawyers 36', 'mediators 9'],
  ],
  [
    'a year before the head of a row, and what a head has in brackets',
    null,
    table(1, ['年份|项目|数量（含上年结转）', '2022|受理行政复议案件（件）|131']),
    ['review-accepted 131 2022年'],
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
  [
    'rows of years',
    '行政复议',
    table(1, ['年份|受理（件）|审结（件）', '2021年|108|101', '2022|131|126']),
    [
      'review-accepted 108 2021年',
      'review-closed 101 2021年',
      'review-accepted 131 2022年',
      'review-closed 126 2022年',
    ],
  ],
  [
    'a caption over all columns, with the unit, and a row of totals',
    null,
    table(
      2,
      ['行政复议案件办理情况（单位：件）||', '机关|收到申请|受理', '市本级|86|80', '合计|216|201'],
      [{ row: 0, column: 0, rows: 1, columns: 3 }],
    ),
    [
      'review-applied 86 市本级',
      'review-accepted 80 市本级',
      'review-applied 216',
      'review-accepted 201',
    ],
  ],
  [
    'a row head over several rows',
    null,
    table(
      1,
      ['类别|项目|数量（件）', '行政复议|受理|201', '|审结|195', '行政应诉|败诉|3'],
      [{ row: 1, column: 0, rows: 2, columns: 1 }],
    ),
    ['review-accepted 201', 'review-closed 195', 'litigation-lost 3'],
  ],
  [
    'columns of bodies',
    '规范性文件清理',
    table(1, ['项目|市本级|各县区|合计', '废止（件）|12|30|42']),
    ['normative-repealed 12 市本级', 'normative-repealed 30 各县区', 'normative-repealed 42'],
  ],
  [
    'pairs of names and values',
    null,
    table(1, [
      '指标|数值|指标|数值',
      '办理法律援助案件（件）|420|解答法律咨询（人次）|3600',
      '人民调解委员会（个）|138|调解成功率（%）|98.6',
    ]),
    ['legal-aid 420', 'consultations 3600', 'mediation-bodies 138', 'mediation-rate 98.6'],
  ],
  [
    'rows of bodies under 单位, with cells that are empty',
    '行政应诉',
    table(1, ['单位|应诉案件（件）|负责人出庭应诉率', '市公安局|12|100%', '市民政局|-|/']),
    ['litigation-cases 12 市公安局', 'litigation-attendance-rate 100 市公安局'],
  ],
  [
    'what was reached beside what was to be, and no growth',
    null,
    table(1, ['指标|目标值|完成值|同比增长', '负责人出庭应诉率（%）|95|100|5']),
    ['litigation-attendance-rate 100'],
  ],
  [
    'two years under each head',
    null,
    table(
      2,
      ['部门|行政处罚（件）|', '|2022年|2023年', '总计|312|298'],
      [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 1, rows: 1, columns: 2 },
      ],
    ),
    ['penalties 312 2022年', 'penalties 298 2023年'],
  ],
  [
    'kinds of the cases that its heading speaks of',
    '行政复议案件',
    table(1, ['申请事项|行政处罚|行政强制', '数量（件）|61|9']),
    [],
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
