import type { CatalogueEntry } from '../format/catalogue.ts';
import type { FoldedQuery } from '../text/folded-query.ts';
import type { Shard } from './archive.ts';
import type { OneOrMore, SearchOptions } from './contract.ts';
import { findLooseMatches } from './loose-matches.ts';
import { pacer } from './pacer.ts';
import { findMatches, type RecordMatches } from './query-matches.ts';

/** What a shard has of a query; where it cannot be searched, the error. */
export interface ShardMatches {
  readonly shard: Shard;
  readonly matches: readonly RecordMatches[];
  readonly error?: unknown;
}

/** How many shards are searched at the same time, once those of the first volume have answered. */
const AT_ONCE = 4;
/** What more reports than these of the first shard have is in so many others that all are read. */
const FEW = 3;

/** The shards that may hold a report asked for, the newest first; none where nothing is asked for. */
export function shardsToSearch(
  shards: readonly Shard[],
  { parts, without }: FoldedQuery,
  options: SearchOptions,
): readonly Shard[] {
  const { mayHold } = reportFilter(options);
  const isEmpty = parts.length + without.length === 0;
  if (isEmpty) return [];
  return shards.filter(({ entry }) => mayHold(entry)).sort((a, b) => b.entry.year - a.entry.year);
}

/**
 * Search shards one by one: the first with nothing beside it, since its answer is what a reader
 * waits for, then some at a time; each answer is given in the shards' own order. One that cannot
 * be searched does not stop the others.
 * @param shards where to look
 * @param query the folded query
 * @param options what narrows the search, and the signal that ends it
 * @returns what each shard has
 */
export async function* searchShards(
  shards: readonly Shard[],
  query: FoldedQuery,
  options: SearchOptions,
): AsyncGenerator<ShardMatches> {
  const running: Promise<ShardMatches>[] = [];
  // Most queries find something, and what many of one year have others have too: what is then
  // shown, and what its order depends on, is asked for at once.
  const expect = (read: () => Promise<unknown>) => void read().catch(() => undefined);
  let isCommon = false;
  let isAwaited = true;
  for (const [i, shard] of shards.entries()) {
    const atOnce = isAwaited && shard.volume === shards[0]?.volume ? 1 : AT_ONCE;
    for (const next of shards.slice(running.length, i + atOnce)) {
      if (i === 0 || isCommon) expect(() => next.catalogue());
      if (isCommon) expect(() => next.sections());
      running.push(
        searchShard(next, query, options).then(
          (matches) => ({ shard: next, matches }),
          (error: unknown) => ({ shard: next, matches: [], error }),
        ),
      );
    }
    const found = (await running[i]) ?? { shard, matches: [] };
    options.signal?.throwIfAborted();
    const records = found.matches.map(({ record }) => record);
    if (records.length > 0) expect(() => shard.sections(records));
    isCommon ||= records.length > FEW;
    isAwaited &&= records.length === 0;
    yield found;
    await pacer.pause();
  }
}

function searchShard(
  shard: Shard,
  query: FoldedQuery,
  options: SearchOptions,
): Promise<RecordMatches[]> {
  const { passes } = reportFilter(options);
  if (options.mode === 'loose') return findLooseMatches(shard, query, passes);
  const within = {
    themes: [...valueSet(options.theme)],
    sameSection: options.within === 'section',
  };
  return findMatches(shard, query, within, passes);
}

/** Which reports may be found. */
interface ReportFilter {
  /** Whether a report may be found: its region is one of those given or lies below one. */
  passes(report: CatalogueEntry): boolean;
  /** Whether a shard may hold a report that passes, by what the manifest says of it. */
  mayHold(shard: Shard['entry']): boolean;
}

/** Read from the options which reports may be found. */
export function reportFilter(options: SearchOptions): ReportFilter {
  const [regions, kinds, states] = [options.region, options.kind, options.state].map(valueSet);
  const isYear = yearFilter(options.year);
  const allows = (values: ReadonlySet<string> | undefined, own: readonly string[]) =>
    !values?.size || own.some((value) => values.has(value));
  return {
    passes: ({ region, year, kind, state }) =>
      isYear(year) &&
      allows(kinds, [kind]) &&
      allows(states, [state]) &&
      (!regions?.size || region.path.some(({ code }) => regions.has(code))),
    mayHold: (shard) =>
      isYear(shard.year) &&
      allows(kinds, shard.kinds) &&
      (!regions?.size || [...regions].some((code) => mayLieIn(code, shard.regions))),
  };
}

/** Read years and ranges of years, as `2018`, `2019-2022`, `2019-` and `-2022`. */
function yearFilter(given: SearchOptions['year']): (year: number) => boolean {
  const ranges = [...valueSet(given)].map((value): [number, number] => {
    const [, from, dash, to] = /^\s*(\d*)\s*([-–—~～至]?)\s*(\d*)\s*$/u.exec(value) ?? [];
    if (from === undefined || `${from}${to}` === '') return [Number.NaN, Number.NaN];
    const first = from === '' ? 0 : Number(from);
    return [first, dash === '' ? first : to === '' ? Number.POSITIVE_INFINITY : Number(to)];
  });
  return (year) => ranges.length === 0 || ranges.some(([from, to]) => from <= year && year <= to);
}

/** Take the values given for an option as texts; empty ones say nothing. */
function valueSet(given: OneOrMore<string | number> | undefined): ReadonlySet<string> {
  const values = given === undefined ? [] : Array.isArray(given) ? given : [given];
  return new Set(values.map(String).filter((value) => value !== ''));
}

/** A code of six digits lies in the province of its first two; of another nothing is known. */
function mayLieIn(code: string, provinces: readonly string[]): boolean {
  if (!/^\d{6}$/.test(code)) return true;
  return provinces.some(
    (province) => !/^\d{6}$/.test(province) || province.slice(0, 2) === code.slice(0, 2),
  );
}
