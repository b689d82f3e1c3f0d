import type { Frequency, FrequencyCount } from '../client/frequency.ts';
import { passesFilter, reportFilter } from '../client/report-filter.ts';
import type { SearchOptions } from '../client/search-options.ts';
import type { SearchRecord } from '../text/search-record.ts';
import { findRecords } from './search-records.ts';

/** Counts how often something is written in reports at hand, by year and province. */
export async function countRecords(
  records: readonly SearchRecord[],
  query: string,
  options: SearchOptions,
): Promise<Frequency> {
  const found = await findRecords(records, query, options);
  const counts = new Map(found.map(({ record, count }) => [record, count]));
  const filter = reportFilter(options);
  const held = records
    .filter((record) => passesFilter(filter, { ...record, length: 0 }))
    .map((record) => ({ record, province: record.region.path[0] ?? record.region }));
  const count = (all: typeof held): FrequencyCount => ({
    reports: all.filter(({ record }) => counts.has(record)).length,
    matches: all.reduce((sum, { record }) => sum + (counts.get(record) ?? 0), 0),
    held: all.length,
  });
  const groups = <T>(
    keyOf: (one: (typeof held)[number]) => string,
    row: (one: (typeof held)[number]) => T,
  ) =>
    [...Map.groupBy(held, keyOf)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, all]) => (all[0] === undefined ? [] : [{ ...row(all[0]), ...count(all) }]));
  const { reports, matches } = count(held);
  return {
    total: reports,
    matches,
    years: groups(
      ({ record }) => `${record.year}`,
      ({ record: { year } }) => ({ value: `${year}`, label: `${year}年` }),
    ),
    provinces: groups(
      ({ province }) => province.code,
      ({ province: { code, name } }) => ({ value: code, label: name }),
    ),
    cells: groups(
      ({ record, province }) => `${record.year} ${province.code}`,
      ({ record: { year }, province: { code } }) => ({ year, province: code }),
    ),
  };
}
