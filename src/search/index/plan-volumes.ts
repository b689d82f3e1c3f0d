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

/** The reports of a volume. */
export interface PlannedVolume {
  /** Its newest year. */
  readonly year: number;
  /** From 1, among the volumes of its newest year. */
  readonly part: number;
  /** By year, the newest first; within a year by region. */
  readonly shards: readonly PlannedShard[];
}

/** The reports of a year in a volume. */
export interface PlannedShard {
  readonly year: number;
  readonly reports: readonly SearchReport[];
}

/**
 * Characters a volume may have: a year of 3,500 reports, or ten of 350. A search costs requests by
 * the volume, and building one takes about 50 bytes of memory a character: see docs/adr/0021.
 */
const LIMIT = 20_000_000;
/**
 * Characters the first volume may have in an archive of more than twice as many: some 350 reports,
 * since the first results wait for its files alone, and nothing else.
 */
const FIRST_LIMIT = 2_000_000;

/**
 * Share out reports into volumes: whole years together as long as there is room, a large year in
 * parts. The newest years have a small volume to themselves, or the first provinces of the newest
 * year where that is large.
 * A year is parted between provinces, so that a report more or less changes one volume, and a
 * search in one province reads few; only a province too large for one volume is cut anywhere.
 * @param reports the reports
 * @param limit characters a volume may have
 * @param firstLimit characters the first one may have
 * @returns the volumes, the newest year first
 */
export function planVolumes(
  reports: readonly SearchReport[],
  limit = LIMIT,
  firstLimit = FIRST_LIMIT,
): PlannedVolume[] {
  const isLarge = sizeOf(reports) > 2 * firstLimit;
  const years = [...Map.groupBy(reports, ({ year }) => year)].sort(([a], [b]) => b - a);
  const volumes: PlannedVolume[] = [];
  let room = 0;
  for (const [year, ofYear] of years) {
    const size = sizeOf(ofYear);
    const last = volumes.at(-1);
    const isFirst = isLarge && last === undefined;
    const parts = partYear(ofYear.toSorted(byRegion), limit, isFirst ? firstLimit : limit);
    if (last && size <= room) {
      const shards = [...last.shards, { year, reports: ofYear.toSorted(byRegion) }];
      volumes[volumes.length - 1] = { ...last, shards };
      room -= size;
      continue;
    }
    for (const [i, part] of parts.entries())
      volumes.push({ year, part: i + 1, shards: [{ year, reports: part }] });
    // What the first volume leaves of its year has room for other years.
    if (parts.length === 1) room = (isFirst ? firstLimit : limit) - size;
    else room = isFirst && parts.length === 2 ? limit - sizeOf(parts[1] ?? []) : 0;
  }
  return volumes;
}

/** Part a year, its first part no larger than the others or smaller. */
function partYear(
  reports: readonly SearchReport[],
  limit: number,
  firstLimit: number,
): SearchReport[][] {
  if (firstLimit < limit) {
    const [first = []] = partYear(reports, firstLimit, firstLimit);
    const others = reports.slice(first.length);
    return others.length === 0 ? [first] : [first, ...partYear(others, limit, limit)];
  }
  const provinces = [...Map.groupBy(reports, ({ province }) => province).values()];
  const groups = provinces.flatMap((own) => fill(own, ({ characters }) => characters, limit));
  return fill(groups, sizeOf, limit).map((part) => part.flat());
}

function sizeOf(reports: readonly SearchReport[]): number {
  return reports.reduce((sum, { characters }) => sum + characters, 0);
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
