import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectPath } from '../../../src/command/project-path.js';
import { listReportFiles, projectContent } from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { cacheDirectory } from '../../../src/publish/cache-directory.ts';
import type { Bench } from '../bench.ts';
import { measureWork, type WorkFigures } from '../measure-work.ts';
import { runCommand } from '../run-command.ts';
import { type BuildFigures, formatBuildTable } from './build-table.ts';
import { makeArchive } from './make-archive.ts';
import { writeHugoSite } from './write-hugo-site.ts';

const USUAL = 3000;

/**
 * Measures whole builds of made-up archives: cold, with the search kept, after one report changed,
 * with nothing changed; and, where Hugo is installed, Hugo with Pagefind as it comes on the same
 * reports.
 */
export const bench: Bench = async ({ reports = USUAL }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-build-'));
  const contentDir = path.join(folder, 'content');
  const outDir = path.join(folder, 'site');
  const cacheDir = cacheDirectory(contentDir);
  try {
    const tenth = await measureTenth(Math.ceil(reports / 10), path.join(folder, 'tenth'));
    say(`${reports} reports: making them up`);
    const { regions } = await readVocabularies(projectContent);
    await makeArchive(reports, contentDir, regions);
    say('cold');
    const cold = await build(contentDir, outDir);
    say('cold, the search kept');
    await rm(path.join(cacheDir, 'compiled'), { recursive: true });
    await rm(outDir, { recursive: true });
    const withoutSearch = await build(contentDir, outDir);
    say('one report changed');
    const [first = ''] = await listReportFiles(contentDir);
    await appendFile(path.join(contentDir, first), '\n本段为测量所加。\n');
    const oneChanged = await build(contentDir, outDir);
    say('nothing changed');
    const unchanged = await build(contentDir, outDir);
    const others = await measureOthers(path.join(cacheDir, 'compiled'), folder);
    const figures: BuildFigures = {
      reports,
      runs: { cold, withoutSearch, oneChanged, unchanged },
      tenth,
      ...others,
    };
    return { table: formatBuildTable(figures), figures };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(cacheDir, { recursive: true, force: true });
  }
};

function build(contentDir: string, outDir: string): Promise<WorkFigures> {
  const module = projectPath('scripts/build.ts');
  return measureWork(() =>
    runCommand(process.execPath, [module, '--content', contentDir, '--out', outDir]),
  );
}

/** A cold build of a tenth, for the growth. */
async function measureTenth(reports: number, folder: string): Promise<WorkFigures> {
  const contentDir = path.join(folder, 'content');
  try {
    say(`${reports} reports, cold`);
    const { regions } = await readVocabularies(projectContent);
    await makeArchive(reports, contentDir, regions);
    return await build(contentDir, path.join(folder, 'site'));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(cacheDirectory(contentDir), { recursive: true, force: true });
  }
}

/** The same reports by Hugo and by Pagefind as it comes; nothing where there is no Hugo. */
async function measureOthers(
  compiledDir: string,
  folder: string,
): Promise<Pick<BuildFigures, 'hugo' | 'pagefind'>> {
  const version = await runCommand('hugo', ['version']).catch(() => undefined);
  if (version === undefined) return {};
  say('Hugo');
  const site = path.join(folder, 'hugo');
  await writeHugoSite(compiledDir, site);
  const hugo = await measureWork(() => runCommand('hugo', ['--source', site, '--quiet']));
  say("Pagefind's default");
  const pagefind = await measureWork(() =>
    runCommand(process.execPath, [
      projectPath('scripts/bench/build/index-by-default.ts'),
      compiledDir,
      path.join(folder, 'pagefind'),
    ]),
  );
  return { hugo, pagefind };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
