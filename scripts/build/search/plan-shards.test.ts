import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../../src/archive/query/search-record.ts';
import { planShards } from './plan-shards.ts';

function record(province: string, i: number, year = 2019): SearchRecord {
  const code = `${province}${String(i).padStart(4, '0')}`;
  return {
    report: `${code}-${year}`,
    url: `/r/${code}/${year}/`,
    title: '报告',
    region: { code, name: code, path: [{ code: `${province}0000`, name: '省' }] },
    year,
    kind: 'annual',
    lines: [
      {
        text: '法'.repeat(99),
        section: null,
        sectionHeading: null,
        paragraph: null,
        paragraphStart: 0,
        themes: [],
      },
    ],
  };
}

const some = (province: string, count: number) =>
  Array.from({ length: count }, (_, i) => record(province, i));
const provinces = (records: readonly SearchRecord[]) => [
  ...new Set(records.map(({ region }) => region.code.slice(0, 2))),
];

describe('planShards', () => {
  it('makes one shard a year, the newest first, whatever the order of the reports', () => {
    const records = [record('41', 1, 2017), record('37', 2, 2019), record('37', 1, 2017)];
    const shards = planShards(records);
    expect(shards.map(({ year, part, records: of }) => [year, part, of.length])).toEqual([
      [2019, 1, 1],
      [2017, 1, 2],
    ]);
    expect(planShards(records.toReversed())).toEqual(shards);
  });

  it('parts a large year between provinces, each part within the limit', () => {
    const records = ['11', '13', '37', '41'].flatMap((province) => some(province, 4));
    const shards = planShards(records, 900);
    expect(shards.map(({ records: of }) => provinces(of))).toEqual([
      ['11', '13'],
      ['37', '41'],
    ]);
  });

  it('cuts a province that is too large for one shard', () => {
    const shards = planShards([...some('11', 2), ...some('41', 25)], 1000);
    expect(shards.map(({ records: of }) => of.length)).toEqual([2, 10, 10, 5]);
    expect(shards.flatMap(({ records: of }) => of)).toHaveLength(27);
  });

  it('leaves the other parts as they are when a report is added', () => {
    const records = ['11', '13', '37', '41'].flatMap((province) => some(province, 4));
    const before = planShards(records, 900);
    const after = planShards([...records, record('41', 9)], 900);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.records).toHaveLength(9);
  });

  it('gives a report larger than the limit a shard of its own', () => {
    expect(planShards(some('11', 2), 50).map(({ records }) => records.length)).toEqual([1, 1]);
  });

  it('makes no shard of no reports', () => {
    expect(planShards([])).toEqual([]);
  });
});
