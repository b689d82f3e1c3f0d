import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compileReport } from '../../scripts/build/compile/compile-report.ts';
import { listReportFiles, projectContent } from '../../scripts/content/content-directory.ts';
import { readVocabularies } from '../../scripts/content/read-vocabularies.ts';
import type { Report } from '../../src/archive/report/report.ts';
import { parseReportFile } from '../../src/markdown/report-file.ts';

/** Compile the reports that the archive holds, as its pages and files have them. */
export async function heldReports(): Promise<Report[]> {
  const vocabularies = await readVocabularies(projectContent);
  const reports: Report[] = [];
  for (const file of await listReportFiles(projectContent)) {
    const text = await readFile(path.join(projectContent, file), 'utf8');
    reports.push(compileReport(parseReportFile(text, file), file, undefined, vocabularies));
  }
  return reports;
}
