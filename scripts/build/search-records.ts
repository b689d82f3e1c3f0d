import type { SearchRecord } from '../../src/archive/query/search-record.ts';
import type { Report } from '../../src/archive/report/report.ts';
import { reportLines } from '../../src/archive/report/report-lines.ts';
import { walkSections } from '../../src/archive/report/walk-sections.ts';
import { type CompiledFile, readCompiledReport } from './compile/compile-archive.ts';

/** Reads what the search indexes of each report: its printed lines and where they stand. */
export async function readSearchRecords(
  files: readonly CompiledFile[],
  compiledDir: string,
): Promise<SearchRecord[]> {
  return Promise.all(
    files.map(async ({ summary }) => {
      return searchRecord(await readCompiledReport(compiledDir, summary.id));
    }),
  );
}

function searchRecord(report: Report): SearchRecord {
  const { id, url, title, region, year, kind } = report;
  const sections = new Map(walkSections(report.sections).map((section) => [section.id, section]));
  const lines = reportLines(report).map((line) => {
    const section = sections.get(line.section ?? '');
    const heading = `${section?.label ?? ''}${section?.heading ?? ''}`;
    return {
      ...line,
      sectionHeading: heading === '' ? null : heading,
      themes: section?.themes ?? [],
    };
  });
  const { code, name, path } = region;
  return { report: id, url, title, region: { code, name, path }, year, kind, lines };
}
