import type { FoldedQuery } from './folded-query.ts';
import { findLooseMatches } from './loose-matches.ts';
import { Pacer } from './pacer.ts';
import { findMatches, type RecordMatches } from './query-matches.ts';
import { mayHold, passesFilter, reportFilter, valueSet } from './report-filter.ts';
import type { SearchOptions } from './search-options.ts';
import type { Shard } from './shard.ts';

/** What a shard has of a query. */
export interface ShardMatches {
  readonly shard: Shard;
  readonly matches: readonly RecordMatches[];
}

/** How many shards are searched at the same time, once the first has answered. */
const AT_ONCE = 4;

/** The shards that may hold a report asked for, in their order; none where nothing is asked for. */
export function shardsToSearch(
  shards: readonly Shard[],
  { parts, without }: FoldedQuery,
  options: SearchOptions,
): readonly Shard[] {
  const filter = reportFilter(options);
  const isEmpty = parts.length + without.length === 0;
  return isEmpty ? [] : shards.filter(({ entry }) => mayHold(filter, entry));
}

/**
 * Search shards one by one: the first with nothing beside it, since its answer is what a reader
 * waits for, then some at a time; each answer is given in the shards' own order.
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
  const running: Promise<RecordMatches[]>[] = [];
  const pacer = new Pacer();
  for (const [i, shard] of shards.entries()) {
    for (const next of shards.slice(running.length, i === 0 ? 1 : i + AT_ONCE)) {
      const matches = searchShard(next, query, options);
      // A failure is met where the shard's turn comes; it must not go unhandled before.
      matches.catch(() => undefined);
      running.push(matches);
    }
    const matches = (await running[i]) ?? [];
    options.signal?.throwIfAborted();
    yield { shard, matches };
    await pacer.pause();
  }
}

function searchShard(
  shard: Shard,
  query: FoldedQuery,
  options: SearchOptions,
): Promise<RecordMatches[]> {
  const filter = reportFilter(options);
  const passes = (entry: RecordMatches['entry']) => passesFilter(filter, entry);
  if (options.mode === 'loose') return findLooseMatches(shard, query, passes);
  const within = {
    themes: [...valueSet(options.theme)],
    sameSection: options.within === 'section',
  };
  return findMatches(shard, query, within, passes);
}
