import { parseVocabulary, VOCABULARY_FILE, type Vocabulary } from '../format/vocabulary.ts';
import type { Archive } from './archive.ts';
import type { Frequency, SearchAnswer, SearchOptions, SuggestedQuery } from './contract.ts';
import { getFile, SearchFileError } from './file-source.ts';
import { foldQuery, loadCharacterTable } from './fold-query.ts';
import { countFrequency } from './frequency.ts';
import { openPublishedArchive } from './published-archive.ts';
import { runSearch } from './run-search.ts';

export type * from './contract.ts';

/** What has been read of a site is kept between queries. */
const sites = new Map<string, Site>();

/**
 * Search the archive.
 * Works wherever modules do: in a page of any origin, and in Node over the network or on a copy of
 * the site on disk.
 * @param query what was typed
 * @param options how to search; see `SearchOptions`
 * @returns the reports found, their number and how they are spread
 * @throws SearchFileError where a file cannot be had, SearchFormatError where it makes no sense
 * @example (await search('行政复议', { region: '410000', year: [2018, 2019] })).total
 */
export async function search(query: string, options: SearchOptions = {}): Promise<SearchAnswer> {
  const folded = await foldQuery(query, options.syntax ?? 'plain');
  return getSite(options).withArchive(options, (archive) =>
    runSearch(archive, query, folded, options),
  );
}

/**
 * Count how often something is written, by year and province, beside the reports held there.
 * @param query what was typed
 * @param options how to search; order and number of results make no difference
 * @returns the counts
 * @throws as `search`
 * @example (await frequency('行政复议')).years.map(({ value, reports, held }) => [value, reports / held])
 */
export async function frequency(query: string, options: SearchOptions = {}): Promise<Frequency> {
  const folded = await foldQuery(query, options.syntax ?? 'plain');
  return getSite(options).withArchive(options, ({ shards }) =>
    countFrequency(shards, folded, options),
  );
}

/**
 * Suggest what a query that finds nothing may have meant, by the archive's own words: a character
 * mistyped, left out or too many, one that is read alike, or pinyin.
 * @param query what was typed
 * @param options how to search; only queries that find something so are given
 * @returns other queries, the likeliest first
 * @throws as `search`
 * @example (await suggest('行政副议'))[0] // { query: '行政复议', reports: 5 }
 */
export async function suggest(
  query: string,
  options: SearchOptions = {},
): Promise<SuggestedQuery[]> {
  const { suggestQueries } = await import('./suggest-queries.ts');
  const vocabulary = await getSite(options).vocabulary();
  const table = await loadCharacterTable(query);
  const queries = suggestQueries(query, options.syntax ?? 'plain', vocabulary, table);
  const answers = queries.map(async (other): Promise<SuggestedQuery> => {
    const { total } = await search(other, { ...options, limit: 0, onProgress: undefined });
    return { query: other, reports: total };
  });
  return (await Promise.all(answers)).filter(({ reports }) => reports > 0);
}

function getSite({ base: given }: SearchOptions): Site {
  const base = new URL(given ?? '../', import.meta.url);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  [base.search, base.hash] = ['', ''];
  const site = sites.get(base.href) ?? new Site(base);
  sites.set(base.href, site);
  return site;
}

/** What has been read of one site. */
class Site {
  readonly #base: URL;
  #archive: Promise<Archive> | undefined;
  #vocabulary: Promise<Vocabulary> | undefined;

  /** @param base the address of the site's front page, with a slash at its end */
  constructor(base: URL) {
    this.#base = base;
  }

  vocabulary(): Promise<Vocabulary> {
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
  async withArchive<T>(
    { signal }: SearchOptions,
    work: (archive: Archive) => Promise<T>,
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

  #getArchive(): Promise<Archive> {
    this.#archive ??= openPublishedArchive(this.#base).catch((error: unknown) => {
      this.#archive = undefined;
      throw error;
    });
    return this.#archive;
  }
}
