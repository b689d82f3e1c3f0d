import { kindLabels } from '../../report/report-id.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { ThemedSection } from './archive-index.ts';
import { openingOf } from './archive-texts.ts';
import { sectionName, timelinessPhrase } from './reader-words.ts';

/** A link to a list, with how many items the list has. */
export interface Way {
  readonly label: string;
  readonly address: string;
  readonly count: number;
}

/** What of a list lies in one province. */
export interface OfProvince<T> {
  readonly code: string;
  readonly name: string;
  readonly items: readonly T[];
}

/** Return whether a list is too long for one page, so that each province has its own. */
export function isSplitList(length: number): boolean {
  return length > 500;
}

/** Sort a list's items under their provinces, in code order. Each province keeps the list's order. */
export function byProvince<T>(
  items: readonly T[],
  reportOf: (item: T) => Pick<ReportSummary, 'region'>,
): OfProvince<T>[] {
  const provinceOf = (item: T) => reportOf(item).region.path[0];
  return [...Map.groupBy(items, (item) => provinceOf(item)?.code ?? '')]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, ofProvince]) => ({
      code,
      name: ofProvince.map(provinceOf)[0]?.name ?? '',
      items: ofProvince,
    }));
}

/** Name a report's place within its province; a province by its own name. */
export function placeInProvince({ region }: Pick<ReportSummary, 'region'>): string {
  const [province, ...below] = region.path.map(({ name }) => name);
  return below.length > 0 ? below.join(' ') : (province ?? region.name);
}

export type ReportRow = ReturnType<typeof reportRow>;

/** Make a list's line of a report. It is named by place and year: titles are alike, and long. */
export function reportRow(report: ReportSummary) {
  const { region, year, kind } = report;
  return {
    address: report.url,
    title: report.title,
    name: `${region.name}${year}年${kind === 'annual' ? '' : kindLabels[kind]}`,
    place: region.path.map(({ name }) => name).join(' '),
    region: region.path
      .slice(0, -1)
      .map(({ name }) => name)
      .join(' '),
    year,
    kind: kindLabels[kind],
    published: report.published,
    state: report.timeliness.state,
    timeliness: timelinessPhrase(report.timeliness),
  };
}

export type SectionRow = ReturnType<typeof sectionRow>;

/** Make a list's line of a section. */
export function sectionRow({ report, section }: ThemedSection) {
  return {
    address: `${report.url}#${section.id}`,
    name: sectionName(section),
    opening: openingOf(report, section.id),
    region: placeInProvince(report),
  };
}
