import type { ListedPassage, ListedRole } from '../../publish/compile/listed-texts.ts';
import type { Observation } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { archive } from './built-archive.ts';
import { readListedTexts, readMarks } from './read-compiled.ts';

export type { ListedRole };

/** What lists of figures show of a report: more would have an edit elsewhere in it touch them. */
export type FigureReport = Pick<ReportSummary, 'id' | 'url' | 'year' | 'region'>;

/** A figure with the report that it was read from. */
export interface ReportFigure {
  readonly report: FigureReport;
  readonly observation: Observation;
}

/** A passage with the report that it stands in. */
export interface Passage extends ListedPassage {
  readonly report: ReportSummary;
}

/**
 * What lists need of the texts. A report's are read when a page that shows them is made, once; a
 * build that touches no such page reads none.
 */
const textsOf = keep((id: string) => {
  const { figures, ...others } = readListedTexts(id);
  return { ...others, figures: Map.groupBy(figures, ({ indicator }) => indicator) };
});

/** The reports that give figures, by indicator. */
const byIndicator = once(() => {
  const lists = new Map<string, ReportSummary[]>();
  for (const report of archive.reports)
    for (const indicator of Object.keys(readMarks(report.id).figures)) {
      const list = lists.get(indicator);
      if (list === undefined) lists.set(indicator, [report]);
      else list.push(report);
    }
  return lists;
});

/** List the reports that give a figure of an indicator. */
export function reportsWithFigures(indicator: string): readonly ReportSummary[] {
  return byIndicator().get(indicator) ?? [];
}

/** Count the figures of an indicator that reports give. */
export function countFigures(
  indicator: string,
  reports: readonly Pick<ReportSummary, 'id'>[] = reportsWithFigures(indicator),
): number {
  return reports.reduce((sum, { id }) => sum + (readMarks(id).figures[indicator]?.count ?? 0), 0);
}

/** Return an indicator's figures, in the order of the reports. */
export function figuresOf(
  indicator: string,
  reports: readonly FigureReport[] = reportsWithFigures(indicator),
): readonly ReportFigure[] {
  return reports.flatMap((report) =>
    (textsOf(report.id).figures.get(indicator) ?? []).map((observation) => ({
      report,
      observation,
    })),
  );
}

/** List the reports that say something in a role. */
export function reportsInRole(role: ListedRole): readonly ReportSummary[] {
  return archive.reports.filter(({ id }) => readMarks(id).passages[role].count > 0);
}

/** Count what reports say in a role. */
export function countPassages(
  role: ListedRole,
  reports: readonly Pick<ReportSummary, 'id'>[],
): number {
  return reports.reduce((sum, { id }) => sum + readMarks(id).passages[role].count, 0);
}

/** Return what reports say in a role, in their order. */
export function passagesOf(role: ListedRole, reports: readonly ReportSummary[]): Passage[] {
  return reports.flatMap((report) =>
    textsOf(report.id).passages[role].map((passage) => ({ ...passage, report })),
  );
}

/** Return the first words of a section that has a theme. */
export function openingOf(report: Pick<ReportSummary, 'id'>, section: string): string {
  return textsOf(report.id).openings[section] ?? '';
}

/** Work something out when it is first asked for. */
export function once<Result>(make: () => Result): () => Result {
  const kept = keep(make);
  return () => kept();
}

/** Work something out once for each argument. */
export function keep<Key extends [string?], Result>(make: (...key: Key) => Result) {
  const known = new Map<string | undefined, Result>();
  return (...key: Key): Result => {
    const [name] = key;
    const result = known.get(name) ?? make(...key);
    known.set(name, result);
    return result;
  };
}
