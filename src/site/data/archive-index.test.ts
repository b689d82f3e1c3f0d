import { describe, expect, it } from 'vitest';
import type { ReportSummary, SectionSummary } from '../../report/report-summary.ts';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { indexArchive, themedSections, yearSpan } from './archive-index.ts';

const regions = parseRegionTable(
  [
    ['410000', '河南省', 'province'],
    ['411600', '周口市', 'prefecture'],
    ['411602', '川汇区', 'county'],
    ['411621', '扶沟县', 'county'],
    ['412702', '项城市', 'county', '', '411600', '', '', '', '2000', '411602'],
  ]
    .map((row) => row.join('\t'))
    .join('\n'),
);

const section = (id: string, depth: number, themes: string[]): SectionSummary => ({
  id,
  label: null,
  heading: id,
  roles: ['body'],
  themes,
  depth,
  paragraph: null,
});

const report = (
  code: string,
  year: number,
  kind: ReportSummary['kind'] = 'annual',
): ReportSummary => ({
  id: `${code}-${year}${kind === 'annual' ? '' : `-${kind}`}`,
  url: `/r/${code}/${year}/`,
  kind,
  title: '',
  altTitles: [],
  issuer: '',
  region: { code, scheme: 'gbt2260', name: '', level: 'county', path: [{ code, name: '' }] },
  year,
  published: null,
  republished: null,
  signed: null,
  timeliness: { due: `${year + 1}-03-31`, state: 'unknown', days: null },
  addressee: null,
  cc: null,
  signature: [],
  docNo: null,
  basis: {},
  source: { url: null, archived: null, file: 'x.txt', sha256: '', retrieved: null },
  sections: [section('s1', 1, ['openness'])],
  characters: 0,
  version: 1,
});

describe('the index of the archive', () => {
  const index = indexArchive(
    [
      report('411602', 2018),
      report('411621', 2019),
      report('412702', 2017),
      report('411602', 2019, 'plan'),
    ],
    regions,
  );
  const ids = (list: readonly ReportSummary[] = []) => list.map(({ id }) => id);

  it('lists the newest first, and of a year the annual reports before others', () => {
    expect(ids(index.reports)).toEqual([
      '411621-2019',
      '411602-2019-plan',
      '411602-2018',
      '412702-2017',
    ]);
    expect(index.years).toEqual([2019, 2018, 2017]);
  });

  it('gathers a place’s reports under its latest code', () => {
    expect(ids(index.byPlace.get('411602'))).toEqual([
      '411602-2019-plan',
      '411602-2018',
      '412702-2017',
    ]);
    expect(index.byPlace.has('412702')).toBe(false);
  });

  it('lists a report under every place that it lies in', () => {
    expect(index.within.get('411600')).toHaveLength(4);
    expect(index.within.get('410000')).toHaveLength(4);
    expect(ids(index.within.get('411621'))).toEqual(['411621-2019']);
  });

  it('lists the sections of a theme in the order of their reports', () => {
    expect(index.byTheme.get('openness')?.map((entry) => entry.report.year)).toEqual([
      2019, 2019, 2018, 2017,
    ]);
  });
});

it('lists a passage once: a subsection that goes on with a theme does not open it', () => {
  const opened = themedSections([
    section('s1', 1, ['functions']),
    section('s1-1', 2, ['functions']),
    section('s1-2', 2, ['openness', 'functions']),
    section('s1-2-1', 3, ['openness']),
    section('s2', 1, ['openness']),
  ]);
  expect(opened.map(([theme, { id }]) => `${id} ${theme}`)).toEqual([
    's1 functions',
    's1-2 openness',
    's2 openness',
  ]);
});

it.each([
  [
    [2019, 2016],
    [2019, 2018, 2017, 2016],
  ],
  [[2018], [2018]],
  [[], []],
])('every year of %j stands in the span %j, empty ones too', (years, span) => {
  expect(yearSpan(years)).toEqual(span);
});
