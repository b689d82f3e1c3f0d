import { describe, expect, it } from 'vitest';
import { planShards, type SearchReport } from './plan-shards.ts';

function report(province: string, i: number, year = 2019): SearchReport {
  const region = `${province}${String(i).padStart(4, '0')}`;
  return {
    id: `${region}-${year}`,
    year,
    kind: 'annual',
    region,
    province: `${province}0000`,
    characters: 100,
    digest: '',
  };
}

const some = (province: string, count: number) =>
  Array.from({ length: count }, (_, i) => report(province, i));
const provinces = (reports: readonly SearchReport[]) => [
  ...new Set(reports.map(({ region }) => region.slice(0, 2))),
];

describe('planShards', () => {
  it('makes one shard a year, the newest first, whatever the order of the reports', () => {
    const reports = [report('41', 1, 2017), report('37', 2, 2019), report('37', 1, 2017)];
    const shards = planShards(reports);
    expect(shards.map(({ year, part, reports: of }) => [year, part, of.length])).toEqual([
      [2019, 1, 1],
      [2017, 1, 2],
    ]);
    expect(planShards(reports.toReversed())).toEqual(shards);
  });

  it('parts a large year between provinces, each part within the limit', () => {
    const reports = ['11', '13', '37', '41'].flatMap((province) => some(province, 4));
    const shards = planShards(reports, 900);
    expect(shards.map(({ reports: of }) => provinces(of))).toEqual([
      ['11', '13'],
      ['37', '41'],
    ]);
  });

  it('cuts a province that is too large for one shard', () => {
    const shards = planShards([...some('11', 2), ...some('41', 25)], 1000);
    expect(shards.map(({ reports: of }) => of.length)).toEqual([2, 10, 10, 5]);
    expect(shards.flatMap(({ reports: of }) => of)).toHaveLength(27);
  });

  it('leaves the other parts as they are when a report is added', () => {
    const reports = ['11', '13', '37', '41'].flatMap((province) => some(province, 4));
    const before = planShards(reports, 900);
    const after = planShards([...reports, report('41', 9)], 900);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.reports).toHaveLength(9);
  });

  it('gives a report larger than the limit a shard of its own', () => {
    expect(planShards(some('11', 2), 50).map(({ reports }) => reports.length)).toEqual([1, 1]);
  });

  it('makes no shard of no reports', () => {
    expect(planShards([])).toEqual([]);
  });
});

it('parts a year of more than twenty million characters', () => {
  const half = { ...report('11', 1), characters: 10_000_000 };
  const other = { ...report('41', 1), characters: 10_000_000 };
  expect(planShards([half, other])).toHaveLength(1);
  expect(planShards([half, { ...other, characters: 10_000_001 }])).toHaveLength(2);
});
