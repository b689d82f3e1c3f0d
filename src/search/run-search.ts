import { FacetCounter } from './facets.ts';
import type { FoldedQuery } from './folded-query.ts';
import { findLooseMatches } from './loose-matches.ts';
import { findMatches, type RecordMatches } from './query-matches.ts';
import { compareResults, rankMatch } from './rank.ts';
import { mayHold, passesFilter, reportFilter, valueSet } from './report-filter.ts';
import { getResultSections } from './result-sections.ts';
import type { SearchAnswer, SearchResult, SearchResultSection } from './search-answer.ts';
import type { SearchOptions } from './search-options.ts';
import type { OpenArchive } from './search-session.ts';
import { type SectionMatches, sectionMatches } from './section-matches.ts';
import type { Shard } from './shard.ts';

/** A report found, with all that its place in the list depends on. */
interface Ranked extends RecordMatches {
  readonly shard: Shard;
  readonly rank: number;
}

/** How many shards are searched at the same time, once the first has answered. */
const AT_ONCE = 4;
const LIMIT = 10;
const SECTIONS = 3;

/**
 * Search the shards, the newest first, and put what they have in order.
 * @param archive the published shards
 * @param typed the query as typed, for the links
 * @param query the folded query
 * @param options how to search
 * @returns what was found
 */
export async function runSearch(
  archive: OpenArchive,
  typed: string,
  query: FoldedQuery,
  options: SearchOptions,
): Promise<SearchAnswer> {
  const search = new RunningSearch(archive, typed, query, options);
  return search.run();
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
    const filter = reportFilter(options);
    const isEmpty = query.parts.length + query.without.length === 0;
    this.#shards = isEmpty ? [] : archive.shards.filter(({ entry }) => mayHold(filter, entry));
  }

  async run(): Promise<SearchAnswer> {
    await this.#searchShards();
    const themes = await this.#weighHeadings();
    this.#options.signal?.throwIfAborted();
    await this.#readSentences();
    this.#options.signal?.throwIfAborted();
    return this.#answer(themes);
  }

  /**
   * Search the first shard with nothing beside it, since its answer is what a reader waits for,
   * then some at a time; what they have is taken in their own order.
   */
  async #searchShards(): Promise<void> {
    const running: Promise<RecordMatches[]>[] = [];
    let early: Promise<void> | undefined;
    for (const [i, shard] of this.#shards.entries()) {
      for (const next of this.#shards.slice(running.length, i === 0 ? 1 : i + AT_ONCE)) {
        const matches = this.#searchShard(next);
        // A failure is met where the shard's turn comes; it must not go unhandled before.
        matches.catch(() => undefined);
        running.push(matches);
      }
      const matches = (await running[i]) ?? [];
      this.#options.signal?.throwIfAborted();
      this.#take(shard, matches);
      this.#tell();
      if (this.#options.onProgress && this.#found.length > 0) {
        early ??= this.#readSentences().then(
          () => this.#tell(),
          () => undefined,
        );
      }
    }
    await early;
  }

  #searchShard(shard: Shard): Promise<RecordMatches[]> {
    const filter = reportFilter(this.#options);
    const passes = (entry: RecordMatches['entry']) => passesFilter(filter, entry);
    if (this.#options.mode === 'loose') return findLooseMatches(shard, this.#query, passes);
    const themes = [...valueSet(this.#options.theme)];
    const sameSection = this.#options.within === 'section';
    return findMatches(shard, this.#query, { themes, sameSection }, passes);
  }

  #take(shard: Shard, matches: readonly RecordMatches[]): void {
    const phrases = this.#query.parts.flat();
    const ranked = matches.map((match) => ({
      ...match,
      shard,
      rank: rankMatch(match, phrases, 0),
    }));
    this.#found = [...this.#found, ...ranked].sort(
      compareResults(this.#options.sort ?? 'relevance'),
    );
    this.#searched += 1;
  }

  /** Look which matches stand in headings and under which themes, for the order and the facet. */
  async #weighHeadings(): Promise<ReadonlyMap<Ranked, SectionMatches>> {
    const inSections = new Map<Ranked, SectionMatches>();
    const phrases = this.#query.parts.flat();
    await Promise.all(
      this.#found.map(async (found, i) => {
        if (found.spans.length === 0) return;
        const sections = await found.shard.sections();
        const matches = sectionMatches(found.spans, sections(found.record));
        const ranked = { ...found, rank: rankMatch(found, phrases, matches.inHeadings) };
        this.#found[i] = ranked;
        inSections.set(ranked, matches);
      }),
    );
    this.#found.sort(compareResults(this.#options.sort ?? 'relevance'));
    return inSections;
  }

  #shown(): Ranked[] {
    const from = Math.max(0, Math.trunc(this.#options.offset ?? 0));
    return this.#found.slice(from, from + Math.max(0, Math.trunc(this.#options.limit ?? LIMIT)));
  }

  async #readSentences(): Promise<void> {
    const limit = this.#options.sections ?? SECTIONS;
    await Promise.all(
      this.#shown().map(async (found) => {
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
    this.#options.onProgress?.(this.#answer(new Map()));
  }

  #answer(themes: ReadonlyMap<Ranked, SectionMatches>): SearchAnswer {
    const counter = new FacetCounter(this.#archive.manifest.labels);
    let matches = 0;
    for (const found of this.#found) {
      matches += found.count;
      counter.addReport(found.entry);
      counter.addThemes(themes.get(found)?.themes ?? []);
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
