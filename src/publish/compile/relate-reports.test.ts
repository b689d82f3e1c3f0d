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

  it('are the place’s other documents', () => {
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

  it('never hold the report itself', () => {
    expect(relateReport(indexRelated([here]), here)).toEqual({
      sameTheme: [],
      sameRegion: [],
    });
  });

  it('may have words in common with all of its place, and with those around of its year and the one before', () => {
    const older = summary('410602', 2016, ['openness']);
    const found = likelySources(indexRelated([...all, older]), here);
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
