import { pageAddress } from '../../report/addresses.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import {
  isReportingGovernment,
  latestCode,
  provinceOf,
} from '../../vocabulary/region/region-tree.ts';
import { archive } from './built-archive.ts';
import { governments } from './coverage.ts';
import { byProvince, isSplitList, placeInProvince } from './listing.ts';
import { basisWords, levelWords, timelinessPhrase, timelinessWords } from './reader-words.ts';
import { regions } from './vocabularies.ts';

/** The states that a government's report of a year can be in, worst first; 未收录 comes last. */
const states = ['late', 'on-time', 'early', 'unknown', 'not-applicable', 'not-held'] as const;
type State = (typeof states)[number];

/** A mark a state, told apart without colour. */
export const stateMarks: Readonly<Record<State, string>> = {
  late: '▲',
  'on-time': '●',
  early: '◆',
  unknown: '？',
  'not-applicable': '－',
  'not-held': '○',
};

const stateLabels: Readonly<Record<State, string>> = { ...timelinessWords, 'not-held': '未收录' };

/** Days late, in the steps in which pages count them. */
const steps = [
  { label: '迟 1–7 天', most: 7 },
  { label: '迟 8–30 天', most: 30 },
  { label: '迟 31–90 天', most: 90 },
  { label: '迟 91 天以上', most: Number.POSITIVE_INFINITY },
] as const;

const governmentsByProvince = Map.groupBy(
  [...regions.regions.values()].filter(isReportingGovernment),
  ({ code }) => provinceOf(regions, code)?.code ?? '',
);

function annualReports(year: number): ReportSummary[] {
  return (archive.byYear.get(year) ?? []).filter(({ kind }) => kind === 'annual');
}

/** Count reports by state; governments without one are 未收录, which says nothing of them. */
function countStates(reports: readonly ReportSummary[], owed: number) {
  const byState = Map.groupBy(reports, ({ timeliness }) => timeliness.state);
  const places = new Set(reports.map(({ region }) => latestCode(regions, region.code)));
  const held = [...places].filter((code) => {
    const region = regions.regions.get(code);
    return region !== undefined && isReportingGovernment(region);
  }).length;
  return states.map((state) => ({
    state,
    label: stateLabels[state],
    mark: stateMarks[state],
    count: state === 'not-held' ? owed - held : (byState.get(state)?.length ?? 0),
  }));
}

/** Build the page of who published when, a row a year. */
export function latePage() {
  return {
    head: {
      title: '公布时间',
      description: '各年度法治政府建设报告何时公布：按时、迟、不详、未收录，附依据。',
      address: pageAddress('late'),
      crumbs: [],
    },
    governments,
    columns: states.map((state) => ({ state, label: stateLabels[state], mark: stateMarks[state] })),
    years: archive.span.map((year) => {
      const reports = annualReports(year);
      return {
        year,
        address: archive.byYear.has(year) ? pageAddress('lateYear', year) : null,
        counts: countStates(reports, governments),
      };
    }),
  };
}

export type LateRow = ReturnType<typeof lateRow>;

/** Build the page of who published a year's report when. */
export function lateYearPage(year: number) {
  const reports = annualReports(year);
  const late = reports.filter(({ timeliness }) => timeliness.state === 'late');
  const isSplit = isSplitList(reports.length);
  const isLateSplit = isSplitList(late.length);
  const days = late.map(({ timeliness }) => timeliness.days ?? 0);
  const at = archive.years.indexOf(year);
  return {
    head: {
      title: `${year}年度公布时间`,
      description: `${year}年度法治政府建设报告何时公布：迟 ${late.length} 份，共收录年度报告 ${reports.length} 份，附依据。`,
      address: pageAddress('lateYear', year),
      crumbs: [{ label: '公布时间', address: pageAddress('late') }],
    },
    year,
    due: `${year + 1}年4月1日`,
    counts: countStates(reports, governments),
    days: steps.map(({ label, most }, index) => {
      const least = steps[index - 1]?.most ?? 0;
      return { label, count: days.filter((day) => day > least && day <= most).length };
    }),
    columns: states.map((state) => ({ state, label: stateLabels[state], mark: stateMarks[state] })),
    provinces: byProvince(reports, (report) => report).map(({ code, name, items }) => ({
      code,
      name,
      address: pageAddress('yearProvince', year, code),
      counts: countStates(items, governmentsByProvince.get(code)?.length ?? 0),
    })),
    /** All reports where a page holds them, else the late ones where it holds those, else none. */
    rows: (isSplit ? (isLateSplit ? [] : late) : reports).toSorted(latestFirst).map(lateRow),
    isSplit,
    isLateSplit,
    older: archive.years[at + 1] ?? null,
    newer: archive.years[at - 1] ?? null,
  };
}

/** Make a line of a table of who published when, the most late first. */
export function lateRow(report: ReportSummary) {
  const { region, timeliness, published, basis } = report;
  return {
    address: report.url,
    name: placeInProvince(report),
    province: region.path[0]?.name ?? '',
    level: levelWords[region.level],
    state: timeliness.state,
    mark: stateMarks[timeliness.state],
    phrase: timelinessPhrase(timeliness),
    days: timeliness.days,
    published,
    basis: published === null ? null : (basisWords[basis.published ?? 'document'] ?? '文件本身'),
  };
}

/** Order reports by how late they are, those of unknown date last. */
export function latestFirst(a: ReportSummary, b: ReportSummary): number {
  return (b.timeliness.days ?? -1e6) - (a.timeliness.days ?? -1e6);
}

/** List the governments of a province of which no annual report of a year is held. */
export function notHeld(year: number, province: string): string[] {
  const held = new Set(annualReports(year).map(({ region }) => latestCode(regions, region.code)));
  return (governmentsByProvince.get(province) ?? [])
    .filter(({ code }) => !held.has(code))
    .map(({ name }) => name);
}
