/** What planning shards needs of a report: all but its text. */
export interface SearchReport {
  /** The report's id. */
  readonly id: string;
  readonly year: number;
  readonly kind: string;
  /** The code of its region. */
  readonly region: string;
  /** The code of the highest region above it. */
  readonly province: string;
  /** About how many characters its searched lines have. */
  readonly characters: number;
  /** Differs wherever what the search takes in of the report differs. */
  readonly digest: string;
}

/** The reports of a shard. */
export interface PlannedShard {
  readonly year: number;
  /** From 1, within the year. */
  readonly part: number;
  readonly reports: readonly SearchReport[];
}

/**
 * Characters a shard may have: a year of 3,500 reports. Few large shards cost a search of all years
 * less than many small ones, the first one costs more, and building one takes about 50 bytes of
 * memory a character: see docs/adr/0010.
 */
const LIMIT = 20_000_000;

/**
 * Share out reports into shards: one a year, a large year in parts.
 * A year is parted between provinces, so that a report more or less changes one shard, and a
 * search in one province reads few; only a province too large for one shard is cut anywhere.
 * @param reports the reports
 * @param limit characters a shard may have
 * @returns the shards, the newest year first
 */
export function planShards(reports: readonly SearchReport[], limit = LIMIT): PlannedShard[] {
  const years = Map.groupBy(reports, ({ year }) => year);
  return [...years]
    .sort(([a], [b]) => b - a)
    .flatMap(([year, ofYear]) =>
      partYear(ofYear.toSorted(byRegion), limit).map((part, i) => ({
        year,
        part: i + 1,
        reports: part,
      })),
    );
}

function partYear(reports: readonly SearchReport[], limit: number): SearchReport[][] {
  const parts: SearchReport[][] = [];
  let room = 0;
  for (const ofProvince of Map.groupBy(reports, ({ province }) => province).values()) {
    for (const group of cutGroup(ofProvince, limit)) {
      const size = group.reduce((sum, { characters }) => sum + characters, 0);
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

function cutGroup(reports: readonly SearchReport[], limit: number): SearchReport[][] {
  const groups: SearchReport[][] = [[]];
  let room = limit;
  for (const report of reports) {
    if (report.characters > room && groups.at(-1)?.length) {
      groups.push([]);
      room = limit;
    }
    groups.at(-1)?.push(report);
    room -= report.characters;
  }
  return groups;
}

function byRegion(a: SearchReport, b: SearchReport): number {
  const [x, y] = [a, b].map(({ province, region, id }) => `${province} ${region} ${id}`);
  return (x ?? '') < (y ?? '') ? -1 : 1;
}
