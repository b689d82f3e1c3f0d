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
import { Failures } from './failures.ts';
import { pacer } from './pacer.ts';
import type { RecordMatches } from './query-matches.ts';
import {
  compareResults,
  type QueryWeights,
  type Rank,
  rankMatch,
  weighDescription,
} from './rank.ts';
import { getAllSentences, getResultSections } from './result-sections.ts';
import { searchShards, shardsToSearch } from './search-shards.ts';

/** A report found, with its rank and with what that depends on. */
interface Found extends RecordMatches, Rank {
  readonly shard: Shard;
  readonly weights: QueryWeights;
}

const LIMIT = 10;
const SECTIONS = 3;
/** How many results get their sentences before all shards were searched: what a screen shows. */
const EARLY = 2;
/** How many results' texts are fetched at once. */
const AT_ONCE = 12;

/**
 * Search the shards, the newest first, and put what they have in order.
 * @param archives what to search; of several the results come as one list
 * @param typed the query as typed, for the links
 * @param query the folded query
 * @param options how to search
 * @param failures told what could not be searched
 * @returns what was found
 */
export async function runSearch(
  archives: readonly Archive[],
  typed: string,
  query: FoldedQuery,
  options: SearchOptions,
  failures = new Failures(archives),
): Promise<SearchAnswer> {
  const { onProgress, signal } = options;
  const shards = shardsToSearch(
    archives.flatMap((archive) => archive.shards),
    query,
    options,
  );
  const sentences = new Map<Found['entry'], readonly SearchResultSection[]>();
  let found: Found[] = [];
  let isInOrder = true;
  let searched = 0;
  let early: Promise<void> | undefined;
  for await (const { shard, matches, error } of searchShards(shards, query, options)) {
    if (error !== undefined) failures.add(shard, error);
    for (const match of matches) {
      const described = weighDescription(match.entry, query.parts);
      const weights = { described, parts: query.parts.length };
      found.push({ ...match, ...rankMatch(match, weights, []), shard, weights });
      isInOrder = false;
    }
    searched += 1;
    tell();
    // The first results get their sentences at once; all others when the order is settled, since
    // few of those in the first shard's list stay there. Not for a phrase of one character: reading
    // its positions is expensive, and a reader mostly types on.
    if (onProgress && found.some(({ unread }) => unread.length === 0)) {
      early ??= readSentences(shown().slice(0, EARLY)).then(tell);
      // Awaited at the end: the final order does not wait for it.
      early.catch(() => undefined);
    }
  }
  // Where the index tells what stands in headings, the order is that already: the sentences and the
  // sections, which tell themes, are asked for at once.
  const isSettled = found.every(({ inHeadings }) => inHeadings !== undefined);
  if (isSettled) early = Promise.all([early, readSentences(shown())]).then(() => undefined);
  early?.catch(() => undefined);
  found = await rankBySections(found, failures);
  isInOrder = false;
  signal?.throwIfAborted();
  await early;
  await readSentences(shown());
  signal?.throwIfAborted();
  await pacer.pause();
  return answer();

  function shown(): Found[] {
    const from = Math.max(0, Math.trunc(options.offset ?? 0));
    const to = from + Math.max(0, Math.trunc(options.limit ?? LIMIT));
    if (!isInOrder) found.sort(compareResults(options.sort ?? 'relevance'));
    isInOrder = true;
    return found.slice(from, to);
  }

  async function readSentences(results: readonly Found[]): Promise<void> {
    const limit = options.sections ?? SECTIONS;
    const unread = results.filter(({ entry }) => !sentences.has(entry));
    await eachAtOnce(unread, AT_ONCE, async (result) => {
      await pacer.pause();
      signal?.throwIfAborted();
      const url = `${urlOf(result)}?q=${encodeURIComponent(typed)}`;
      const read = options.everySentence
        ? getAllSentences(result.shard, result, url)
        : getResultSections(result.shard, result, { url, limit });
      await read.then(
        (sections) => sentences.set(result.entry, sections),
        (error: unknown) => failures.add(result.shard, error),
      );
    });
  }

  /** Several archives need whole addresses. */
  function urlOf({ entry, shard }: Found): string {
    const archive = failures.homeOf(shard);
    const below = entry.url.replace(/^\//, '');
    if (archive === undefined) return entry.url;
    return archives.length > 1 ? new URL(below, archive.base).href : archive.basePath + below;
  }

  function tell(): void {
    onProgress?.(answer(), shards[searched]?.entry.year);
  }

  function answer(): SearchAnswer {
    const failed = failures.listed;
    return {
      total: found.length,
      matches: found.reduce((sum, { count }) => sum + count, 0),
      exact: options.mode !== 'loose' && failed.length === 0,
      facets: countFacets(found, labelsOf(archives)),
      shards: { searched, all: shards.length, failed },
      results: shown().map((result): SearchResult => {
        const { report, title, issuer, date, region, year, kind, state } = result.entry;
        return {
          report,
          url: urlOf(result),
          title,
          issuer,
          date,
          region: { code: region.code, name: region.name },
          year,
          kind,
          state,
          ...(archives.length > 1 && { archive: failures.homeOf(result.shard)?.base ?? '' }),
          matches: result.count,
          sections: sentences.get(result.entry) ?? [],
        };
      }),
    };
  }
}

/** Do work for each item, some at the same time. */
async function eachAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** What readers call themes and kinds: of two names the first archive's. */
function labelsOf(archives: readonly Archive[]): Archive['labels'] {
  const [theme, kind] = (['theme', 'kind'] as const).map((name) =>
    Object.assign({}, ...archives.toReversed().map(({ labels }) => labels[name])),
  );
  return { theme, kind };
}

/** Look which matches stand in headings and under which themes, for the order and the facet. */
async function rankBySections(all: readonly Found[], failures: Failures): Promise<Found[]> {
  const shards = Map.groupBy(
    all.filter(({ spans }) => spans.length > 0),
    ({ shard }) => shard,
  );
  const tables = new Map<Shard, Awaited<ReturnType<Shard['sections']>>>();
  // Asked for all at once, taken one by one: each is read into columns as it is taken.
  for (const [shard, found] of shards) {
    await shard.sections(found.map(({ record }) => record)).then(
      (table) => tables.set(shard, table),
      (error: unknown) => failures.add(shard, error),
    );
    await pacer.pause();
  }
  const ranked: Found[] = [];
  for (const found of all) {
    const sections = tables.get(found.shard)?.(found.record) ?? [];
    ranked.push({ ...found, ...rankMatch(found, found.weights, sections) });
    // Awaited only now and then: a promise for each of many thousand reports costs as well.
    if (ranked.length % 256 === 0) await pacer.pause();
  }
  return ranked;
}

/** What readers call the states of timeliness. */
const STATES: Readonly<Record<string, string>> = {
  'on-time': '按时',
  late: '迟公布',
  early: '年内即公布',
  unknown: '公布日期不详',
  'not-applicable': '不计时限',
};

type Counts = Map<string, { -readonly [key in keyof Facet]: Facet[key] }>;

/** Count reports by region, year, theme and kind: years from the newest, all else by number. */
function countFacets(found: readonly Found[], labels: Archive['labels']): SearchFacets {
  const regions: Counts = new Map();
  const years: Counts = new Map();
  const themes: Counts = new Map();
  const kinds: Counts = new Map();
  const states: Counts = new Map();
  for (const { entry, themes: own } of found) {
    for (const { code, name } of entry.region.path) count(regions, code, name);
    count(years, String(entry.year), `${entry.year}年`);
    count(kinds, entry.kind, labels.kind[entry.kind] ?? entry.kind);
    count(states, entry.state, STATES[entry.state] ?? entry.state);
    for (const theme of own) count(themes, theme, labels.theme[theme] ?? theme);
  }
  return {
    region: byReports(regions),
    year: [...years.values()].sort((a, b) => Number(b.value) - Number(a.value)),
    theme: byReports(themes),
    kind: byReports(kinds),
    state: byReports(states),
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
