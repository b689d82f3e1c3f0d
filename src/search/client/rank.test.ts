import { describe, expect, it } from 'vitest';
import type { RecordMatches } from './query-matches.ts';
import { compareResults, rankMatch, weighDescription } from './rank.ts';

const entry = (given: Partial<RecordMatches['entry']> = {}) => ({
  report: '410600-2017',
  url: '/r/410600/2017/',
  title: '鹤壁市2017年法治政府建设报告',
  issuer: '鹤壁市人民政府',
  date: null,
  region: { code: '410600', name: '鹤壁市', path: [{ code: '410600', name: '鹤壁市' }] },
  year: 2017,
  kind: 'annual',
  state: 'unknown',
  length: 6000,
  ...given,
});
const match = (count: number, length = 6000, share = 1): RecordMatches => ({
  record: 0,
  entry: entry({ length }),
  count,
  spans: Array.from({ length: count }, (_, i) => ({ start: 100 * i, end: 100 * i + 2, part: 0 })),
  unread: [],
  share,
});
const plain = { described: 0, parts: 1 };
const rank = (...given: Parameters<typeof match>) => rankMatch(match(...given), plain, []).rank;
const section = { start: 0, end: 9000, headingEnd: 10, themes: ['review'] };

describe('rankMatch', () => {
  it('gives three matches in 6,000 characters half of what text can be worth', () => {
    expect(rank(3)).toBe(0.5);
    expect(rank(2)).toBeLessThan(0.5);
    expect(rank(10_000)).toBeLessThan(1);
  });

  it('weighs matches against the length, a short text not without bounds', () => {
    expect(rank(10, 26_000)).toBeCloseTo(0.5, 10);
    expect(rank(10, 25_000)).toBeGreaterThan(0.5);
    expect(rank(10, 27_000)).toBeLessThan(0.5);
    expect(rank(9, 0)).toBeCloseTo(9 / 9.9, 10);
  });

  it('counts a match in a heading as four in the text', () => {
    const inHeading = rankMatch(match(1), plain, [section]).rank;
    expect(inHeading).toBeGreaterThan(rank(3));
    expect(inHeading).toBe(rank(4));
    expect(inHeading).toBeLessThan(rank(5));
    expect(rankMatch(match(1), plain, [{ ...section, headingEnd: 0 }]).rank).toBe(rank(1));
  });

  it('takes what the index tells of headings in place of the sections', () => {
    const told = { ...match(3), inHeadings: 1 };
    expect(rankMatch(told, plain, []).rank).toBe(rankMatch(match(3), plain, [section]).rank);
    expect(rankMatch({ ...told, inHeadings: 0 }, plain, [section]).rank).toBe(rank(3));
  });

  it.each([
    [30, 2, 1],
    [31, 2, 0],
    [30, 3, 0.5],
    [30, 1, 0],
  ])('counts parts %i characters apart, of %i, for %f', (apart, parts, expected) => {
    const spans = [0, 1].map((part) => ({ start: part * apart, end: part * apart + 2, part }));
    const near = rankMatch({ ...match(2), spans }, { described: 0, parts }, []).rank;
    expect(near).toBeCloseTo(rank(2) + expected, 10);
  });

  it('counts a part of the query by its share', () => {
    expect(rank(3, 6000, 0.5)).toBe(0.25);
    expect(rankMatch(match(3, 6000, 0.5), { described: 1, parts: 1 }, []).rank).toBe(0.75);
  });

  it('gives the themes of the sections with a match, and no others', () => {
    const other = { start: 9000, end: 9100, headingEnd: 9000, themes: ['openness'] };
    expect([...rankMatch(match(2), plain, [section, other]).themes]).toEqual(['review']);
  });
});

it.each([
  [[['法治政府']], 1],
  [[['2017']], 2],
  [[['2017年']], 2],
  [[['2018']], 0],
  [[['行政复议']], 0],
  [[['法治政府'], ['行政复议']], 0.5],
  [[['行政复议', '法治政府']], 1],
  [[['鹤壁市']], 2.5],
  [[['鹤壁']], 2.5],
  [[['鹤']], 1],
  [[['鹤壁市'], ['2017']], 3.5],
])('weighs %j by the title, the region and the year', (parts, expected) => {
  expect(weighDescription(entry({ title: '鹤壁市２０１７年法治政府建设报告' }), parts)).toBe(
    expected,
  );
});

it.each([
  ['relevance', ['c', 'd', 'a', 'b']],
  ['newest', ['c', 'd', 'a', 'b']],
  ['oldest', ['a', 'b', 'c', 'd']],
] as const)('puts results in order by %s, then year and id', (sort, expected) => {
  const result = (report: string, year: number, own: number) => ({
    entry: entry({ report, year }),
    rank: own,
  });
  const results = [
    result('b', 2017, 1),
    result('d', 2018, 1),
    result('a', 2017, 1),
    result('c', 2018, 2),
  ];
  expect(results.sort(compareResults(sort)).map((each) => each.entry.report)).toEqual(expected);
});
