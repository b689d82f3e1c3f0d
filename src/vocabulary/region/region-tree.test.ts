import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from './parse-region-table.ts';
import {
  childrenOf,
  findRegion,
  isReportingGovernment,
  isWithin,
  latestCode,
  parentOf,
  provinceOf,
  regionPath,
} from './region-tree.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);
const path = (code: string): string =>
  regionPath(table, code)
    .map(({ name }) => name)
    .join(' › ');

describe('the region table', () => {
  it.each([
    ['410600', '河南省 › 鹤壁市'],
    ['411602', '河南省 › 周口市 › 川汇区'],
    ['230200', '黑龙江省 › 齐齐哈尔市'],
    ['371481', '山东省 › 德州市 › 乐陵市'],
    ['371071', '山东省 › 威海市 › 威海火炬高技术产业开发区'],
    ['zone-371000-lingang', '山东省 › 威海市 › 威海临港经济技术开发区'],
    ['110105', '北京市 › 朝阳区'],
    ['500229', '重庆市 › 城口县'],
    ['419001', '河南省 › 济源市'],
    ['469025', '海南省 › 白沙黎族自治县'],
    ['659001', '新疆维吾尔自治区 › 石河子市'],
    ['370282', '山东省 › 青岛市 › 即墨市'],
    ['999999', ''],
  ])('gives %s the path %s, without filler rows', (code, expected) => {
    expect(path(code)).toBe(expected);
  });

  it('holds no filler, no town and no row below Taiwan, Hong Kong and Macao', () => {
    const names = [...table.regions.values()].map(({ name }) => name);
    expect(names.filter((name) => /^(市辖区|县|.*直辖.*)$|[镇乡]$|街道/.test(name))).toEqual([]);
    expect([...table.regions.keys()].filter((code) => /^(71|81|82)/.test(code))).toEqual([
      '710000',
      '810000',
      '820000',
    ]);
  });

  it('lets every region reach a province', () => {
    for (const { code } of table.regions.values())
      expect(provinceOf(table, code)?.level, code).toBe('province');
  });

  it('names successors that are in the table', () => {
    for (const { successors } of table.regions.values())
      for (const code of successors) expect(findRegion(table, code)?.until, code).toBeNull();
  });

  it('says that a zone is one, by whose code, and that its history is unknown', () => {
    expect(findRegion(table, '371071')).toMatchObject({
      level: 'zone',
      scheme: 'stats',
      parent: '371000',
      validity: 'unknown',
    });
    expect(findRegion(table, '410600')?.validity).toBe('known');
  });

  it('lists provinces at the top, and counties before zones below a prefecture', () => {
    expect(childrenOf(table, null)).toHaveLength(34);
    expect(childrenOf(table, '371000').map(({ code }) => code)).toEqual([
      '371002',
      '371003',
      '371082',
      '371083',
      '371071',
      '371072',
      'zone-371000-lingang',
    ]);
  });

  it('leaves former codes out of the lists but finds them', () => {
    expect(childrenOf(table, '370200').map(({ code }) => code)).not.toContain('370282');
    expect(findRegion(table, '370282')).toMatchObject({ name: '即墨市', until: 2016 });
  });

  it('gathers a region under its latest code', () => {
    expect(latestCode(table, '370282')).toBe('370215');
    expect(latestCode(table, '410600')).toBe('410600');
    expect(latestCode(table, 'nowhere')).toBe('nowhere');
  });

  it.each([
    ['410000', true],
    ['411602', true],
    ['371071', false],
    ['370282', false],
    ['710000', false],
    ['810000', false],
    ['820000', false],
  ])('tells whether the government of %s owes a report each year: %s', (code, owes) => {
    const region = findRegion(table, code);
    expect(region !== undefined && isReportingGovernment(region)).toBe(owes);
  });

  it('tells what lies in what', () => {
    expect(isWithin(table, '411602', '410000')).toBe(true);
    expect(isWithin(table, '411602', '411602')).toBe(true);
    expect(isWithin(table, '411602', '420000')).toBe(false);
    expect(parentOf(table, '410000')).toBeUndefined();
  });
});
