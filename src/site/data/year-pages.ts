import { pageAddress } from '../../report/addresses.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { archive } from './built-archive.ts';
import { countCell, countTimeliness, governments, timelinessStates } from './coverage.ts';
import { lateRow, latestFirst, lateYearPage, notHeld } from './late-pages.ts';
import { byProvince, isSplitList, type OfProvince, reportRow } from './listing.ts';
import { tileMap } from './province-tiles.ts';
import { timelinessWords } from './reader-words.ts';

const yearsCrumb = { label: '年份', address: pageAddress('years') };

/** Build the page of all years. The table has provinces down, years across. */
export function yearsPage() {
  const years = archive.span;
  return {
    head: {
      title: '年份',
      description: '按报告年度查法治政府建设报告，各年收录与公布时间。',
      address: pageAddress('years'),
      crumbs: [],
    },
    years: years.map((year) => {
      const reports = archive.byYear.get(year) ?? [];
      const counts = new Map(countTimeliness(reports).map((count) => [count.state, count.reports]));
      return {
        year,
        /** `null` where nothing is held of the year. */
        address: reports.length === 0 ? null : pageAddress('year', year),
        reports: reports.length,
        /** Annual reports by timeliness, in the order of `states`. */
        counts: timelinessStates.map((state) => counts.get(state) ?? 0),
      };
    }),
    states: timelinessStates.map((state) => timelinessWords[state]),
    table: {
      years,
      rows: byProvince(archive.reports, (report) => report).map(({ code, name, items }) => {
        const ofYear = Map.groupBy(items, ({ year }) => year);
        const cells = years.map((year) =>
          countCell(`${name}${year}年`, ofYear.get(year)?.length ?? 0, () =>
            pageAddress('yearProvince', year, code),
          ),
        );
        return { name, address: pageAddress('region', code), cells };
      }),
    },
    governments,
  };
}

/** Build a year's page. Where it is split, the provinces' lists stand on pages of their own. */
export function yearPage(year: number) {
  const reports = archive.byYear.get(year) ?? [];
  const at = archive.years.indexOf(year);
  const late = lateYearPage(year);
  return {
    head: {
      title: `${year}年度`,
      description: `${year}年度法治政府建设报告，收录 ${reports.length} 份，按省列出，附公布时间。`,
      address: pageAddress('year', year),
      crumbs: [yearsCrumb],
    },
    year,
    count: reports.length,
    regions: new Set(reports.map(({ region }) => region.code)).size,
    governments,
    timeliness: countTimeliness(reports),
    older: archive.years[at + 1] ?? null,
    newer: archive.years[at - 1] ?? null,
    provinces: yearProvinces(year).map(({ code, name, items }) => ({
      label: name,
      address: pageAddress('yearProvince', year, code),
      count: items.length,
      rows: items.map(reportRow),
    })),
    isSplit: isSplitList(reports.length),
    tiles: tileMap(year),
    columns: late.columns,
    table: late.provinces.map(({ name, address, counts }) => ({ label: name, address, counts })),
  };
}

/** List the provinces of which a year has reports. */
export function yearProvinces(year: number): OfProvince<ReportSummary>[] {
  return byProvince(archive.byYear.get(year) ?? [], (report) => report);
}

/** Build the page of a year in a province. */
export function yearProvincePage(year: number, { code, name, items }: OfProvince<ReportSummary>) {
  return {
    head: {
      title: `${name}${year}年度`,
      description: `${name}${year}年度法治政府建设报告，收录 ${items.length} 份。`,
      address: pageAddress('yearProvince', year, code),
      crumbs: [yearsCrumb, { label: `${year}年度`, address: pageAddress('year', year) }],
    },
    name,
    code,
    year,
    absent: notHeld(year, code),
    region: pageAddress('region', code),
    rows: items
      .filter(({ kind }) => kind === 'annual')
      .toSorted(latestFirst)
      .map(lateRow),
    timeliness: countTimeliness(items),
    count: items.length,
    others: items.filter(({ kind }) => kind !== 'annual').map(reportRow),
  };
}
