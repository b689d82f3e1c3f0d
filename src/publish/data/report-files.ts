import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Report } from '../../report/report.ts';
import { reportLines } from '../../report/report-lines.ts';
import { findServedSource } from '../../report/report-summary.ts';
import { citeFiles } from './cite-files.ts';

/** What the files of a report are made for. */
export interface FileOptions {
  /** Has the snapshots. */
  readonly contentDir: string;
  readonly origin: string | undefined;
  /** With a slash at both ends. */
  readonly basePath: string;
}

/**
 * Makes the files that lie beside a report's page, or beside that of an earlier version: the report
 * as data and as text, its citations, its snapshot where it may be served.
 *
 * @param markdown the report's file
 */
export async function reportFiles(
  report: Report,
  markdown: string,
  { contentDir, origin, basePath }: FileOptions,
): Promise<[name: string, data: string | Uint8Array][]> {
  const served = findServedSource(report);
  const text = reportLines(report).map((line) => `${line.text}\n`);
  const files: [string, string | Uint8Array][] = [
    ['report.json', JSON.stringify(report)],
    ['report.md', markdown],
    ['report.txt', text.join('')],
  ];
  for (const { name, text: citation } of citeFiles(report, { origin, basePath }))
    files.push([name, citation]);
  if (served !== undefined)
    files.push([served, await readFile(path.join(contentDir, report.source.file))]);
  return files;
}
