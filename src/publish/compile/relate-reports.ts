import { hash } from 'node:crypto';
import type { Related, ReportLink, SectionLink } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import {
  type CompiledFile,
  type ListedFile,
  proveRelated,
  readPart,
  writeRelated,
} from './compiled-archive.ts';
import { findRepeated, type SectionRuns } from './repeated-text.ts';

/** A list of `related` holds at most this many. */
const MOST = 8;

/** What finding a report's relatives needs: all reports by region, and the regions under a region. */
export interface RelatedIndex {
  readonly byRegion: ReadonlyMap<string, readonly ReportSummary[]>;
  /** Reports by the code of the region above theirs. */
  readonly byParent: ReadonlyMap<string, readonly ReportSummary[]>;
}

/**
 * Work out the relatives of every report, once all are compiled; of one whose likely sources are
 * as they were, they are kept.
 *
 * Repeated text is looked for a province at a time, so that no more samples are in memory than a
 * province has, and only the samples that are needed are read.
 *
 * @param before the reports of the build before, by id
 * @param folder of the compiled reports
 * @returns of each report, by id, what `ListedFile.related` has
 */
export function relateReports(
  files: readonly CompiledFile[],
  before: ReadonlyMap<string, ListedFile>,
  folder: string,
): Map<string, ListedFile['related']> {
  const summaries = files.map(({ summary }) => summary);
  const digests = new Map(files.map(({ summary, digest }) => [summary.id, digest]));
  const index = indexRelated(summaries);
  const provinces = Map.groupBy(summaries, ({ region }) => region.path[0]?.code ?? region.code);
  const found = new Map<string, ListedFile['related']>();
  for (const reports of provinces.values()) {
    const runs = new Map<string, readonly SectionRuns[]>();
    const runsOf = (id: string): readonly SectionRuns[] => {
      const own = runs.get(id) ?? readPart(folder, id, 'runs');
      runs.set(id, own);
      return own;
    };
    for (const report of reports) {
      const sources = likelySources(index, report);
      const ids = [report.id, ...sources.map(({ id }) => id)];
      const from = hash('sha256', ids.map((id) => `${id} ${digests.get(id)}`).join());
      const kept = before.get(report.id);
      const state = kept && proveRelated(folder, kept, from);
      if (kept !== undefined && state !== undefined) {
        found.set(report.id, { ...kept.related, state });
        continue;
      }
      const others = sources.map((other) => ({ report: other, sections: runsOf(other.id) }));
      const repeated = findRepeated(runsOf(report.id), others);
      const related = { ...relateReport(index, report), repeated };
      found.set(report.id, {
        from,
        shown: hash('sha256', JSON.stringify([related, themesOf(related, sources)])),
        state: writeRelated(folder, report.id, from, related),
      });
    }
  }
  return found;
}

/** List the themes of the sections that are linked: a page shows a link under each of them. */
function themesOf({ sameTheme }: Related, sources: readonly ReportSummary[]): unknown {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return sameTheme.map(
    ({ id, section }) => byId.get(id)?.sections.find((one) => one.id === section)?.themes,
  );
}

/** Arrange all reports for `relateReport`, in their given order. */
export function indexRelated(summaries: readonly ReportSummary[]): RelatedIndex {
  return {
    byRegion: Map.groupBy(summaries, ({ region }) => region.code),
    byParent: Map.groupBy(summaries, parentCode),
  };
}

/**
 * Find what a reader of a report would want next.
 *
 * The same theme: first of the same region in other years, nearest first, then of the same year in
 * the region above, its neighbours and the regions below; one of each theme before a second of any.
 *
 * @returns lists of at most 8; what is repeated is not told by summaries (see `findRepeated`)
 */
export function relateReport(
  index: RelatedIndex,
  report: ReportSummary,
): Omit<Related, 'repeated'> {
  const own = ofSameRegion(index, report);
  const otherYears = own.filter(({ year }) => year !== report.year);
  const around = aroundRegion(index, report).filter(({ year }) => year === report.year);
  return {
    sameTheme: sameTheme(report, [...otherYears, ...around]),
    sameRegion: own.slice(0, MOST).map(({ id, title, url }): ReportLink => ({ id, title, url })),
  };
}

/**
 * List the reports that a report may have words in common with: all of its region, and those of the
 * regions above, beside and below of its year and the one before.
 */
export function likelySources(index: RelatedIndex, report: ReportSummary): ReportSummary[] {
  const around = aroundRegion(index, report).filter(
    ({ year }) => year === report.year || year === report.year - 1,
  );
  return [...ofSameRegion(index, report), ...around];
}

/** Other reports of the region, those of near years first. */
function ofSameRegion(index: RelatedIndex, report: ReportSummary): ReportSummary[] {
  return (index.byRegion.get(report.region.code) ?? [])
    .filter(({ id }) => id !== report.id)
    .sort((a, b) => Math.abs(a.year - report.year) - Math.abs(b.year - report.year));
}

/** Reports of the regions above, beside and below. */
function aroundRegion(index: RelatedIndex, report: ReportSummary): ReportSummary[] {
  return [
    ...(index.byRegion.get(parentCode(report)) ?? []),
    ...(index.byParent.get(parentCode(report)) ?? []),
    ...(index.byParent.get(report.region.code) ?? []),
  ].filter(({ region }) => region.code !== report.region.code);
}

function sameTheme(report: ReportSummary, others: readonly ReportSummary[]): SectionLink[] {
  const themes = [...new Set(report.sections.flatMap((section) => section.themes.slice(0, 1)))];
  const byTheme = themes.map((theme) => others.flatMap((other) => findSection(other, theme) ?? []));
  const rounds = Math.max(0, ...byTheme.map((links) => links.length));
  return Array.from({ length: rounds }, (_, round) =>
    byTheme.flatMap((links) => links[round] ?? []),
  )
    .flat()
    .slice(0, MOST);
}

function findSection(other: ReportSummary, theme: string): SectionLink | undefined {
  const section = other.sections.find(({ themes }) => themes[0] === theme);
  if (section === undefined) return undefined;
  const { id, title, url } = other;
  return { id, section: section.id, title, url: `${url}#${section.id}` };
}

function parentCode({ region }: ReportSummary): string {
  return region.path.at(-2)?.code ?? '';
}
