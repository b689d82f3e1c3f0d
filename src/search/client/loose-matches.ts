import type { CatalogueEntry } from '../format/catalogue.ts';
import type { FoldedQuery } from '../text/folded-query.ts';
import type { Shard } from './archive.ts';
import type { RecordMatches } from './query-matches.ts';
import { joinTouching, type Span } from './spans.ts';

/** One pair of the query, where it stands in a report. */
interface Hit extends Span {
  readonly pair: string;
}

/**
 * Find the reports of a shard that have some of what was typed: any pair of characters of it.
 * For where nothing contains the whole of it; a report counts by the share of the pairs it has and
 * by how many of them stand near each other.
 * @param shard where to look
 * @param query the folded query
 * @param passes whether a report may be found at all
 * @returns the reports, in the order of record numbers
 */
export async function findLooseMatches(
  shard: Shard,
  query: FoldedQuery,
  passes: (entry: CatalogueEntry) => boolean,
): Promise<RecordMatches[]> {
  const phrases = query.parts.flat();
  const pairs = [...new Set(phrases.flatMap(cutPairs))];
  const pages = new Map<number, Hit[]>();
  const postings = await Promise.all(pairs.map((pair) => shard.findPhrase(pair, true)));
  for (const [i, found] of postings.entries()) {
    const pair = pairs[i] ?? '';
    const length = Array.from(pair).length;
    for (const [page, { positions }] of found) {
      const hits = (positions ?? []).map((start) => ({ start, end: start + length, pair }));
      pages.set(page, [...(pages.get(page) ?? []), ...hits]);
    }
  }
  if (pages.size === 0) return [];
  const catalogue = await shard.catalogue();
  const reach = NEAR + phrases.join('').length * 2;
  const matches: RecordMatches[] = [];
  for (const [record, hits] of pages) {
    const entry = catalogue[record];
    if (!entry || !passes(entry)) continue;
    hits.sort((a, b) => a.start - b.start);
    const near = nearest(hits, reach);
    const found = new Set(hits.map(({ pair }) => pair)).size;
    const together = new Set(near.map(({ pair }) => pair)).size;
    const spans = joinTouching(near);
    const share = (found + 3 * together) / (4 * pairs.length);
    matches.push({ record, entry, count: spans.length, spans, unread: [], share });
  }
  return matches.sort((a, b) => a.record - b.record);
}

/** How far apart, beyond the query's own length twice over, still counts as near. */
const NEAR = 40;

/** The pairs of a phrase, none with white space; a run of one character is taken as it is. */
function cutPairs(phrase: string): string[] {
  return phrase.split(' ').flatMap((run) => {
    const characters = Array.from(run);
    if (characters.length < 2) return characters;
    return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
  });
}

/** The stretch with the most different pairs, the first of those alike. */
function nearest(hits: readonly Hit[], reach: number): readonly Hit[] {
  const counts = new Map<string, number>();
  let [best, bestFrom, bestTo, from] = [0, 0, 0, 0];
  for (const [to, hit] of hits.entries()) {
    counts.set(hit.pair, (counts.get(hit.pair) ?? 0) + 1);
    for (; hit.start - (hits[from]?.start ?? 0) > reach; from += 1) {
      const pair = hits[from]?.pair ?? '';
      const left = (counts.get(pair) ?? 1) - 1;
      if (left === 0) counts.delete(pair);
      else counts.set(pair, left);
    }
    if (counts.size > best) [best, bestFrom, bestTo] = [counts.size, from, to + 1];
  }
  return hits.slice(bestFrom, bestTo);
}
