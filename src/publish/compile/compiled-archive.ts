import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Related, Report } from '../../report/report.ts';

/** Gives the path of a compiled report: `{ report }` as `report.json`, `related` still empty. */
export function compiledReportPath(directory: string, id: string): string {
  return path.join(directory, 'reports', `${id}.json`);
}

/** Reads a compiled report; its `related` is still empty. */
export async function readCompiledReport(directory: string, id: string): Promise<Report> {
  return JSON.parse(await readFile(compiledReportPath(directory, id), 'utf8')).report;
}

/** Gives the path of the sample of a report's words by which repeated text is found. */
export function compiledRunsPath(directory: string, id: string): string {
  return path.join(directory, 'runs', `${id}.json`);
}

/** Gives the path of a report's relatives, worked out once all reports are compiled. */
export function relatedPath(directory: string, id: string): string {
  return path.join(directory, 'related', `${id}.json`);
}

/** Reads a report's relatives. */
export async function readRelated(directory: string, id: string): Promise<Related> {
  return JSON.parse(await readFile(relatedPath(directory, id), 'utf8'));
}
