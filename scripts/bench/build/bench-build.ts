import { statSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectPath } from '../../../src/command/project-path.js';
import {
  listFiles,
  listReportFiles,
  projectContent,
} from '../../../src/content/content-directory.ts';
import { readVocabularies } from '../../../src/content/read-vocabularies.ts';
import { cacheDirectory } from '../../../src/publish/kept-site.ts';
import { pageCodeDirectory } from '../../../src/publish/page-code.ts';
import { formatBytes } from '../../../src/publish/site-folder.ts';
import { type Bench, measureWork, runProgram, runShown, say, type WorkFigures } from '../bench.ts';
import { makeArchive } from './make-archive.ts';
import { writeHugoSite } from './write-hugo-site.ts';

const USUAL = 3000;

/**
 * Measure whole builds of made-up archives: cold, after one report changed with and without its
 * shard, with nothing changed; where Hugo is installed, Hugo with Pagefind as it comes on the same
 * reports; and with `--all` a cold build with the search kept, and one of a tenth of the reports.
 */
export const bench: Bench = async ({ reports = USUAL, all }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-build-'));
  const contentDir = path.join(folder, 'content');
  const outDir = path.join(folder, 'site');
  const cacheDir = cacheDirectory(contentDir);
  try {
    const tenth = all
      ? await measureTenth(Math.ceil(reports / 10), path.join(folder, 'tenth'))
      : undefined;
    say(`${reports} reports: making them up`);
    const { regions } = await readVocabularies(projectContent);
    await makeArchive(reports, contentDir, regions);
    const [first = ''] = await listReportFiles(contentDir);
    const changed = path.join(contentDir, first);
    const text = await readFile(changed, 'utf8');
    await rm(pageCodeDirectory, { recursive: true, force: true });
    const cold = await build('cold', contentDir, outDir);
    const site = await measureSite(outDir);
    await appendFile(changed, '\n本段为测量所加。\n');
    const oneChanged = await build('one report changed', contentDir, outDir);
    const unchanged = await build('nothing changed', contentDir, outDir);
    await writeFile(changed, text);
    const shardKept = await build('one report changed back, its shard kept', contentDir, outDir);
    let withoutSearch: WorkFigures | undefined;
    if (all) {
      await rm(path.join(cacheDir, 'compiled'), { recursive: true });
      await rm(outDir, { recursive: true });
      withoutSearch = await build('cold, the search kept', contentDir, outDir);
    }
    const others = await measureOthers(path.join(cacheDir, 'compiled'), folder);
    const figures: BuildFigures = {
      ...{ reports, site },
      runs: { cold, withoutSearch, oneChanged, shardKept, unchanged },
      ...{ tenth, ...others },
    };
    return { table: formatBuildTable(figures), figures };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(cacheDir, { recursive: true, force: true });
  }
};

/** Measure a piece of work, and say at once what it took: a long run may be broken off. */
async function measure(name: string, work: () => Promise<unknown>): Promise<WorkFigures> {
  say(name);
  const figures = await measureWork(work);
  say(formatRow(name, figures));
  return figures;
}

function build(name: string, contentDir: string, outDir: string): Promise<WorkFigures> {
  const module = projectPath('scripts/build.ts');
  return measure(name, () =>
    runShown(process.execPath, [module, '--content', contentDir, '--out', outDir]),
  );
}

/** Count a site's files and bytes. */
async function measureSite(outDir: string): Promise<{ files: number; bytes: number }> {
  const files = await listFiles(outDir);
  const sizes = files.map((file) => statSync(path.join(outDir, file)).size);
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** A cold build of a tenth, for the growth. */
async function measureTenth(reports: number, folder: string): Promise<WorkFigures> {
  const contentDir = path.join(folder, 'content');
  try {
    const { regions } = await readVocabularies(projectContent);
    await makeArchive(reports, contentDir, regions);
    return await build(`cold, ${reports} reports`, contentDir, path.join(folder, 'site'));
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
  const version = await runProgram('hugo', ['version']).catch(() => undefined);
  if (version === undefined) return {};
  const site = path.join(folder, 'hugo');
  say('writing the pages for Hugo');
  await writeHugoSite(compiledDir, site);
  const hugo = await measure('Hugo', () => runProgram('hugo', ['--source', site, '--quiet']));
  const pagefind = await measure("Pagefind's default", () =>
    runShown(process.execPath, [
      projectPath('scripts/bench/build/index-by-default.ts'),
      compiledDir,
      path.join(folder, 'pagefind'),
    ]),
  );
  return { hugo, pagefind };
}

/** All that the benchmark of the build measures. */
export interface BuildFigures {
  readonly reports: number;
  readonly site: { readonly files: number; readonly bytes: number };
  readonly runs: {
    readonly cold: WorkFigures;
    /** Everything anew but the search's shards; with `--all` only. */
    readonly withoutSearch: WorkFigures | undefined;
    readonly oneChanged: WorkFigures;
    /** The same change taken back: the shard without it is still kept. */
    readonly shardKept: WorkFigures;
    readonly unchanged: WorkFigures;
  };
  /** A cold build of a tenth of the reports; with `--all` only. */
  readonly tenth: WorkFigures | undefined;
  /** Absent where Hugo is not installed. */
  readonly hugo?: WorkFigures;
  readonly pagefind?: WorkFigures;
}

/** Write the figures as a table: ours, then Hugo and Pagefind as it comes, and the ratios. */
export function formatBuildTable({
  reports,
  site,
  runs,
  tenth,
  hugo,
  pagefind,
}: BuildFigures): string {
  const { cold, withoutSearch, oneChanged, shardKept, unchanged } = runs;
  const rows: [string, WorkFigures | undefined][] = [
    ['cold', cold],
    ['cold, search kept', withoutSearch],
    ['one report changed', oneChanged],
    ['one report changed, its shard kept', shardKept],
    ['nothing changed', unchanged],
    [`cold, ${Math.ceil(reports / 10)} reports`, tenth],
    ['Hugo', hugo],
    ['Pagefind, default', pagefind],
  ];
  const ratios = [`one report changed, of cold: ${ratio(oneChanged, [cold])}`];
  if (tenth !== undefined) ratios.push(`growth from a tenth: ${ratio(cold, [tenth])}`);
  if (hugo !== undefined && withoutSearch !== undefined)
    ratios.push(`all but search, of Hugo: ${ratio(withoutSearch, [hugo])}`);
  if (hugo !== undefined && pagefind !== undefined)
    ratios.push(`cold, of Hugo and Pagefind: ${ratio(cold, [hugo, pagefind])}`);
  return [
    `${reports} reports, ${site.files} files, ${formatBytes(site.bytes)}`,
    '',
    '| | time | CPU | memory together | largest process |',
    '|---|---|---|---|---|',
    ...rows.flatMap(([name, figures]) => (figures === undefined ? [] : formatRow(name, figures))),
    '',
    ...ratios,
  ].join('\n');
}

function formatRow(
  name: string,
  { seconds, cpuSeconds, togetherBytes, largestBytes }: WorkFigures,
): string {
  const cpu = cpuSeconds === null ? '?' : `${cpuSeconds.toFixed(1)} s`;
  const cells = [`${seconds.toFixed(1)} s`, cpu, bytesOf(togetherBytes), bytesOf(largestBytes)];
  return `| ${[name, ...cells].join(' | ')} |`;
}

function bytesOf(bytes: number | null): string {
  return bytes === null ? '?' : formatBytes(bytes);
}

/**
 * What one takes by what others take together: of the cores, which other programs hardly change;
 * of time where the system does not tell.
 */
function ratio(one: WorkFigures, others: readonly WorkFigures[]): string {
  const taken = ({ cpuSeconds, seconds }: WorkFigures) => cpuSeconds ?? seconds;
  return `${(taken(one) / others.reduce((sum, other) => sum + taken(other), 0)).toFixed(2)} x`;
}
