import type { CatalogueEntry } from '../format/catalogue.ts';
import type { Archive, Shard } from './archive.ts';
import type {
  Facet,
  SearchAnswer,
  SearchFacets,
  SearchOptions,
  SearchResult,
  SearchResultSection,
} from './contract.ts';
import type { FoldedQuery } from './fold-query.ts';
import type { RecordMatches } from './query-matches.ts';
import { compareResults, hasInTitle, type Rank, rankMatch } from './rank.ts';
import { getResultSections } from './result-sections.ts';
import { Pacer, type ShardMatches, searchShards, shardsToSearch } from './search-shards.ts';

/** A report found, with all that its rank in the list and the facets depend on. */
interface Ranked extends RecordMatches, Rank {
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
export function runSearch(
  archive: Archive,
  typed: string,
  query: FoldedQuery,
  options: SearchOptions,
): Promise<SearchAnswer> {
  return new RunningSearch(archive, typed, query, options).run();
}

/** One search under way. */
class RunningSearch {
  readonly #archive: Archive;
  readonly #typed: string;
  readonly #query: FoldedQuery;
  readonly #options: SearchOptions;
  readonly #shards: readonly Shard[];
  readonly #sentences = new Map<string, readonly SearchResultSection[]>();
  #searched = 0;
  #found: Ranked[] = [];

  constructor(archive: Archive, typed: string, query: FoldedQuery, options: SearchOptions) {
    this.#archive = archive;
    this.#typed = typed;
    this.#query = query;
    this.#options = options;
    this.#shards = shardsToSearch(archive.shards, query, options);
  }

  async run(): Promise<SearchAnswer> {
    const { onProgress, signal } = this.#options;
    let early: Promise<void> | undefined;
    for await (const matches of searchShards(this.#shards, this.#query, this.#options)) {
      this.#take(matches);
      this.#tell();
      // The first results get their sentences at once; all others when the order is settled, since
      // few of those in the first shard's list stay there.
      // Not for a phrase of one character: reading its positions is expensive, and a reader mostly
      // types on.
      if (onProgress && this.#found.some(({ unread }) => unread.length === 0)) {
        early ??= this.#readSentences(EARLY).then(
          () => this.#tell(),
          () => undefined,
        );
      }
    }
    await early;
    await this.#lookIntoSections();
    signal?.throwIfAborted();
    await this.#readSentences();
    signal?.throwIfAborted();
    return this.#answer();
  }

  #take({ shard, matches }: ShardMatches): void {
    const phrases = this.#query.parts.flat();
    for (const match of matches) {
      const inTitle = hasInTitle(match.entry, phrases);
      this.#found.push({ ...match, ...rankMatch(match, inTitle, []), shard, inTitle });
    }
    this.#searched += 1;
  }

  /** Look which matches stand in headings and under which themes, for the order and the facet. */
  async #lookIntoSections(): Promise<void> {
    const withSpans = this.#found.filter(({ spans }) => spans.length > 0);
    const tables = new Map(
      await Promise.all(
        [...new Set(withSpans.map(({ shard }) => shard))].map(
          async (shard) => [shard, await shard.sections()] as const,
        ),
      ),
    );
    const looked: Ranked[] = [];
    const pacer = new Pacer();
    for (const found of this.#found) {
      const sections = tables.get(found.shard)?.(found.record) ?? [];
      looked.push({ ...found, ...rankMatch(found, found.inTitle, sections) });
      // Awaited only now and then: a promise for each of many thousand reports costs as well.
      if (looked.length % 256 === 0) await pacer.pause();
    }
    this.#found = looked;
  }

  #shown(): Ranked[] {
    const from = Math.max(0, Math.trunc(this.#options.offset ?? 0));
    const to = from + Math.max(0, Math.trunc(this.#options.limit ?? LIMIT));
    this.#found.sort(compareResults(this.#options.sort ?? 'relevance'));
    return this.#found.slice(from, to);
  }

  /** @param most of how many results */
  async #readSentences(most?: number): Promise<void> {
    const limit = this.#options.sections ?? SECTIONS;
    const shown = this.#shown().slice(0, most);
    await Promise.all(
      shown.map(async (found) => {
        if (this.#sentences.has(found.entry.report)) return;
        const url = `${this.#url(found)}?q=${encodeURIComponent(this.#typed)}`;
        const sections = await getResultSections(found.shard, found, { url, limit });
        this.#sentences.set(found.entry.report, sections);
      }),
    );
  }

  #url({ entry }: Ranked): string {
    return this.#archive.basePath + entry.url.replace(/^\//, '');
  }

  #tell(): void {
    this.#options.onProgress?.(this.#answer(), this.#shards[this.#searched]?.entry.year);
  }

  #answer(): SearchAnswer {
    const counter = new FacetCounter(this.#archive.labels);
    let matches = 0;
    for (const found of this.#found) {
      matches += found.count;
      counter.add(found.entry, found.themes);
    }
    return {
      total: this.#found.length,
      matches,
      exact: this.#options.mode !== 'loose',
      facets: counter.facets,
      shards: { searched: this.#searched, all: this.#shards.length },
      results: this.#shown().map((found) => this.#result(found)),
    };
  }

  #result(found: Ranked): SearchResult {
    const { report, title, region, year, kind } = found.entry;
    return {
      report,
      url: this.#url(found),
      title,
      region: { code: region.code, name: region.name },
      year,
      kind,
      matches: found.count,
      sections: this.#sentences.get(report) ?? [],
    };
  }
}

type Count = { -readonly [key in keyof Facet]: Facet[key] };

/** Counts reports by region, year, theme and kind. */
class FacetCounter {
  readonly #regions = new Map<string, Count>();
  readonly #years = new Map<string, Count>();
  readonly #themes = new Map<string, Count>();
  readonly #kinds = new Map<string, Count>();
  readonly #labels: Archive['labels'];

  constructor(labels: Archive['labels']) {
    this.#labels = labels;
  }

  /** @param themes of the sections that a match was found in */
  add({ region, year, kind }: CatalogueEntry, themes: Iterable<string>): void {
    for (const { code, name } of region.path) count(this.#regions, code, name);
    count(this.#years, String(year), `${year}年`);
    count(this.#kinds, kind, this.#labels.kind[kind] ?? kind);
    for (const theme of themes) count(this.#themes, theme, this.#labels.theme[theme] ?? theme);
  }

  /** Get the counts: years from the newest, all else from the most reports. */
  get facets(): SearchFacets {
    return {
      region: byReports(this.#regions),
      year: [...this.#years.values()].sort((a, b) => Number(b.value) - Number(a.value)),
      theme: byReports(this.#themes),
      kind: byReports(this.#kinds),
    };
  }
}

function count(facets: Map<string, Count>, value: string, label: string): void {
  const known = facets.get(value);
  if (known) known.reports += 1;
  else facets.set(value, { value, label, reports: 1 });
}

function byReports(facets: ReadonlyMap<string, Count>): Facet[] {
  const inOrder = (a: Facet, b: Facet) =>
    b.reports - a.reports || (a.value < b.value ? -1 : Number(a.value > b.value));
  return [...facets.values()].sort(inOrder);
}
