import { describe, expect, it } from 'vitest';
import type { ReportSummary } from '../../report/report-summary.ts';
import { indexRelated, likelySources, relateReport } from './relate-reports.ts';

function summary(code: string, year: number, themes: string[], kind: 'annual' | 'plan' = 'annual') {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const path = [...new Set(codes)].map((at) => ({ code: at, name: at }));
  const id = `${code}-${year}${kind === 'plan' ? '-plan' : ''}`;
  return {
    id,
    url: `/r/${id}/`,
    title: id,
    kind,
    year,
    region: { code, path },
    sections: themes.map((theme, at) => ({ id: `s${at + 1}`, themes: [theme] })),
  } as unknown as ReportSummary;
}

const here = summary('410601', 2018, ['openness', 'enforcement']);
const all = [
  here,
  summary('410601', 2015, ['openness']),
  summary('410601', 2017, ['enforcement', 'openness']),
  summary('410601', 2018, ['openness'], 'plan'),
  summary('410602', 2018, ['enforcement']),
  summary('410602', 2017, ['enforcement']),
  summary('410600', 2018, ['openness']),
  summary('420601', 2018, ['openness']),
];

describe('the relatives of a report', () => {
  const related = relateReport(indexRelated(all), here);

  it('are sections of the same theme: own other years nearest first, then above and beside', () => {
    expect(related.sameTheme.map(({ url }) => url)).toEqual([
      '/r/410601-2017/#s2',
      '/r/410601-2017/#s1',
      '/r/410601-2015/#s1',
      '/r/410602-2018/#s1',
      '/r/410600-2018/#s1',
    ]);
  });

  it('are the region’s other documents', () => {
    expect(related.sameRegion.map(({ id }) => id)).toEqual([
      '410601-2018-plan',
      '410601-2017',
      '410601-2015',
    ]);
  });

  it('are at most eight of a kind', () => {
    const many = Array.from({ length: 20 }, (_, at) => summary('410601', 1990 + at, ['openness']));
    const found = relateReport(indexRelated([here, ...many]), here);
    expect(found.sameTheme).toHaveLength(8);
    expect(found.sameRegion).toHaveLength(8);
  });

  it('are all of them where there are eight', () => {
    const eight = Array.from({ length: 8 }, (_, at) => summary('410601', 1990 + at, ['openness']));
    const found = relateReport(indexRelated([here, ...eight]), here);
    expect([found.sameTheme.length, found.sameRegion.length]).toEqual([8, 8]);
  });

  it('are of a section’s main theme only, here and there', () => {
    const second = summary('410601', 2017, []);
    const section = { id: 's1', themes: ['functions', 'openness'] };
    const other = { ...second, sections: [section] } as unknown as ReportSummary;
    expect(relateReport(indexRelated([here, other]), here).sameTheme).toEqual([]);
    expect(relateReport(indexRelated([other, here]), other).sameTheme).toEqual([]);
  });

  it('are taken around from the same year only, and from near years of its own region first', () => {
    const years = [2010, 2025, 2016, 2019, 2017].map((year) =>
      summary('410601', year, ['openness']),
    );
    const around = [2017, 2018, 2019].map((year) => summary('410602', year, ['openness']));
    const found = relateReport(indexRelated([here, ...around, ...years]), here);
    expect(found.sameTheme.map(({ id }) => id)).toEqual([
      '410601-2019',
      '410601-2017',
      '410601-2016',
      '410601-2025',
      '410601-2010',
      '410602-2018',
    ]);
  });

  it('never hold the report itself', () => {
    expect(relateReport(indexRelated([here]), here)).toEqual({
      sameTheme: [],
      sameRegion: [],
    });
  });

  it('may have words in common with all of its region, and with those around of its year and the one before', () => {
    const years = [2016, 2019].map((year) => summary('410602', year, ['openness']));
    const found = likelySources(indexRelated([...all, ...years]), here);
    expect(found.map(({ id }) => id)).toEqual([
      '410601-2018-plan',
      '410601-2017',
      '410601-2015',
      '410600-2018',
      '410602-2018',
      '410602-2017',
    ]);
  });
});
