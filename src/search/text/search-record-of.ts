import type { Report } from '../../report/report.ts';
import { reportLines, walkSections } from '../../report/report-lines.ts';
import type { SearchRecord } from './search-record.ts';

/** Gives what the search takes in of a report: its printed lines, and where each stands. */
export function searchRecordOf(report: Report): SearchRecord {
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
