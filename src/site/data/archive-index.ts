import type { ReportSummary, SectionSummary } from '../../report/report-summary.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import { latestCode, regionPath } from '../../vocabulary/region/region-tree.ts';

/** A section of a theme, with the report it stands in. */
export interface ThemedSection {
  readonly report: ReportSummary;
  readonly section: SectionSummary;
}

/** All reports, and by everything that pages list them by; every list is newest first. */
export interface ArchiveIndex {
  readonly reports: readonly ReportSummary[];
  readonly byId: ReadonlyMap<string, ReportSummary>;
  /** Reports of a place itself, under its latest code. */
  readonly byPlace: ReadonlyMap<string, readonly ReportSummary[]>;
  /** Reports of a place and of all that lies in it. */
  readonly within: ReadonlyMap<string, readonly ReportSummary[]>;
  readonly byYear: ReadonlyMap<number, readonly ReportSummary[]>;
  readonly byTheme: ReadonlyMap<string, readonly ThemedSection[]>;
  /** Report years, the latest first. */
  readonly years: readonly number[];
  /** Every year from the latest held to the first, those of which nothing is held among them. */
  readonly span: readonly number[];
}

/** Sorts the archive's reports into the lists that its pages show. */
export function indexArchive(
  summaries: readonly ReportSummary[],
  regions: RegionTable,
): ArchiveIndex {
  const reports = summaries.toSorted(newestFirst);
  const byPlace = Map.groupBy(reports, ({ region }) => latestCode(regions, region.code));
  const within = new Map<string, ReportSummary[]>();
  for (const report of reports)
    for (const { code } of placePath(report, regions)) append(within, code, report);
  const byTheme = new Map<string, ThemedSection[]>();
  for (const report of reports)
    for (const [theme, section] of themedSections(report.sections))
      append(byTheme, theme, { report, section });
  const byYear = Map.groupBy(reports, ({ year }) => year);
  return {
    reports,
    byId: new Map(reports.map((report) => [report.id, report])),
    byPlace,
    within,
    byYear,
    byTheme,
    years: [...byYear.keys()],
    span: yearSpan([...byYear.keys()]),
  };
}

/**
 * List every year from the latest to the first, so that a gap between them is seen.
 *
 * @example yearSpan([2019, 2017]) // [2019, 2018, 2017]
 */
export function yearSpan(years: readonly number[]): number[] {
  if (years.length === 0) return [];
  const [last, first] = [Math.max(...years), Math.min(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/**
 * Lists the places whose pages a report stands on, from the province down.
 * A place whose code has changed is found under the code it has now.
 */
export function placePath(
  report: ReportSummary,
  regions: RegionTable,
): { code: string; name: string }[] {
  const path = regionPath(regions, latestCode(regions, report.region.code));
  return path.length > 0 ? path : report.region.path;
}

/**
 * Lists the sections that open a theme: a subsection that only goes on with its parent's is left
 * out, so that a passage is listed once.
 */
export function themedSections(
  sections: readonly SectionSummary[],
): [theme: string, section: SectionSummary][] {
  const above: SectionSummary[] = [];
  return sections.flatMap((section) => {
    above.length = section.depth - 1;
    const open = new Set(above.flatMap(({ themes }) => themes));
    above.push(section);
    return section.themes
      .filter((theme) => !open.has(theme))
      .map((theme): [string, SectionSummary] => [theme, section]);
  });
}

function newestFirst(a: ReportSummary, b: ReportSummary): number {
  return (
    b.year - a.year ||
    Number(b.kind === 'annual') - Number(a.kind === 'annual') ||
    compare(a.region.code, b.region.code) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
