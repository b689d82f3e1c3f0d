import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { findOwnTownship, findTownship } from './find-township.ts';
import { selfName } from './self-name.ts';

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

describe('findOwnTownship()', () => {
  it.each([
    ['2022年，龙源街道深入学习。我街道成立小组。龙源街道办事处公示信息。', '龙源街道'],
    ['2022年，武陟县龙源街道坚持学习。我街道成立小组。', '龙源街道'],
    ['各镇坚持学习，我镇成立小组。', undefined],
    ['在孔镇镇调研，我街道成立小组。', undefined],
  ])('reads %s', (text, expected) => {
    const self = selfName(text);
    if (self === undefined) throw new Error('the text has no name for itself');
    expect(findOwnTownship(table, text, self)).toBe(expected);
  });
});
