import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Report } from '../../../src/archive/report/report.ts';

/** Gives the path of a compiled report: `{ report }` as `report.json`, `related` still empty. */
export function compiledReportPath(directory: string, id: string): string {
  return path.join(directory, 'reports', `${id}.json`);
}

/** Reads a compiled report; its `related` is still empty. */
export async function readCompiledReport(directory: string, id: string): Promise<Report> {
  return JSON.parse(await readFile(compiledReportPath(directory, id), 'utf8')).report;
}
