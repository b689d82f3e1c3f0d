import { kindLabels } from '../../report/report-id.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { ThemedSection } from './archive-index.ts';
import { sectionName, timelinessPhrase } from './reader-words.ts';

/** What of a list lies in one province. */
export interface OfProvince<T> {
  readonly code: string;
  readonly name: string;
  readonly items: readonly T[];
}

/** Most rows that a list shows before it splits by province. */
export const longestList = 500;

/** Sorts a list's items under their provinces, in code order, each list as it was. */
export function byProvince<T>(
  items: readonly T[],
  reportOf: (item: T) => ReportSummary,
): OfProvince<T>[] {
  const groups = Map.groupBy(items, (item) => reportOf(item).region.path[0]?.code ?? '');
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, [first, ...rest]]) => {
      if (first === undefined) return [];
      const name = reportOf(first).region.path[0]?.name ?? '';
      return [{ code, name, items: [first, ...rest] }];
    });
}

/** A report as a line of a list. */
export interface ReportRow {
  readonly address: string;
  readonly title: string;
  /** Names from the province down: `河南省 鹤壁市`. */
  readonly place: string;
  readonly year: number;
  readonly kind: string;
  readonly published: string | null;
  readonly timeliness: string;
}

/** Makes a list's line of a report. */
export function reportRow(report: ReportSummary): ReportRow {
  return {
    address: report.url,
    title: report.title,
    place: report.region.path.map(({ name }) => name).join(' '),
    year: report.year,
    kind: kindLabels[report.kind],
    published: report.published,
    timeliness: timelinessPhrase(report.timeliness),
  };
}

/** A section as a line of a list. */
export interface SectionRow {
  readonly address: string;
  readonly name: string;
  /** Names below the province: `周口市 川汇区`; the province's own where it is the place. */
  readonly place: string;
  readonly year: number;
  readonly title: string;
}

/** Makes a list's line of a section. */
export function sectionRow({ report, section }: ThemedSection): SectionRow {
  const [province, ...below] = report.region.path.map(({ name }) => name);
  return {
    address: `${report.url}#${section.id}`,
    name: sectionName(section),
    place: below.length > 0 ? below.join(' ') : (province ?? ''),
    year: report.year,
    title: report.title,
  };
}
