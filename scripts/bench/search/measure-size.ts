import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { listFiles } from '../../../src/content/content-directory.ts';
import { buildSearch } from '../../../src/search/index/build-search.ts';
import { measureWork, type WorkFigures } from '../measure-work.ts';
import { buildDefaultShards } from './build-default.ts';
import { startCountingServer } from './counting-server.ts';
import type { BenchQuery } from './make-queries.ts';
import { type ColdSearch, searchCold, searchWarm, type WarmSearches } from './measure-ours.ts';
import type { RecordFiles } from './record-files.ts';
import { takeEvery } from './take-every.ts';

/** What an archive of one size took and costs its readers, ours beside Pagefind's default. */
export interface SizeFigures {
  readonly reports: number;
  readonly characters: number;
  readonly shards: number;
  readonly ours: WorkFigures & FolderSize;
  /** In as many shards as ours, as many at once. */
  readonly pagefind: WorkFigures & FolderSize;
  readonly cold: readonly ColdSearch[];
  readonly warm: WarmSearches;
}

interface FolderSize {
  readonly files: number;
  readonly bytes: number;
}

/** Searches in a fresh browser each. */
const COLD = 40;
const WARM = 200;

/**
 * Measure an archive: indexing, the bytes of first searches, the time of later ones.
 * @param files the reports
 * @param folder where to: `site/` and `cache/` of ours, `shards/` of Pagefind's
 * @param browser a browser
 * @param queries some are searched
 */
export async function measureSize(
  files: RecordFiles,
  folder: string,
  browser: Browser,
  queries: readonly BenchQuery[],
): Promise<SizeFigures> {
  const [outDir, cacheDir, shards] = ['site', 'cache', 'shards'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  let built = { shards: 0 };
  const ours = await measureWork(async () => {
    built = await buildSearch({ ...files, outDir, cacheDir });
  });
  const pagefind = await measureWork(() => buildDefaultShards(files, shards));
  const server = await startCountingServer(outDir);
  try {
    const cold: ColdSearch[] = [];
    for (const { text } of takeEvery(queries, COLD)) {
      cold.push(await searchCold(browser, server, text));
    }
    return {
      reports: files.reports.length,
      characters: files.reports.reduce((sum, { characters }) => sum + characters, 0),
      shards: built.shards,
      ours: { ...ours, ...(await folderSize(path.join(outDir, 'search'))) },
      pagefind: { ...pagefind, ...(await folderSize(shards)) },
      cold,
      warm: await searchWarm(browser, server, takeEvery(queries, WARM)),
    };
  } finally {
    await server.close();
  }
}

async function folderSize(folder: string): Promise<FolderSize> {
  const files = await listFiles(folder);
  let bytes = 0;
  for (const file of files) bytes += (await stat(path.join(folder, file))).size;
  return { files: files.length, bytes };
}
