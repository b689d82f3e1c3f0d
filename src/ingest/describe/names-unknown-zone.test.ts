import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { isOfUnknownZone } from './names-unknown-zone.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);

it.each([
  ['鹤壁市淇水湾示范区2022年法治政府建设报告', true],
  ['经济技术开发区管理委员会关于2022年法治政府建设情况的报告', true],
  ['鹤壁市2022年法治政府建设报告', false],
  ['郑东新区2022年法治政府建设报告', false],
  ['鹤壁经济技术开发区2022年法治政府建设报告', false],
  ['上海市浦东新区2022年法治政府建设报告', false],
  ['鹤壁市人民政府关于支持园区企业的报告', false],
])('tells whether %s is of a zone that is not in the table', (head, expected) => {
  expect(isOfUnknownZone(table, head)).toBe(expected);
});
