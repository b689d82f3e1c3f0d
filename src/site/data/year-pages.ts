import { pageAddress } from '../../report/addresses.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { archive } from './archive.ts';
import {
  type CoverageTable,
  countTimeliness,
  governments,
  type TimelinessCount,
  timelinessStates,
} from './coverage.ts';
import type { PageHead } from './links.ts';
import { byProvince, longestList, type OfProvince, type ReportRow, reportRow } from './listing.ts';
import { timelinessWords } from './reader-words.ts';

const reportOf = (report: ReportSummary) => report;

export interface YearsPage {
  readonly head: PageHead;
  readonly years: readonly {
    readonly year: number;
    readonly address: string;
    readonly reports: number;
    /** Annual reports by timeliness, in the order of `states`. */
    readonly counts: readonly number[];
  }[];
  readonly states: readonly string[];
  /** Provinces down, years across, with the number of reports in each cell. */
  readonly table: CoverageTable;
  readonly governments: number;
}

/** Builds the page of all years. */
export function yearsPage(): YearsPage {
  const years = archive.years;
  return {
    head: {
      title: '年份',
      description: '按报告年度查法治政府建设报告，各年收录与公布时间。',
      address: pageAddress('years'),
      crumbs: [],
    },
    years: years.map((year) => {
      const reports = archive.byYear.get(year) ?? [];
      const counts = countTimeliness(reports);
      return {
        year,
        address: pageAddress('year', year),
        reports: reports.length,
        counts: timelinessStates.map(
          (state) => counts.find((count) => count.state === state)?.reports ?? 0,
        ),
      };
    }),
    states: timelinessStates.map((state) => timelinessWords[state]),
    table: {
      years,
      rows: byProvince(archive.reports, reportOf).map(({ code, name, items }) => {
        const ofYear = Map.groupBy(items, ({ year }) => year);
        return {
          name,
          address: pageAddress('region', code),
          cells: years.map((year) => {
            const count = ofYear.get(year)?.length ?? 0;
            return {
              address: count === 0 ? null : pageAddress('yearProvince', year, code),
              text: count === 0 ? '未收录' : `${count}`,
              label: `${name}${year}年：${count === 0 ? '未收录' : `${count} 份`}`,
            };
          }),
        };
      }),
    },
    governments,
  };
}

interface YearPage {
  readonly head: PageHead;
  readonly year: number;
  readonly count: number;
  readonly places: number;
  readonly governments: number;
  readonly timeliness: readonly TimelinessCount[];
  readonly older: number | null;
  readonly newer: number | null;
  readonly provinces: readonly (OfProvince<ReportRow> & { readonly address: string })[];
  /** Whether the provinces' lists stand on pages of their own. */
  readonly isSplit: boolean;
}

/** Builds a year's page. */
export function yearPage(year: number): YearPage {
  const reports = archive.byYear.get(year) ?? [];
  const at = archive.years.indexOf(year);
  return {
    head: {
      title: `${year}年度`,
      description: `${year}年度法治政府建设报告，收录 ${reports.length} 份，按省列出，附公布时间。`,
      address: pageAddress('year', year),
      crumbs: [{ label: '年份', address: pageAddress('years') }],
    },
    year,
    count: reports.length,
    places: new Set(reports.map(({ region }) => region.code)).size,
    governments,
    timeliness: countTimeliness(reports),
    older: archive.years[at + 1] ?? null,
    newer: archive.years[at - 1] ?? null,
    provinces: byProvince(reports, reportOf).map(({ code, name, items }) => ({
      code,
      name,
      items: items.map(reportRow),
      address: pageAddress('yearProvince', year, code),
    })),
    isSplit: reports.length > longestList,
  };
}

interface YearProvincePage {
  readonly head: PageHead;
  readonly year: number;
  readonly name: string;
  readonly region: string;
  readonly timeliness: readonly TimelinessCount[];
  readonly reports: readonly ReportRow[];
}

/** Lists the provinces of which a year has reports. */
export function yearProvinces(year: number): OfProvince<ReportSummary>[] {
  return byProvince(archive.byYear.get(year) ?? [], reportOf);
}

/** Builds the page of a year in a province. */
export function yearProvincePage(
  year: number,
  { code, name, items }: OfProvince<ReportSummary>,
): YearProvincePage {
  return {
    head: {
      title: `${name}${year}年度`,
      description: `${name}${year}年度法治政府建设报告，收录 ${items.length} 份。`,
      address: pageAddress('yearProvince', year, code),
      crumbs: [
        { label: '年份', address: pageAddress('years') },
        { label: `${year}年度`, address: pageAddress('year', year) },
      ],
    },
    year,
    name,
    region: pageAddress('region', code),
    timeliness: countTimeliness(items),
    reports: items.map(reportRow),
  };
}
