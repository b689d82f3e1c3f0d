import { createHash } from 'node:crypto';
import type { SearchReport } from '../../../src/search/index/plan-shards.ts';
import type { SearchRecord } from '../../../src/search/text/search-record.ts';

/** Give what planning a search needs of a report that is at hand. */
export function searchReportOf(record: SearchRecord): SearchReport {
  const { report: id, year, kind, region, lines } = record;
  return {
    id,
    year,
    kind,
    region: region.code,
    province: region.path[0]?.code ?? region.code,
    characters: lines.reduce((sum, { text }) => sum + text.length + 1, 0),
    digest: createHash('sha256').update(JSON.stringify(record)).digest('hex'),
  };
}
