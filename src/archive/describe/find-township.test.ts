import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from '../region/parse-region-table.ts';
import { findTownship } from './find-township.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);

describe('findTownship()', () => {
  it.each([
    ['柳林镇2023年法治政府建设报告', '柳林镇'],
    ['新华街道办事处', '新华街道'],
    ['和平乡人民政府关于2020年度依法行政的报告', '和平乡'],
    ['新乡2023年法治政府建设报告', undefined],
    ['景德镇市2023年法治政府建设报告', undefined],
    ['鹤壁市2023年法治政府建设报告', undefined],
  ])('reads %s', (text, expected) => {
    expect(findTownship(table, text)).toBe(expected);
  });
});
