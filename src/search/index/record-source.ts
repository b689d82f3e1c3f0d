import type { SearchRecord } from '../text/search-record.ts';

/**
 * Where the processes that build shards read reports from: each reads its own, so that no process
 * ever holds the texts of the whole archive.
 */
export interface RecordSource {
  /** The address of a module that exports `readSearchRecord`. */
  readonly module: string;
  /** What its function is told. */
  readonly folder: string;
}

/** What the module of a source exports. */
export interface RecordModule {
  /**
   * Read what the search takes in of a report.
   * @param folder what the source says
   * @param report the report's id
   */
  readSearchRecord(folder: string, report: string): Promise<SearchRecord>;
}

/** Read reports one by one. */
export async function* readRecords(
  source: RecordSource,
  reports: readonly string[],
): AsyncGenerator<SearchRecord> {
  const { readSearchRecord } = (await import(source.module)) as RecordModule;
  for (const report of reports) yield await readSearchRecord(source.folder, report);
}
