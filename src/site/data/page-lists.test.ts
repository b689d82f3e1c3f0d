import { expect, it, vi } from 'vitest';
import type { Observation, Report } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { ReportFigure } from './archive-texts.ts';
import { homePage } from './home-page.ts';
import { heldIndicators, indicatorPage, indicatorProvinces } from './indicator-pages.ts';
import { passagePage, passageProvinces } from './passage-pages.ts';
import { placeTable } from './place-figures.ts';
import { readReport } from './read-compiled.ts';
import { reportPage } from './report-page.ts';
import { heldThemes, themePage, themeYearPage, themeYearProvinces } from './theme-pages.ts';
import { yearPage } from './year-pages.ts';

const made = vi.hoisted(() => {
  // What a file before this one has loaded is of another archive.
  vi.resetModules();
  const summary = (number: number, year: number, theme: string | null): ReportSummary => {
    // No code of the region table, so that the path made here stands.
    const code = `13${String(number).padStart(4, '0')}`;
    const path = [
      { code: '130000', name: '河北省' },
      { code: '130100', name: '石家庄市' },
      { code, name: `${number}区` },
    ];
    const section = { id: 's1', label: null, heading: '一', roles: [], depth: 1, paragraph: 'p1' };
    return {
      ...{ id: `${code}-${year}`, url: `/r/${code}/${year}/`, kind: 'annual', title: `${number}` },
      ...{ altTitles: [], issuer: '', year, published: null, republished: null, signed: null },
      region: { code, scheme: 'gbt2260', name: `${number}区`, level: 'county', path },
      timeliness: { due: `${year + 1}-03-31`, state: 'unknown', days: null },
      ...{ addressee: null, cc: null, signature: [], docNo: null, basis: {}, characters: 0 },
      source: { url: null, archived: null, file: 'x.txt', sha256: '', retrieved: null },
      sections: theme === null ? [] : [{ ...section, themes: [theme] }],
      version: 1,
    };
  };
  const many = (count: number, year: number, theme: string | null) =>
    Array.from({ length: count }, (_, index) => summary(9200 + index, year, theme));
  return [
    ...many(500, 2018, 'enforcement'),
    ...many(501, 2019, 'openness'),
    ...many(10, 2020, null),
    ...many(9, 2021, null),
  ];
});

vi.mock('./read-compiled.ts', async () => {
  const { listTexts, markLists } = await import('../../publish/compile/listed-texts.ts');
  const readReport = (id: string): Report => {
    const summary = made.find((one) => one.id === id);
    const indicator = { 2018: 'officers', 2019: 'hotline' }[summary?.year ?? 0];
    const unit = indicator === 'hotline' ? '件' : '人';
    const figure = {
      ...{ indicator, value: 1, unit, raw: '1人', paragraph: 'p1', approx: null },
      ...{ scope: null, period: null, subsetOf: null },
    };
    const observations = indicator === undefined ? [] : [figure as Observation];
    const section = {
      id: 's1',
      paragraphs: ['p1', 'p2', 'p3']
        .slice(0, summary?.year === 2019 ? 3 : 1)
        .map((id) => ({ id, text: '字'.repeat(200), points: [] })),
      sections: [],
    };
    // 500 plans are said in 2018, 400 problems in 2018, and 1,503 plans in 2019.
    const isPlan = indicator !== undefined;
    const roles = [
      ...(isPlan ? ['plans'] : []),
      ...(summary?.year === 2018 && Number(summary.title) < 9600 ? ['problems'] : []),
    ];
    const opened = { ...section, label: null, heading: null, roles, themes: [] };
    const related = { sameTheme: [], sameRegion: [], repeated: [] };
    return { ...summary, sections: [opened], observations, related } as unknown as Report;
  };
  const lists = new Map(
    made.map((summary) => {
      const texts = listTexts(readReport(summary.id), []);
      const units = [
        { id: 'officers', unit: '人' },
        { id: 'hotline', unit: '件' },
      ] as const;
      return [summary.id, { texts, marks: markLists(summary, texts, units) }];
    }),
  );
  return {
    readListedTexts: (id: string) => lists.get(id)?.texts,
    readMarks: (id: string) => lists.get(id)?.marks,
    readSummaries: () => made,
    readReport,
    readOwnReport: readReport,
    readArrivals: () => made.map((summary) => ({ summary, added: null, corrections: [] })),
    readKeptVersions: () => [],
  };
});

it('a list of 500 stands on one page, one of 501 is split by province', () => {
  expect([2018, 2019].map((year) => yearPage(year).isSplit)).toEqual([false, true]);
  const themes = heldThemes().toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(themes.map(({ id }) => id)).toEqual(['enforcement', 'openness']);
  expect(themes.map((theme) => themePage(theme).years[0]?.rows.length)).toEqual([500, 0]);
  const years = [2018, 2019];
  expect(themes.map((theme, i) => themeYearPage(theme, years[i] ?? 0).isSplit)).toEqual([
    false,
    true,
  ]);
  expect(themes.map((theme, i) => themeYearProvinces(theme, years[i] ?? 0).length)).toEqual([0, 1]);
  const indicators = heldIndicators().toSorted((a, b) => (a.id > b.id ? -1 : 1));
  expect(indicators.map(({ id }) => id)).toEqual(['officers', 'hotline']);
  expect(indicators.map((indicator) => indicatorPage(indicator).rows.length)).toEqual([500, 0]);
  expect(indicators.map((indicator) => indicatorProvinces(indicator).length)).toEqual([0, 1]);
});

it('the page of a province lists what of a split list lies there', () => {
  const [theme] = heldThemes().filter(({ id }) => id === 'openness');
  if (theme === undefined) throw new Error('Unexpected archive without the theme');
  const [province] = themeYearProvinces(theme, 2019);
  const page = themeYearPage(theme, 2019, province);
  expect(page.rows).toHaveLength(501);
  expect(page.head.address).toBe('/themes/openness/2019/130000/');
  expect(page.words).toContain('河北省2019年度报告中');
});

it('a list of 400 passages is quoted at length, one of more as lines', () => {
  const [problems, plans] = (['problems', 'plans'] as const).map((role) => passagePage(role, 2018));
  expect(problems?.rows.length).toBe(400);
  expect(problems?.isBrief).toBe(false);
  expect(problems?.rows[0]?.quote).toBe(`${'字'.repeat(158)}……`);
  expect(plans?.rows.length).toBe(500);
  expect(plans?.isBrief).toBe(true);
  expect(plans?.rows[0]?.quote).toBe(`${'字'.repeat(136)}……`);
  expect(plans?.left).toBe(0);
});

it('a province with more passages than a page holds has as many of each report, and says so', () => {
  expect(passagePage('plans', 2019).rows).toEqual([]);
  const [province] = passageProvinces('plans', 2019);
  const page = passagePage('plans', 2019, province);
  expect(page.rows.length).toBe(2 * 501);
  expect(page.left).toBe(501);
});

it('a province with more than 500 values shows one a place and year, for as many years as fit', () => {
  const hotline = heldIndicators().find(({ id }) => id === 'hotline');
  if (hotline === undefined) throw new Error('Unexpected archive without the indicator');
  const [province] = indicatorProvinces(hotline);
  const page = indicatorPage(hotline, province);
  expect(page.rows).toEqual([]);
  expect(page.places?.rows.length).toBe(501);
  expect(page.places?.years).toEqual([2019]);
  expect(page.places?.rows[0]?.cells[0]?.words).toBe('1 件');
});

it('a table of places leaves out the years that would make it too large', () => {
  const figures = (places: number) =>
    [2021, 2020, 2019, 2018].flatMap((year) =>
      made.slice(0, places).map((report): ReportFigure => {
        const observation = { value: 1, unit: '人', raw: '1人', paragraph: 'p1' } as Observation;
        return { report: { ...report, year }, observation };
      }),
    );
  // A row of four years has 11 elements, and there is room for 2,200.
  expect(placeTable(figures(200))).toMatchObject({ years: [2021, 2020, 2019, 2018], isCut: false });
  expect(placeTable(figures(201))).toMatchObject({ years: [2021, 2020, 2019], isCut: true });
});

it('the home page shows the eight newest reports', () => {
  expect(homePage().newest).toHaveLength(8);
});

it('a report leads to eight siblings at most, the next in code order first and going round', () => {
  const siblings = (id: string) => {
    const summary = made.find((one) => one.id === id);
    if (summary === undefined) throw new Error(`Unexpected archive without ${id}`);
    const near = reportPage(summary, readReport(summary.id), []).neighbours.filter(
      ({ relation }) => relation === '同级',
    );
    return near.map(({ title }) => Number(title));
  };
  expect(siblings('139208-2020')).toEqual([9209, 9200, 9201, 9202, 9203, 9204, 9205, 9206]);
  expect(siblings('139208-2021')).toEqual([9200, 9201, 9202, 9203, 9204, 9205, 9206, 9207]);
});

it('a report is described in 120 characters, its first words among them', () => {
  const [summary] = made;
  if (summary === undefined) throw new Error('Unexpected empty archive');
  const { description } = reportPage(summary, readReport(summary.id), []).head;
  expect(description).toHaveLength(120);
  expect(description).toContain('2018年度，年度报告。字字');
});
