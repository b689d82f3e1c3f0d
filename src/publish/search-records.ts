import type { SearchReport } from '../search/index/plan-volumes.ts';
import { type SearchRecord, searchRecordOf } from '../search/text/search-record.ts';
import { type CompiledFile, readReport } from './compile/compiled-archive.ts';

/** Return what planning the search needs of a compiled report, without reading it. */
export function searchReport({ summary, digest }: CompiledFile): SearchReport {
  const { id, year, kind, region, characters } = summary;
  const province = region.path[0]?.code ?? region.code;
  return { id, year, kind, region: region.code, province, characters, digest };
}

/** Read what the search takes in of a compiled report. It is called by the process of its shard. */
export async function readSearchRecord(compiledDir: string, report: string): Promise<SearchRecord> {
  return searchRecordOf(readReport(compiledDir, report));
}
