import { SearchFormatError } from '../format/cbor.ts';
import { type Manifest, SEARCH_FORMAT } from '../format/manifest.ts';
import { parseVocabulary, VOCABULARY_FILE, type Vocabulary } from '../format/vocabulary.ts';
import { BoundedCache } from './bounded-cache.ts';
import { loadCharacterTable } from './character-table.ts';
import { getFile, SearchFileError } from './file-source.ts';
import { foldQuery } from './folded-query.ts';
import { countFrequency, type Frequency } from './frequency.ts';
import { runSearch } from './run-search.ts';
import type { SearchAnswer } from './search-answer.ts';
import type { SearchOptions } from './search-options.ts';
import { Shard } from './shard.ts';
import type { SuggestedQuery } from './suggested-query.ts';

/** The published shards, ready to be read. */
export interface OpenArchive {
  readonly manifest: Manifest;
  readonly shards: readonly Shard[];
  /** The path before the addresses of reports, with a slash at both ends. */
  readonly basePath: string;
}

/** Bytes of unpacked files kept in memory: what 200 different queries read of 3,000 reports. */
const CACHE_LIMIT = 96 * 1024 * 1024;

/** The search of one site: what has been read once is kept for the next query. */
export class SearchSession {
  readonly #base: URL;
  #archive: Promise<OpenArchive> | undefined;
  #vocabulary: Promise<Vocabulary> | undefined;

  /** @param base the address of the site's front page, with a slash at its end */
  constructor(base: URL) {
    this.#base = base;
  }

  /**
   * Search.
   * @param query what was typed
   * @param options how to search
   * @returns what was found
   * @throws SearchFileError where a file cannot be had, SearchFormatError where it makes no sense
   */
  async search(query: string, options: SearchOptions = {}): Promise<SearchAnswer> {
    const folded = await foldQuery(query, options.syntax ?? 'plain');
    return this.#withArchive(options, (archive) => runSearch(archive, query, folded, options));
  }

  /**
   * Count reports and occurrences by year and province.
   * @param query what was typed
   * @param options how to search
   * @returns the counts, beside the reports held
   * @throws as `search`
   */
  async frequency(query: string, options: SearchOptions = {}): Promise<Frequency> {
    const folded = await foldQuery(query, options.syntax ?? 'plain');
    return this.#withArchive(options, ({ shards }) => countFrequency(shards, folded, options));
  }

  /**
   * Think what a query that finds nothing may have meant.
   * @param query what was typed
   * @param options how to search
   * @returns other queries that find something, the likeliest first
   * @throws as `search`
   */
  async suggest(query: string, options: SearchOptions = {}): Promise<SuggestedQuery[]> {
    const { suggestQueries } = await import('./suggest-queries.ts');
    const vocabulary = await this.#getVocabulary();
    const table = await loadCharacterTable(query);
    const queries = suggestQueries(query, options.syntax ?? 'plain', vocabulary, table);
    const answers = queries.map(async (other): Promise<SuggestedQuery> => {
      const { total } = await this.search(other, { ...options, limit: 0, onProgress: undefined });
      return { query: other, reports: total };
    });
    return (await Promise.all(answers)).filter(({ reports }) => reports > 0);
  }

  #getVocabulary(): Promise<Vocabulary> {
    this.#vocabulary ??= getFile(new URL(`search/${VOCABULARY_FILE}`, this.#base), 'no-cache')
      .then((bytes) => parseVocabulary(new TextDecoder().decode(bytes)))
      .catch((error: unknown) => {
        this.#vocabulary = undefined;
        throw error;
      });
    return this.#vocabulary;
  }

  /**
   * Do something with the archive.
   * Where a file is gone, the site has been published anew since its manifest was read: that is
   * read again, once.
   */
  async #withArchive<T>(
    { signal }: SearchOptions,
    work: (archive: OpenArchive) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    try {
      return await work(await this.#getArchive());
    } catch (error) {
      if (!(error instanceof SearchFileError && error.isMissing)) throw error;
      this.#archive = undefined;
      return work(await this.#getArchive());
    }
  }

  /** Read what the site has to search, once. */
  #getArchive(): Promise<OpenArchive> {
    this.#archive ??= this.#open().catch((error: unknown) => {
      this.#archive = undefined;
      throw error;
    });
    return this.#archive;
  }

  async #open(): Promise<OpenArchive> {
    const folder = new URL('search/', this.#base);
    const bytes = await getFile(new URL('manifest.json', folder), 'no-cache');
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    if (manifest.format !== SEARCH_FORMAT) {
      throw new SearchFormatError(
        `Unexpected search format ${manifest.format}, expected ${SEARCH_FORMAT}`,
      );
    }
    const cache = new BoundedCache(CACHE_LIMIT);
    const shards = manifest.shards.map((entry) => new Shard(entry, folder, cache));
    const isOnDisk = this.#base.protocol === 'file:';
    return { manifest, shards, basePath: isOnDisk ? manifest.basePath : this.#base.pathname };
  }
}
