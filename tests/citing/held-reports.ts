import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listReportFiles, projectContent } from '../../src/content/content-directory.ts';
import { readVocabularies } from '../../src/content/read-vocabularies.ts';
import { parseReportFile } from '../../src/report/file/report-file.ts';
import type { Report } from '../../src/report/report.ts';
import { compileReport } from '../../src/vocabulary/compile-report.ts';

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
