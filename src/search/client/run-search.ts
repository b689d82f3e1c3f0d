import type { FoldedQuery } from '../text/folded-query.ts';
import type { Archive, Shard } from './archive.ts';
import type {
  Facet,
  SearchAnswer,
  SearchFacets,
  SearchOptions,
  SearchResult,
  SearchResultSection,
} from './contract.ts';
import type { RecordMatches } from './query-matches.ts';
import { compareResults, hasInTitle, type Rank, rankMatch } from './rank.ts';
import { getResultSections } from './result-sections.ts';
import { Pacer, searchShards, shardsToSearch } from './search-shards.ts';

/** A report found, with its rank and with what that depends on. */
interface Found extends RecordMatches, Rank {
  readonly shard: Shard;
  readonly inTitle: boolean;
}

const LIMIT = 10;
const SECTIONS = 3;
/** How many results get their sentences before all shards were searched: what a screen shows. */
const EARLY = 2;

/**
 * Search the shards, the newest first, and put what they have in order.
 * @param archive what to search
 * @param typed the query as typed, for the links
 * @param query the folded query
 * @param options how to search
 * @returns what was found
 */
export async function runSearch(
  archive: Archive,
  typed: string,
  query: FoldedQuery,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const { onProgress, signal } = options;
  const shards = shardsToSearch(archive.shards, query, options);
  const phrases = query.parts.flat();
  const sentences = new Map<Found['entry'], readonly SearchResultSection[]>();
  let found: Found[] = [];
  let searched = 0;
  let early: Promise<void> | undefined;
  for await (const { shard, matches } of searchShards(shards, query, options)) {
    for (const match of matches) {
      const inTitle = hasInTitle(match.entry, phrases);
      found.push({ ...match, ...rankMatch(match, inTitle, []), shard, inTitle });
    }
    searched += 1;
    tell();
    // The first results get their sentences at once; all others when the order is settled, since
    // few of those in the first shard's list stay there. Not for a phrase of one character: reading
    // its positions is expensive, and a reader mostly types on.
    if (onProgress && found.some(({ unread }) => unread.length === 0)) {
      early ??= readSentences(shown().slice(0, EARLY)).then(tell, () => undefined);
    }
  }
  await early;
  found = await rankBySections(found);
  signal?.throwIfAborted();
  await readSentences(shown());
  signal?.throwIfAborted();
  return answer();

  function shown(): Found[] {
    const from = Math.max(0, Math.trunc(options.offset ?? 0));
    const to = from + Math.max(0, Math.trunc(options.limit ?? LIMIT));
    found.sort(compareResults(options.sort ?? 'relevance'));
    return found.slice(from, to);
  }

  async function readSentences(results: readonly Found[]): Promise<void> {
    const limit = options.sections ?? SECTIONS;
    const unread = results.filter(({ entry }) => !sentences.has(entry));
    await Promise.all(
      unread.map(async (result) => {
        const url = `${urlOf(result)}?q=${encodeURIComponent(typed)}`;
        const sections = await getResultSections(result.shard, result, { url, limit });
        sentences.set(result.entry, sections);
      }),
    );
  }

  function urlOf({ entry }: Found): string {
    return archive.basePath + entry.url.replace(/^\//, '');
  }

  function tell(): void {
    onProgress?.(answer(), shards[searched]?.entry.year);
  }

  function answer(): SearchAnswer {
    return {
      total: found.length,
      matches: found.reduce((sum, { count }) => sum + count, 0),
      exact: options.mode !== 'loose',
      facets: countFacets(found, archive.labels),
      shards: { searched, all: shards.length },
      results: shown().map((result): SearchResult => {
        const { report, title, region, year, kind } = result.entry;
        return {
          report,
          url: urlOf(result),
          title,
          region: { code: region.code, name: region.name },
          year,
          kind,
          matches: result.count,
          sections: sentences.get(result.entry) ?? [],
        };
      }),
    };
  }
}

/** Look which matches stand in headings and under which themes, for the order and the facet. */
async function rankBySections(all: readonly Found[]): Promise<Found[]> {
  const shards = new Set(all.filter(({ spans }) => spans.length > 0).map(({ shard }) => shard));
  const read = Array.from(shards, async (shard) => [shard, await shard.sections()] as const);
  const tables = new Map(await Promise.all(read));
  const ranked: Found[] = [];
  const pacer = new Pacer();
  for (const found of all) {
    const sections = tables.get(found.shard)?.(found.record) ?? [];
    ranked.push({ ...found, ...rankMatch(found, found.inTitle, sections) });
    // Awaited only now and then: a promise for each of many thousand reports costs as well.
    if (ranked.length % 256 === 0) await pacer.pause();
  }
  return ranked;
}

type Counts = Map<string, { -readonly [key in keyof Facet]: Facet[key] }>;

/** Count reports by region, year, theme and kind: years from the newest, all else by number. */
function countFacets(found: readonly Found[], labels: Archive['labels']): SearchFacets {
  const regions: Counts = new Map();
  const years: Counts = new Map();
  const themes: Counts = new Map();
  const kinds: Counts = new Map();
  for (const { entry, themes: own } of found) {
    for (const { code, name } of entry.region.path) count(regions, code, name);
    count(years, String(entry.year), `${entry.year}年`);
    count(kinds, entry.kind, labels.kind[entry.kind] ?? entry.kind);
    for (const theme of own) count(themes, theme, labels.theme[theme] ?? theme);
  }
  return {
    region: byReports(regions),
    year: [...years.values()].sort((a, b) => Number(b.value) - Number(a.value)),
    theme: byReports(themes),
    kind: byReports(kinds),
  };
}

function count(facets: Counts, value: string, label: string): void {
  const known = facets.get(value);
  if (known) known.reports += 1;
  else facets.set(value, { value, label, reports: 1 });
}

function byReports(facets: Counts): Facet[] {
  return [...facets.values()].sort(
    (a, b) => b.reports - a.reports || (a.value < b.value ? -1 : Number(a.value > b.value)),
  );
}
