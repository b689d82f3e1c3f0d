import type { CatalogueEntry } from '../format/catalogue.ts';
import type { FoldedQuery } from '../text/folded-query.ts';
import type { Shard } from './archive.ts';
import type { RecordMatches } from './query-matches.ts';
import { joinTouching, type PartSpan, richestWindow } from './spans.ts';

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
  const pairs = takeEvery([...new Set(phrases.flatMap(cutPairs))], MOST_PAIRS);
  const pages = new Map<number, PartSpan[]>();
  const postings = await Promise.all(pairs.map((pair) => shard.findPhrase(pair, true)));
  for (const [part, found] of postings.entries()) {
    const length = Array.from(pairs[part] ?? '').length;
    for (const [page, { positions }] of found) {
      const hits = pages.get(page) ?? [];
      for (const start of positions ?? []) hits.push({ start, end: start + length, part });
      pages.set(page, hits);
    }
  }
  if (pages.size === 0) return [];
  const entryOf = await shard.entries([...pages.keys()]);
  const reach = NEAR + phrases.join('').length * 2;
  const matches: RecordMatches[] = [];
  for (const [record, hits] of pages) {
    const entry = entryOf(record);
    if (!entry || !passes(entry)) continue;
    hits.sort((a, b) => a.start - b.start);
    const { from, to, parts: together } = richestWindow(hits, reach);
    const found = new Set(hits.map(({ part }) => part)).size;
    // What is near each other counts as one part: a loose search has no parts to tell apart.
    const spans = joinTouching(hits.slice(from, to)).map((span) => ({ ...span, part: 0 }));
    const share = (found + 3 * together) / (4 * pairs.length);
    matches.push({ record, entry, count: spans.length, spans, unread: [], share });
  }
  return matches.sort((a, b) => a.record - b.record);
}

/** How many pairs of a long query are looked for, evenly from its first to its last. */
const MOST_PAIRS = 64;

function takeEvery(pairs: readonly string[], most: number): string[] {
  const step = Math.max(1, pairs.length / most);
  return pairs.filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step));
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
