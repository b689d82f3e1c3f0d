import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RecordSource } from '../../../src/search/index/build-shard.ts';
import type { SearchReport } from '../../../src/search/index/plan-shards.ts';
import type { SearchRecord } from '../../../src/search/text/search-record.ts';
import { searchReportOf } from './search-report-of.ts';

/** Reports to build a search of, and where their texts are. */
export interface RecordFiles {
  readonly reports: readonly SearchReport[];
  readonly source: RecordSource;
}

/**
 * Write reports as files that processes building shards read, one a report as the build has them.
 * @param records the reports
 * @param folder where to
 */
export async function writeRecords(
  records: Iterable<SearchRecord>,
  folder: string,
): Promise<RecordFiles> {
  await mkdir(folder, { recursive: true });
  const reports: SearchReport[] = [];
  for (const record of records) {
    await writeFile(path.join(folder, `${record.report}.json`), JSON.stringify(record));
    reports.push(searchReportOf(record));
  }
  return { reports, source: { module: import.meta.url, folder } };
}

/** Read a report that was written. */
export async function readSearchRecord(folder: string, report: string): Promise<SearchRecord> {
  return JSON.parse(await readFile(path.join(folder, `${report}.json`), 'utf8'));
}
