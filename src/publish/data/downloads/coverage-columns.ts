import type { Level } from '../../../report/report.ts';
import type { ListedReport } from '../../../report/report-summary.ts';
import type { RegionTable } from '../../../vocabulary/region/region.ts';
import {
  isReportingGovernment,
  latestCode,
  provinceOf,
} from '../../../vocabulary/region/region-tree.ts';
import type { Column } from './column.ts';

/** What the archive holds of a place and a year. */
export interface CoverageRow {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly province: string;
  readonly year: number;
  /** `null`: not in this archive, and no more than that. */
  readonly report: ListedReport | null;
}

/** What `coverage.csv` says of each place and year. */
export const coverageColumns: readonly Column<CoverageRow>[] = [
  { name: 'region', type: 'string', title: '现行区划代码', value: ({ code }) => code },
  { name: 'regionName', type: 'string', title: '地区', value: ({ name }) => name },
  { name: 'level', type: 'string', title: '层级', value: ({ level }) => level },
  { name: 'province', type: 'string', title: '省份', value: ({ province }) => province },
  { name: 'year', type: 'integer', title: '年度', value: ({ year }) => year },
  {
    name: 'state',
    type: 'string',
    title: '未收录为 not-held，不表示未公布；其余同 report.json 的 timeliness.state',
    value: ({ report }) => report?.timeliness.state ?? 'not-held',
  },
  { name: 'report', type: 'string', title: '年度报告', value: ({ report }) => report?.id },
  { name: 'published', type: 'date', title: '公布日期', value: ({ report }) => report?.published },
  {
    name: 'days',
    type: 'integer',
    title: '距时限的天数，逾期为正',
    value: ({ report }) => report?.timeliness.days,
  },
];

/**
 * Lists, for each government at or above county level and each year of the archive, its annual
 * report; and other places of which the archive holds one.
 */
export function* coverageRows(
  reports: readonly ListedReport[],
  regions: RegionTable,
): Generator<CoverageRow> {
  const annual = reports.filter(({ kind }) => kind === 'annual');
  const years = [...new Set(annual.map(({ year }) => year))].toSorted((a, b) => a - b);
  const held = Map.groupBy(annual, ({ region }) => latestCode(regions, region.code));
  const codes = [...regions.regions.values()].filter(isReportingGovernment).map(({ code }) => code);
  const governments = new Set(codes);
  for (const code of new Set([...codes, ...held.keys()])) {
    const own = held.get(code) ?? [];
    const region = regions.regions.get(code) ?? own[0]?.region;
    if (region === undefined) continue;
    const province = provinceOf(regions, code)?.name ?? own[0]?.region.path[0]?.name ?? '';
    for (const year of years) {
      const report = own.find((one) => one.year === year) ?? null;
      if (report === null && !governments.has(code)) continue;
      yield { code, name: region.name, level: region.level, province, year, report };
    }
  }
}
