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
  const provinces = [...Map.groupBy(reports, ({ province }) => province).values()];
  const groups = provinces.flatMap((own) => fill(own, ({ characters }) => characters, limit));
  const size = (group: readonly SearchReport[]) =>
    group.reduce((sum, { characters }) => sum + characters, 0);
  return fill(groups, size, limit).map((part) => part.flat());
}

/** Share out items in order, each part as full as the limit allows, none empty. */
function fill<T>(items: readonly T[], sizeOf: (item: T) => number, limit: number): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (parts.length === 0 || size > room) {
      parts.push([]);
      room = limit;
    }
    parts.at(-1)?.push(item);
    room -= size;
  }
  return parts;
}

function byRegion(a: SearchReport, b: SearchReport): number {
  const [x, y] = [a, b].map(({ province, region, id }) => `${province} ${region} ${id}`);
  return (x ?? '') < (y ?? '') ? -1 : 1;
}
