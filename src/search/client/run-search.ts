import { FacetCounter } from './facets.ts';
import type { FoldedQuery } from './folded-query.ts';
import { Pacer } from './pacer.ts';
import type { RecordMatches } from './query-matches.ts';
import { compareResults, hasInTitle, rankMatch } from './rank.ts';
import { getResultSections } from './result-sections.ts';
import type { SearchAnswer, SearchResult, SearchResultSection } from './search-answer.ts';
import type { SearchOptions } from './search-options.ts';
import type { OpenArchive } from './search-session.ts';
import { type ShardMatches, searchShards, shardsToSearch } from './search-shards.ts';
import { sectionMatches } from './section-matches.ts';
import type { Shard } from './shard.ts';

/** A report found, with all that its place in the list and the facets depend on. */
interface Ranked extends RecordMatches {
  readonly shard: Shard;
  readonly rank: number;
  readonly inTitle: boolean;
  /** The themes of the sections its matches are in, once these were looked up. */
  readonly themes: ReadonlySet<string>;
}

const LIMIT = 10;
const SECTIONS = 3;
/** How many results get their sentences before all shards were searched: what a screen shows. */
const EARLY = 2;
const NO_THEMES: ReadonlySet<string> = new Set();

/**
 * Search the shards, the newest first, and put what they have in order.
 * @param archive the published shards
 * @param typed the query as typed, for the links
 * @param query the folded query
 * @param options how to search
 * @returns what was found
 */
export function runSearch(
  archive: OpenArchive,
  typed: string,
  query: FoldedQuery,
  options: SearchOptions,
): Promise<SearchAnswer> {
  return new RunningSearch(archive, typed, query, options).run();
}

/** One search under way. */
class RunningSearch {
  readonly #archive: OpenArchive;
  readonly #typed: string;
  readonly #query: FoldedQuery;
  readonly #options: SearchOptions;
  readonly #shards: readonly Shard[];
  readonly #sentences = new Map<string, readonly SearchResultSection[]>();
  #searched = 0;
  #found: Ranked[] = [];

  constructor(archive: OpenArchive, typed: string, query: FoldedQuery, options: SearchOptions) {
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
      // A phrase of one character is mostly the first of more, and its places are dear.
      if (onProgress && this.#found.some(({ unplaced }) => unplaced.length === 0)) {
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
      const rank = rankMatch(match, inTitle, 0);
      this.#found.push({ ...match, shard, rank, inTitle, themes: NO_THEMES });
    }
    this.#searched += 1;
  }

  /** Look which matches stand in headings and under which themes, for the order and the facet. */
  async #lookIntoSections(): Promise<void> {
    const placed = this.#found.filter(({ spans }) => spans.length > 0);
    const tables = new Map(
      await Promise.all(
        [...new Set(placed.map(({ shard }) => shard))].map(
          async (shard) => [shard, await shard.sections()] as const,
        ),
      ),
    );
    const looked: Ranked[] = [];
    const pacer = new Pacer();
    for (const found of this.#found) {
      const sections = tables.get(found.shard)?.(found.record) ?? [];
      const { inHeadings, themes } = sectionMatches(found.spans, sections);
      looked.push({ ...found, rank: rankMatch(found, found.inTitle, inHeadings), themes });
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
    const counter = new FacetCounter(this.#archive.manifest.labels);
    let matches = 0;
    for (const found of this.#found) {
      matches += found.count;
      counter.addReport(found.entry);
      counter.addThemes(found.themes);
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
