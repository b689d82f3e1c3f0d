import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { SearchRecord } from '../../../src/archive/query/search-record.ts';
import { findChromium } from '../../browser/find-chromium.ts';
import { buildSearch } from '../../build/search/build-search.ts';
import { planShards } from '../../build/search/plan-shards.ts';
import { projectContent } from '../../content/content-directory.ts';
import { listFiles } from '../../content/list-files.ts';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import type { Bench, BenchOptions } from '../bench-options.ts';
import { buildDefault } from './build-default.ts';
import { compareSets, type SetFigures, Truth } from './compare-sets.ts';
import { startCountingServer } from './counting-server.ts';
import { type BenchQuery, makeQueries } from './make-queries.ts';
import { makeReports } from './make-reports.ts';
import { measureDefault, readIds } from './measure-default.ts';
import { searchCold, searchWarm } from './measure-ours.ts';
import { quantile } from './quantile.ts';
import { readCorpus } from './read-corpus.ts';
import { formatSearchTable, type SearchFigures } from './search-table.ts';
import { watchMemory } from './watch-memory.ts';

/** Reports made up where there is no corpus: an ordinary archive. */
const USUAL = 3000;
/** Searches in a fresh browser each, and queries put to Pagefind's client, of all there are. */
const COLD = 40;
const DEFAULT_QUERIES = 200;

/**
 * Measure the search beside Pagefind's default: the same reports, the same queries, the same
 * browser.
 */
export const bench: Bench = async (options) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-search-'));
  try {
    const figures = await measure(await readReports(options), folder);
    return { table: formatSearchTable(figures), figures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function readReports({ corpus, reports }: BenchOptions): Promise<SearchRecord[]> {
  if (corpus !== undefined) return readCorpus(corpus, reports);
  const { regions } = await readVocabularies(projectContent);
  return makeReports(reports ?? USUAL, regions);
}

async function measure(records: readonly SearchRecord[], folder: string): Promise<SearchFigures> {
  const site = path.join(folder, 'site');
  const cacheDir = path.join(folder, 'cache');
  say(`${records.length} reports: our index`);
  const ours = await timed(() => buildSearch({ records, outDir: site, cacheDir }));
  const unchanged = await timed(() => buildSearch({ records, outDir: site, cacheDir }));
  say("Pagefind's default, in shards");
  const shards = planShards(records);
  const sharded = await timed(async () => {
    const left = [...shards.entries()];
    const worker = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        await buildDefault(next[1].records, path.join(folder, `default-${next[0]}`));
      }
    };
    await Promise.all([worker(), worker()]);
  });
  say("Pagefind's default, one index");
  const whole = await timed(() => buildDefault(records, path.join(site, 'pagefind')));

  const queries = makeQueries(records);
  const truth = new Truth(records);
  const expected = queries.map(({ text }) => truth.find(text));
  say(`${queries.length} queries by the module alone`);
  const alone = await searchAlone(path.join(site, 'search', 'client.js'), queries);

  const executablePath = findChromium();
  if (!executablePath) throw new Error('Expected a Chromium; CHROMIUM_PATH names one');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const server = await startCountingServer(site);
  try {
    say('the same in Chromium');
    const warm = await searchWarm(browser, server, queries);
    const sample = every(queries, COLD);
    const cold = [];
    for (const { text } of sample) cold.push(await searchCold(browser, server, text));
    say("the same with Pagefind's client");
    const some = every(queries, DEFAULT_QUERIES);
    const someExpected = every(expected, DEFAULT_QUERIES);
    const ids = await readIds(path.join(site, 'pagefind'));
    const asDefault = async (write: (text: string) => string) => {
      const { found, cold: costs } = await measureDefault(browser, server, some, sample, write);
      const reports = found.map((each) => each.map((id) => ids.get(id) ?? id));
      return { sets: compareSets(some, someExpected, reports), cold: costs };
    };
    return {
      reports: records.length,
      characters: records.reduce(
        (sum, { lines }) => sum + lines.reduce((n, l) => n + l.text.length, 0),
        0,
      ),
      shards: shards.length,
      ours: {
        index: { ...ours, bytes: await folderBytes(path.join(site, 'search')) },
        unchanged,
        alone: compareSets(queries, expected, alone),
        inChromium: compareSets(queries, expected, warm.found),
        byKind: byKind(queries, expected, warm.found),
        cold,
        warm: {
          median: quantile(warm.warmMs, 0.5),
          p95: quantile(warm.warmMs, 0.95),
          longestBlockMs: warm.longestBlockMs,
          memoryBytes: warm.memoryBytes,
        },
      },
      pagefind: {
        sharded,
        whole: { ...whole, bytes: await folderBytes(path.join(site, 'pagefind')) },
        typed: await asDefault((text) => text),
        quoted: await asDefault((text) => `"${text}"`),
      },
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function searchAlone(client: string, queries: readonly BenchQuery[]): Promise<string[][]> {
  const { search } = (await import(
    pathToFileURL(client).href
  )) as typeof import('../../../src/search/client.ts');
  const found: string[][] = [];
  for (const { text } of queries) {
    const { results } = await search(text, { limit: 1e6, sections: 0 });
    found.push(results.map(({ report }) => report));
  }
  return found;
}

function byKind(
  queries: readonly BenchQuery[],
  expected: readonly ReadonlySet<string>[],
  found: readonly (readonly string[])[],
): Record<string, SetFigures> {
  const kinds = Map.groupBy(queries.keys(), (i) => queries[i]?.kind ?? '');
  return Object.fromEntries(
    Array.from(kinds, ([kind, places]) => {
      const of = <T>(items: readonly T[]) => items.filter((_, i) => places.includes(i));
      return [kind, compareSets(of(queries), of(expected), of(found))];
    }),
  );
}

/** Take about so many, from the first to the last. */
function every<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, i) => items[Math.floor(i * step)],
  ).filter((item) => item !== undefined);
}

async function timed(
  work: () => Promise<unknown>,
): Promise<{ seconds: number; memoryBytes: number | null }> {
  const endWatch = watchMemory();
  const start = performance.now();
  await work();
  return { seconds: (performance.now() - start) / 1000, memoryBytes: endWatch() };
}

async function folderBytes(folder: string): Promise<number> {
  const files = await listFiles(folder);
  const sizes = files.map(async (file) => (await stat(path.join(folder, file))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
