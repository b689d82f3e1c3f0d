import type { FoldedQuery } from '../text/folded-query.ts';
import type { Archive } from './archive.ts';
import type {
  Frequency,
  FrequencyCell,
  FrequencyCount,
  FrequencyRow,
  SearchOptions,
} from './contract.ts';
import { Failures } from './failures.ts';
import { reportFilter, searchShards, shardsToSearch } from './search-shards.ts';

/**
 * Count reports and occurrences by year and province, beside the reports held there: a number
 * alone would follow how many reports the archive has.
 * @param archives where to look
 * @param query the folded query
 * @param options what narrows it, as for a search
 * @param failures told what could not be searched
 * @returns the counts
 */
export async function countFrequency(
  archives: readonly Archive[],
  query: FoldedQuery,
  options: SearchOptions,
  failures = new Failures(archives),
): Promise<Frequency> {
  const shards = shardsToSearch(
    archives.flatMap((archive) => archive.shards),
    query,
    options,
  );
  const { passes } = reportFilter(options);
  const years = new Map<string, FrequencyRow>();
  const provinces = new Map<string, FrequencyRow>();
  const cells = new Map<string, FrequencyCell>();
  let [total, matches] = [0, 0];
  for await (const found of searchShards(shards, query, options)) {
    const entries = await found.shard.catalogue().catch(() => []);
    if (found.error !== undefined) {
      failures.add(found.shard, found.error);
      continue;
    }
    const counts = new Map(found.matches.map(({ record, count }) => [record, count]));
    for (const [record, entry] of entries.entries()) {
      if (!passes(entry)) continue;
      const count = counts.get(record);
      const [year, province] = [String(entry.year), entry.region.path[0] ?? entry.region];
      const { code, name } = province;
      add(years, year, { value: year, label: `${year}年` }, count);
      add(provinces, code, { value: code, label: name }, count);
      add(cells, `${year} ${code}`, { year: entry.year, province: code }, count);
      total += count === undefined ? 0 : 1;
      matches += count ?? 0;
    }
  }
  const inOrder = <T>(counts: Map<string, T>): T[] =>
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return {
    total,
    matches,
    years: inOrder(years),
    provinces: inOrder(provinces),
    cells: inOrder(cells),
    failed: failures.listed,
  };
}

/** Count one report held, and what it has. */
function add<T extends object>(
  counts: Map<string, T & FrequencyCount>,
  key: string,
  what: T,
  found: number | undefined,
): void {
  const known = counts.get(key) ?? { ...what, reports: 0, matches: 0, held: 0 };
  counts.set(key, {
    ...known,
    reports: known.reports + (found === undefined ? 0 : 1),
    matches: known.matches + (found ?? 0),
    held: known.held + 1,
  });
}
