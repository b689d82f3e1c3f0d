import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { listFiles, projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { buildSearch } from '../../../src/search/index/build-search.ts';
import { forEachAtOnce } from '../../../src/search/index/run-tasks.ts';
import { findChromium } from '../../../tests/browser/find-chromium.ts';
import { type Bench, measureWork, say, type WorkFigures } from '../bench.ts';
import { buildDefaultBundles } from './build-default.ts';
import { makeReports } from './made-reports.ts';
import {
  type BenchQuery,
  makeQueries,
  makeSlowQueries,
  makeUsualQueries,
  takeEvery,
} from './make-queries.ts';
import {
  type ColdSearch,
  searchCold,
  searchWarm,
  startCountingServer,
  type WarmSearches,
} from './measure-ours.ts';
import { type SlowSearch, searchPagefindSlowly, searchSlowly } from './measure-slow.ts';
import { type RecordFiles, readCorpus, writeRecords } from './records.ts';

/** Reports made up where there is no corpus: an ordinary archive. */
const USUAL = 3000;
const USUAL_YEARS = 10;
/** Smaller archives, measured first, for the growth. */
const SMALLER = [400];
/** Searches in a fresh browser each, and in one page. */
const COLD = 40;
const WARM = 200;
/** Searches on a slow network: with ours some at once, since they wait most of the time. */
const SLOW_AT_ONCE = 2;
/** With Pagefind only common phrases, and few, since each takes long. */
const SLOW_PAGEFIND = 3;

/** What an archive of one size took and costs its readers, ours beside Pagefind's default. */
interface SizeFigures {
  readonly reports: number;
  readonly characters: number;
  readonly volumes: number;
  readonly ours: WorkFigures & FolderSize;
  /** Built again where nothing has changed. */
  readonly unchanged: WorkFigures;
  /** In as few bundles as memory allows, two at once. */
  readonly pagefind: WorkFigures & FolderSize;
  readonly cold: readonly ColdSearch[];
  readonly warm: WarmSearches;
  readonly slow: readonly (SlowSearch & Pick<BenchQuery, 'kind'>)[];
  readonly slowPagefind: readonly SlowSearch[];
}

interface FolderSize {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Measure the search: indexing beside Pagefind's default on the same reports, the bytes of first
 * searches, the time of later ones. That its sets are right is for the tests to prove.
 */
export const bench: Bench = async ({ corpus, reports, years = USUAL_YEARS }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-search-'));
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Expected a Chromium; CHROMIUM_PATH names one');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const { regions } = await readVocabularies(projectContent);
    const records =
      corpus === undefined
        ? makeReports(reports ?? USUAL, years, regions)
        : await readCorpus(corpus, reports);
    const files = await writeRecords(records, path.join(folder, 'records'));
    const sizes: SizeFigures[] = [];
    for (const count of [...SMALLER.filter((size) => size < records.length), records.length]) {
      say(`${count} reports`);
      const part = { ...files, reports: files.reports.slice(0, count) };
      const own = records.slice(0, count);
      const queries = {
        usual: makeQueries(own),
        slow: [...makeSlowQueries(own), ...makeUsualQueries(own)],
      };
      sizes.push(await measureSize(part, path.join(folder, String(count)), browser, queries));
      await rm(path.join(folder, String(count)), { recursive: true });
    }
    return { table: formatTable(sizes), figures: sizes };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Measure an archive in a folder of its own. */
async function measureSize(
  files: RecordFiles,
  folder: string,
  browser: Browser,
  queries: { readonly usual: readonly BenchQuery[]; readonly slow: readonly BenchQuery[] },
): Promise<SizeFigures> {
  const outDir = path.join(folder, 'site');
  const cacheDir = path.join(folder, 'cache');
  const shards = path.join(folder, 'shards');
  let built = { volumes: 0 };
  const ours = await measureWork(async () => {
    built = await buildSearch({ ...files, outDir, cacheDir });
  });
  const size = await folderSize(path.join(outDir, 'search'));
  const unchanged = await measureWork(() => buildSearch({ ...files, outDir, cacheDir }));
  let bundles = 0;
  const pagefind = await measureWork(async () => {
    bundles = await buildDefaultBundles(files, shards);
  });
  const [server, theirs] = await Promise.all([outDir, shards].map(startCountingServer));
  if (!server || !theirs) throw new Error('Expected two servers');
  try {
    const cold: ColdSearch[] = [];
    for (const { text } of takeEvery(queries.usual, COLD))
      cold.push(await searchCold(browser, server, text));
    const slow: SizeFigures['slow'][number][] = [];
    await forEachAtOnce(queries.slow, SLOW_AT_ONCE, async ({ kind, text }) => {
      slow.push({ kind, ...(await searchSlowly(browser, server, text)) });
    });
    const slowPagefind: SlowSearch[] = [];
    const common = queries.slow.filter(({ kind }) => kind === 'common');
    for (const { text } of takeEvery(common, SLOW_PAGEFIND))
      slowPagefind.push(await searchPagefindSlowly(browser, theirs, text, bundles));
    return {
      reports: files.reports.length,
      characters: files.reports.reduce((sum, { characters }) => sum + characters, 0),
      volumes: built.volumes,
      ours: { ...ours, ...size },
      unchanged,
      pagefind: { ...pagefind, ...(await folderSize(shards)) },
      cold,
      warm: await searchWarm(browser, server, takeEvery(queries.usual, WARM)),
      slow,
      slowPagefind,
    };
  } finally {
    await Promise.all([server.close(), theirs.close()]);
  }
}

async function folderSize(folder: string): Promise<FolderSize> {
  const files = await listFiles(folder);
  let bytes = 0;
  for (const file of files) bytes += (await stat(path.join(folder, file))).size;
  return { files: files.length, bytes };
}

/** A measure's name, and its figure at a size. */
type Row = readonly [string, (size: SizeFigures) => string];

/** Write the figures as a table: a row a measure, a column a size. */
function formatTable(sizes: readonly SizeFigures[]): string {
  const rows: readonly Row[] = [
    ['characters', ({ characters }) => `${(characters / 1e6).toFixed(1)} million`],
    ['volumes', ({ volumes }) => String(volumes)],
    ['indexing', ({ ours }) => formatWork(ours)],
    ['indexing, unchanged', ({ unchanged }) => formatWork(unchanged)],
    ['indexing, Pagefind', ({ pagefind }) => formatWork(pagefind)],
    ['times Pagefind, CPU', ({ ours, pagefind }) => (cpu(ours) / cpu(pagefind)).toFixed(2)],
    ['on disk', ({ ours }) => formatFolder(ours)],
    ['on disk, Pagefind', ({ pagefind }) => formatFolder(pagefind)],
    ['cold, first shard', ({ cold }) => spread(cold, (one) => one.firstShard, kilobytes)],
    ['cold, first result', ({ cold }) => spread(cold, (one) => one.firstResult, kilobytes)],
    ['cold, all shards', ({ cold }) => spread(cold, (one) => one.list, kilobytes)],
    ['ten results’ sentences', ({ cold }) => spread(cold, (one) => one.texts, kilobytes)],
    [
      'requests, cold, first result',
      ({ cold }) => spread(cold, (one) => one.firstRequests, String),
    ],
    ['requests, cold', ({ cold }) => spread(cold, (one) => one.requests, String)],
    ['first result, cold', ({ cold }) => spread(cold, (one) => one.firstResultMs, milliseconds)],
    ['all, cold', ({ cold }) => spread(cold, (one) => one.listMs, milliseconds)],
    ...slowRows('slow 4G', ({ slow }) => slow),
    ...[...new Set(sizes.flatMap(({ slow }) => slow.map(({ kind }) => kind)))].flatMap((kind) => {
      const own = ({ slow }: SizeFigures) => slow.filter((one) => one.kind === kind);
      return slowRows(`slow 4G, ${kind}`, own).slice(1, 3);
    }),
    ...slowRows('slow 4G, Pagefind', ({ slowPagefind }) => slowPagefind),
    ['warm', ({ warm }) => spread(warm.warmMs, Number, milliseconds)],
    ['longest task over 50 ms', ({ warm }) => milliseconds(warm.longestTaskMs)],
    ['longest wait of a timer', ({ warm }) => milliseconds(warm.longestWaitMs)],
    ['memory after the searches', ({ warm }) => megabytes(warm.memoryBytes)],
  ];
  const table = [
    ['reports', ...sizes.map(({ reports }) => String(reports))],
    ['---', ...sizes.map(() => '---')],
    ...rows.map(([name, format]) => [name, ...sizes.map(format)]),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  return ['Pairs are median / p95.', '', ...table].join('\n');
}

/** Median and 95th percentile. */
function spread<T>(
  items: readonly T[],
  pick: (item: T) => number,
  write: (value: number) => string,
): string {
  const sorted = items.map(pick).sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return `${write(at(0.5))} / ${write(at(0.95))}`;
}

/** What searches on a slow network took. */
function slowRows(
  name: string,
  pick: (size: SizeFigures) => readonly SlowSearch[],
): (readonly [string, (size: SizeFigures) => string])[] {
  return [
    [`${name}: requests`, (size) => spread(pick(size), (one) => one.requests, String)],
    [
      `${name}: first result, cold`,
      (size) => spread(pick(size), (one) => one.firstMs, milliseconds),
    ],
    [`${name}: all, cold`, (size) => spread(pick(size), (one) => one.allMs, milliseconds)],
    [
      `${name}: first result, warm`,
      (size) => spread(pick(size), (one) => one.warmMs, milliseconds),
    ],
  ];
}

const cpu = ({ cpuSeconds, seconds }: WorkFigures) => cpuSeconds ?? seconds;
const formatWork = (work: WorkFigures) =>
  `${work.seconds.toFixed(1)} s, CPU ${cpu(work).toFixed(1)} s, ${megabytes(work.largestBytes)}`;
const formatFolder = ({ files, bytes }: FolderSize) => `${megabytes(bytes)}, ${files} files`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`;
const megabytes = (bytes: number | null) =>
  bytes === null ? '?' : `${(bytes / 1e6).toFixed(0)} MB`;
const milliseconds = (ms: number) => `${ms.toFixed(0)} ms`;
