import { existsSync, readdirSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../command/make-folder.ts';
import { startProgress } from '../command/progress.ts';
import { takeTurn } from '../command/take-turn.ts';
import { writeWhole } from '../content/write-whole.ts';
import { ArchiveError } from '../report/archive-error.ts';
import { buildSearch } from '../search/index/build-search.ts';
import type { BuildOptions } from './build-options.ts';
import { compileArchive } from './compile/compile-archive.ts';
import { takeCompiled } from './compile/compiled-archive.ts';
import { cacheDirectory, cacheQueue } from './kept-site.ts';
import { searchReport } from './search-records.ts';

/**
 * A part of the work of a build, for another machine to do: the reports of one year, compiled and
 * indexed. It is a piece of what a build keeps for the next one, so a site that is assembled from
 * parts is the one that is built whole, and a part that is missing, stale or damaged costs time only.
 */

/** Every such folder has it, written last. */
const SIGN = 'shard.json';

/**
 * Compile and index the reports of one year into `outDir`.
 *
 * @param year the name of its folder under `reports/`
 * @throws ArchiveError `i-904` where there is no such year; `i-902` where the folder holds anything
 *   but an earlier shard
 */
export async function buildShardOfYear(
  { contentDir, outDir }: BuildOptions,
  year: string,
): Promise<void> {
  const sign = path.join(outDir, SIGN);
  if (existsSync(outDir) && readdirSync(outDir).length > 0 && !existsSync(sign))
    throw new ArchiveError({
      location: { file: outDir },
      code: 'i-902',
      text: 'Unexpected files in the output folder, expected an earlier shard or nothing',
      hint: 'name another folder with --out, or empty it yourself',
    });
  if (!existsSync(path.join(contentDir, 'reports', year)))
    throw new ArchiveError({
      location: { file: contentDir },
      code: 'i-904',
      text: `Unexpected year \`${year}\` after \`--shard\`, expected a folder of \`reports/\``,
      hint: 'a shard is made of the reports of one year that the content directory has',
    });
  makeFolder(outDir);
  const compiledDir = path.join(outDir, 'compiled');
  const compiling = startProgress('compile');
  const isWanted = (file: string) => file.startsWith(`reports/${year}/`);
  const compiled = await compileArchive(contentDir, compiledDir, compiling.update, isWanted);
  compiling.end(`${compiled.files.length} reports, ${compiled.changed} changed`);
  const searching = startProgress('search');
  const site = path.join(outDir, 'site');
  const { volumes, built } = await buildSearch({
    reports: compiled.files.map(searchReport),
    source: { module: new URL('./search-records.ts', import.meta.url).href, folder: compiledDir },
    outDir: site,
    cacheDir: outDir,
    onProgress: searching.update,
  });
  await rm(site, { recursive: true, force: true });
  searching.end(`${volumes} volumes, ${built} built`);
  await writeWhole(sign, JSON.stringify({ year, reports: compiled.files.length }));
}

/**
 * Take what was compiled and indexed elsewhere, for the build that comes next.
 *
 * @param folders those that `buildShardOfYear` wrote
 * @throws ArchiveError `i-905` where a folder is none
 */
export async function takeShards(
  folders: readonly string[],
  { contentDir }: BuildOptions,
): Promise<void> {
  if (folders.length === 0) return;
  const other = folders.find((folder) => !existsSync(path.join(folder, SIGN)));
  if (other !== undefined)
    throw new ArchiveError({
      location: { file: other },
      code: 'i-905',
      text: 'Unexpected folder after `--assemble`, expected one that `--shard` made',
      hint: 'a shard has a `shard.json`; one whose making was broken off has none',
    });
  const giveBack = await takeTurn(cacheQueue(contentDir));
  try {
    const cacheDir = cacheDirectory(contentDir);
    await takeCompiled(
      path.join(cacheDir, 'compiled'),
      folders.map((folder) => path.join(folder, 'compiled')),
    );
    for (const folder of folders)
      await cp(path.join(folder, 'search'), path.join(cacheDir, 'search'), { recursive: true });
  } finally {
    giveBack();
  }
  startProgress('shards').end(`${folders.length} taken`);
}
