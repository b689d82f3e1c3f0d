import { describe, expect, it } from 'vitest';
import { type PlannedVolume, planVolumes, type SearchReport } from './plan-volumes.ts';

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

const reportsOf = ({ shards }: PlannedVolume) => shards.flatMap(({ reports }) => reports);

describe('planVolumes', () => {
  it('puts years together, the newest first, whatever the order of the reports', () => {
    const reports = [report('41', 1, 2017), report('37', 2, 2019), report('37', 1, 2017)];
    const [volume, ...others] = planVolumes(reports);
    expect(others).toEqual([]);
    expect([volume?.year, volume?.part]).toEqual([2019, 1]);
    expect(volume?.shards.map(({ year, reports: of }) => [year, of.length])).toEqual([
      [2019, 1],
      [2017, 2],
    ]);
    expect(planVolumes(reports.toReversed())).toEqual([volume]);
  });

  it.each([
    [300, [[2019, 2018, 2017]]],
    [299, [[2019, 2018], [2017]]],
    [199, [[2019], [2018], [2017]]],
  ])('puts whole years together as far as %i characters go', (limit, years) => {
    const reports = [2017, 2018, 2019].map((year) => report('41', 1, year));
    const volumes = planVolumes(reports, limit);
    expect(volumes.map(({ shards }) => shards.map(({ year }) => year))).toEqual(years);
  });

  it('puts no other year into the parts of a large one', () => {
    const reports = [...some('11', 4), ...some('41', 3), report('41', 1, 2018)];
    expect(planVolumes(reports, 450).map(({ year, part }) => [year, part])).toEqual([
      [2019, 1],
      [2019, 2],
      [2018, 1],
    ]);
  });

  it('parts a large year between provinces, each part within the limit', () => {
    const reports = ['11', '13', '37', '41'].flatMap((province) => some(province, 4));
    const shards = planVolumes(reports, 900);
    expect(shards.map((volume) => provinces(reportsOf(volume)))).toEqual([
      ['11', '13'],
      ['37', '41'],
    ]);
  });

  it('cuts a province that is too large for one shard', () => {
    const shards = planVolumes([...some('11', 2), ...some('41', 25)], 1000);
    expect(shards.map((volume) => reportsOf(volume).length)).toEqual([2, 10, 10, 5]);
    expect(shards.flatMap(reportsOf)).toHaveLength(27);
  });

  it('leaves the other parts as they are when a report is added', () => {
    const reports = ['11', '13', '37', '41'].flatMap((province) => some(province, 4));
    const before = planVolumes(reports, 900);
    const after = planVolumes([...reports, report('41', 9)], 900);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.shards[0]?.reports).toHaveLength(9);
  });

  it('gives a report larger than the limit a shard of its own', () => {
    expect(planVolumes(some('11', 2), 50).map((volume) => reportsOf(volume).length)).toEqual([
      1, 1,
    ]);
  });

  it('makes no shard of no reports', () => {
    expect(planVolumes([])).toEqual([]);
  });
});

it('parts a year of more than twenty million characters', () => {
  const half = { ...report('11', 1), characters: 10_000_000 };
  const other = { ...report('41', 1), characters: 10_000_000 };
  const plan = (reports: readonly SearchReport[]) => planVolumes(reports, undefined, 20_000_000);
  expect(plan([half, other])).toHaveLength(1);
  expect(plan([half, { ...other, characters: 10_000_001 }])).toHaveLength(2);
});

it.each([
  [12, [[2019, 2018, 2017]]],
  [13, [[2019], [2018, 2017]]],
])(
  'gives the newest years a small volume of their own where there are %i reports',
  (count, years) => {
    const reports = Array.from({ length: count }, (_, i) => report('41', i, 2019 - (i % 3)));
    const volumes = planVolumes(reports, 10_000, 600);
    expect(volumes.map(({ shards }) => shards.map(({ year }) => year))).toEqual(years);
  },
);

it.each([
  [6, [['2019 11', '2019 41', '2018 41']]],
  [7, [['2019 11'], ['2019 41', '2018 41']]],
])(
  'gives the first provinces of a large newest year a small volume where there are %i reports',
  (count, shards) => {
    const reports = [...some('11', 2), ...some('41', count - 3), report('41', 1, 2018)];
    const volumes = planVolumes(reports, 10_000, 300);
    const named = volumes.map((volume) =>
      volume.shards.flatMap(({ year, reports: of }) =>
        provinces(of).map((one) => `${year} ${one}`),
      ),
    );
    expect(named).toEqual(shards);
  },
);

it('has a small first volume of two million characters', () => {
  const some = (characters: number, year: number) => ({ ...report('41', 1, year), characters });
  const first = (newest: number) =>
    planVolumes([some(newest, 2019), some(1_000_000, 2018), some(3_000_000, 2017)])[0];
  expect(first(1_000_000)?.shards).toHaveLength(2);
  expect(first(1_000_001)?.shards).toHaveLength(1);
});
