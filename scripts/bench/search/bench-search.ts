import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { buildSearch } from '../../../src/search/index/build-search.ts';
import type { SearchRecord } from '../../../src/search/text/search-record.ts';
import { findChromium } from '../../../tests/browser/find-chromium.ts';
import type { Bench, BenchOptions } from '../bench.ts';
import { measureWork } from '../measure-work.ts';
import { buildDefault } from './build-default.ts';
import { compareSets, Truth } from './compare-sets.ts';
import { startCountingServer } from './counting-server.ts';
import { makeQueries } from './make-queries.ts';
import { makeReports } from './make-reports.ts';
import { measureDefault, readIds } from './measure-default.ts';
import { measureSets } from './measure-sets.ts';
import { measureSize, type SizeFigures } from './measure-size.ts';
import { readCorpus } from './read-corpus.ts';
import { writeRecords } from './record-files.ts';
import { formatSearchTable, type PagefindFigures, type SearchFigures } from './search-table.ts';
import { takeEvery } from './take-every.ts';

/** Reports made up where there is no corpus: an ordinary archive. */
const USUAL = 3000;
/** Smaller archives, measured first, for the growth. */
const SMALLER = [500, 1000, 2000];
/** Above this Pagefind's one index takes more memory than most machines have. */
const ONE_INDEX = 4000;
/** Queries put to a larger archive, where many have thousands of results. */
const QUERIES_OF_LARGE = 300;
/** Queries put to Pagefind's client, and searches in a fresh browser each. */
const DEFAULT_QUERIES = 200;
const DEFAULT_COLD = 40;

/**
 * Measure the search beside Pagefind's default: the same reports, the same queries, the same
 * browser.
 */
export const bench: Bench = async (options) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-search-'));
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Expected a Chromium; CHROMIUM_PATH names one');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const figures = await measure(await readReports(options), folder, browser);
    return { table: formatSearchTable(figures), figures };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function readReports({ corpus, reports }: BenchOptions): Promise<SearchRecord[]> {
  if (corpus !== undefined) return readCorpus(corpus, reports);
  const { regions } = await readVocabularies(projectContent);
  return makeReports(reports ?? USUAL, regions);
}

async function measure(
  records: readonly SearchRecord[],
  folder: string,
  browser: Browser,
): Promise<SearchFigures> {
  const files = await writeRecords(records, path.join(folder, 'records'));
  const smaller: SizeFigures[] = [];
  for (const count of SMALLER.filter((size) => size < records.length)) {
    say(`${count} reports`);
    const part = { ...files, reports: files.reports.slice(0, count) };
    const place = path.join(folder, String(count));
    const queries = makeQueries(records.slice(0, count));
    smaller.push(await measureSize(part, place, browser, queries));
    await rm(place, { recursive: true });
  }
  say(`${records.length} reports: indexing, bytes and time`);
  const all = makeQueries(records);
  const queries = records.length > ONE_INDEX ? takeEvery(all, QUERIES_OF_LARGE) : all;
  const size = await measureSize(files, folder, browser, queries);
  say('again, unchanged');
  const site = path.join(folder, 'site');
  const cacheDir = path.join(folder, 'cache');
  const unchanged = await measureWork(() => buildSearch({ ...files, outDir: site, cacheDir }));
  say(`the sets of ${queries.length} queries, by the module alone and in Chromium`);
  const truth = new Truth(records);
  const expected = queries.map(({ text }) => truth.find(text));
  const server = await startCountingServer(site);
  try {
    const sets = await measureSets(site, browser, server, queries, expected);
    const pagefind = records.length > ONE_INDEX ? null : await inOneIndex();
    return { texts: truth.texts, smaller, size, unchanged, sets, pagefind };
  } finally {
    await server.close();
  }

  async function inOneIndex(): Promise<PagefindFigures> {
    say("Pagefind's default, in one index, searched by its own client");
    const place = path.join(site, 'pagefind');
    const index = await measureWork(() => buildDefault(files, place));
    const some = takeEvery(queries, DEFAULT_QUERIES);
    const someExpected = takeEvery(expected, DEFAULT_QUERIES);
    const sample = takeEvery(queries, DEFAULT_COLD);
    const ids = await readIds(place);
    const written = async (write: (text: string) => string) => {
      const { found, cold } = await measureDefault(browser, server, some, sample, write);
      const reports = found.map((each) => each.map((id) => ids.get(id) ?? id));
      return { sets: compareSets(some, someExpected, reports), cold };
    };
    const typed = await written((text) => text);
    return { index, typed, quoted: await written((text) => `"${text}"`) };
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
