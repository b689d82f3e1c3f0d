import type { SearchRecord } from '../../../src/archive/query/search-record.ts';

/** The reports of a shard. */
export interface PlannedShard {
  readonly year: number;
  /** From 1, within the year. */
  readonly part: number;
  readonly records: readonly SearchRecord[];
}

/** Characters a shard may have: Pagefind takes about 0.45 GB a million. */
const LIMIT = 4_000_000;

/**
 * Share out reports into shards: one a year, a large year in parts.
 * A year is parted between provinces, so that a report more or less changes one shard, and a
 * search in one province reads few; only a province too large for one shard is cut anywhere.
 * @param records the reports
 * @param limit characters a shard may have
 * @returns the shards, the newest year first
 */
export function planShards(records: readonly SearchRecord[], limit = LIMIT): PlannedShard[] {
  const years = Map.groupBy(records, ({ year }) => year);
  return [...years]
    .sort(([a], [b]) => b - a)
    .flatMap(([year, ofYear]) =>
      partYear(ofYear.toSorted(byPlace), limit).map((part, i) => ({
        year,
        part: i + 1,
        records: part,
      })),
    );
}

function partYear(records: readonly SearchRecord[], limit: number): SearchRecord[][] {
  const parts: SearchRecord[][] = [];
  let room = 0;
  for (const ofProvince of Map.groupBy(records, province).values()) {
    for (const group of cutGroup(ofProvince, limit)) {
      const size = group.reduce((sum, record) => sum + characters(record), 0);
      if (parts.length === 0 || size > room) {
        parts.push([]);
        room = limit;
      }
      parts.at(-1)?.push(...group);
      room -= size;
    }
  }
  return parts;
}

function cutGroup(records: readonly SearchRecord[], limit: number): SearchRecord[][] {
  const groups: SearchRecord[][] = [[]];
  let room = limit;
  for (const record of records) {
    const size = characters(record);
    if (size > room && groups.at(-1)?.length) {
      groups.push([]);
      room = limit;
    }
    groups.at(-1)?.push(record);
    room -= size;
  }
  return groups;
}

function characters({ lines }: SearchRecord): number {
  return lines.reduce((sum, { text }) => sum + text.length + 1, 0);
}

function province({ region }: SearchRecord): string {
  return region.path[0]?.code ?? region.code;
}

function byPlace(a: SearchRecord, b: SearchRecord): number {
  const [x, y] = [a, b].map(
    (record) => `${province(record)} ${record.region.code} ${record.report}`,
  );
  return (x ?? '') < (y ?? '') ? -1 : 1;
}
