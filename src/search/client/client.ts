import type { FoldedQuery } from '../text/folded-query.ts';
import type { Archive } from './archive.ts';
import type {
  FailedShard,
  Frequency,
  SearchAnswer,
  SearchOptions,
  SuggestedQuery,
} from './contract.ts';
import { Failures, isFileFault } from './failures.ts';
import { SearchFileError } from './file-source.ts';
import { foldQuery, loadCharacterTable } from './fold-query.ts';
import { runSearch } from './run-search.ts';
import { Site } from './searched-site.ts';

export type * from './contract.ts';

/** What has been read of a site is kept between queries. */
const sites = new Map<string, Site>();

/**
 * Search the archive, or several.
 * Works wherever modules do: in a page of any origin, and in Node over the network or on a copy of
 * the site on disk.
 * @param query what was typed
 * @param options how to search; see `SearchOptions`
 * @returns the reports found, their number and how they are spread
 * @throws SearchFileError where nothing can be had, SearchFormatError where it makes no sense,
 *   QueryTooLongError where the query has too many characters or phrases
 * @example (await search('行政复议', { region: '410000', year: '2018-2019' })).total
 */
export async function search(query: string, options: SearchOptions = {}): Promise<SearchAnswer> {
  const folded = await foldQuery(query, options.syntax ?? 'plain');
  const { result, unconfirmed } = await inArchives(options, folded, async (...given) => {
    const [archives, failures, unreached] = given;
    const withUnreached = (answer: SearchAnswer): SearchAnswer =>
      unreached.length === 0
        ? answer
        : {
            ...answer,
            exact: false,
            shards: { ...answer.shards, failed: [...unreached, ...answer.shards.failed] },
          };
    const { onProgress } = options;
    const told = onProgress && {
      ...options,
      onProgress: (answer: SearchAnswer, year?: number) => onProgress(withUnreached(answer), year),
    };
    return withUnreached(await runSearch(archives, query, folded, told ?? options, failures));
  });
  if (unconfirmed.length === 0) return result;
  return { ...result, exact: false, shards: { ...result.shards, unconfirmed } };
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
  const [folded, { countFrequency }] = await Promise.all([
    foldQuery(query, options.syntax ?? 'plain'),
    import('./frequency.ts'),
  ]);
  const { result } = await inArchives(options, folded, async (archives, failures, unreached) => {
    const counts = await countFrequency(archives, folded, options, failures);
    return { ...counts, failed: [...unreached, ...counts.failed] };
  });
  return result;
}

/**
 * Write all that a search finds as a file: every sentence as a line of CSV, or the reports as RIS.
 * @param query what was typed
 * @param options how to search; `limit` and `offset` make no difference
 * @param form `csv` or `ris`
 * @returns the text of the file
 * @throws as `search`
 * @example await exportHits('行政复议', { year: '2019-2022' }, 'csv')
 */
export async function exportHits(
  query: string,
  options: SearchOptions,
  form: 'csv' | 'ris',
): Promise<string> {
  const { formatCsv, formatRis } = await import('./export-hits.ts');
  const all = { ...options, offset: 0, limit: Number.MAX_SAFE_INTEGER, onProgress: undefined };
  const wanted = form === 'ris' ? { ...all, sections: 0 } : { ...all, everySentence: true };
  const { results, shards } = await search(query, wanted);
  const [failed] = shards.failed;
  // A file does not say what it lacks.
  if (failed) throw new SearchFileError(failed.reason, false);
  const [site] = getSites(options);
  return form === 'ris' ? formatRis(results, site?.address) : formatCsv(results, site?.address);
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
  const table = await loadCharacterTable(query);
  const vocabularies = await Promise.all(getSites(options).map((site) => site.vocabulary()));
  const queries = vocabularies.flatMap((vocabulary) =>
    suggestQueries(query, options.syntax ?? 'plain', vocabulary, table),
  );
  const answers = [...new Set(queries)].map(async (other): Promise<SuggestedQuery> => {
    const { total } = await search(other, { ...options, limit: 0, onProgress: undefined });
    return { query: other, reports: total };
  });
  return (await Promise.all(answers)).filter(({ reports }) => reports > 0);
}

/** A search's work: what to search, whom to tell of failures, and what is out of reach. */
type Work<T> = (
  archives: readonly Archive[],
  failures: Failures,
  unreached: readonly FailedShard[],
) => Promise<T>;

/**
 * Do something with the archives asked for. One out of reach does not stop the others.
 * Where it turns out that a site was published anew since its manifest was read, that is read
 * again, once. Where that cannot be had, what this module was published with is good.
 *
 * @returns with the sites of which it is not known whether something newer is there
 */
async function inArchives<T>(
  options: SearchOptions,
  { parts, without }: FoldedQuery,
  work: Work<T>,
): Promise<{ readonly result: T; readonly unconfirmed: readonly FailedShard[] }> {
  options.signal?.throwIfAborted();
  const own = getSites(options);
  const isEmpty = parts.length + without.length === 0;
  if (isEmpty) return { result: await work([], new Failures([]), []), unconfirmed: [] };
  for (let attempt = 1; ; attempt += 1) {
    const archives: Archive[] = [];
    const unreached: FailedShard[] = [];
    await Promise.all(
      own.map(async (site, i) => {
        try {
          archives[i] = await site.open();
        } catch (error) {
          // A search of one site has nothing else to say.
          if (own.length === 1 || !isFileFault(error)) throw error;
          unreached.push(site.failure(error));
        }
      }),
    );
    const reached = archives.filter((archive) => archive !== undefined);
    const failures = new Failures(reached);
    const result = await work(reached, failures, unreached);
    const states = await Promise.all(own.map((site) => site.confirm(failures.isPublishedAnew)));
    const unconfirmed = own.flatMap((site, i) => {
      const error = states[i]?.error;
      if (error === undefined) return [];
      if (failures.isTotal || !isFileFault(error)) throw error;
      return [site.failure(error)];
    });
    if (attempt === 2 || !states.some(({ isAnother }) => isAnother)) return { result, unconfirmed };
  }
}

function getSites({ base }: SearchOptions): Site[] {
  const given: readonly (string | URL)[] =
    base === undefined ? ['../'] : Array.isArray(base) ? base : [base as string | URL];
  const addresses = given.map((one) => {
    const address = new URL(one, import.meta.url);
    if (!address.pathname.endsWith('/')) address.pathname += '/';
    [address.search, address.hash] = ['', ''];
    return address;
  });
  return [...new Map(addresses.map((address) => [address.href, address])).values()].map(
    (address) => {
      const site = sites.get(address.href) ?? new Site(address);
      sites.set(address.href, site);
      return site;
    },
  );
}
