import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptVersion } from '../../report/former-versions.ts';
import type { Related, Report } from '../../report/report.ts';
import type { ReportSummary } from '../../report/report-summary.ts';
import { directories } from './directories.ts';

/** Reads the index of all reports, as the compile step wrote it. */
export function readSummaries(): ReportSummary[] {
  return JSON.parse(readFileSync(join(directories.compiled, 'index.json'), 'utf8'));
}

/**
 * Reads one report with its text.
 * A page reads its own file and no other, so that memory does not grow with the archive.
 */
export function readReport(id: string): Report {
  const text = readFileSync(join(directories.compiled, 'reports', `${id}.json`), 'utf8');
  return JSON.parse(text).report;
}

/** Reads a report's relatives, as the compile step found them among all. */
export function readRelated(id: string): Related {
  return JSON.parse(readFileSync(join(directories.compiled, 'related', `${id}.json`), 'utf8'));
}

/** Reads an earlier version that is kept as a file; `undefined` where none is. */
export function readKeptVersion(id: string, version: number): KeptVersion | undefined {
  const file = join(directories.compiled, 'versions', `${id}.v${version}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
