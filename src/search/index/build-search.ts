import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { listFiles } from '../../content/content-directory.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { type Manifest, SEARCH_FORMAT, type ShardEntry } from '../format/manifest.ts';
import type { RecordSource, ShardTask } from './build-shard.ts';
import { codeDigest, copyShard, removeStale, shardDigest, writeProof } from './kept-shards.ts';
import { type PlannedShard, planShards, type SearchReport } from './plan-shards.ts';
import { forEachAtOnce, runTask } from './run-tasks.ts';

/** What to build the search from, and where. */
export interface SearchBuildOptions {
  readonly reports: readonly SearchReport[];
  /** Where the texts are read from. */
  readonly source: RecordSource;
  /** The site's folder; `search/` below it is written. */
  readonly outDir: string;
  /** Where shards are kept between builds. */
  readonly cacheDir: string;
  /** The path the site is published under, with a slash at both ends; `/` by default. */
  readonly basePath?: string;
  /** What readers call themes and kinds, by id. */
  readonly labels?: Partial<Manifest['labels']>;
  /** Whether a shard's folder is in the published site, whole, and need not be written. */
  readonly isInPlace?: (folder: string) => boolean;
  /** How many shards are built at once; 2 by default. */
  readonly processes?: number;
  /** Characters a shard may have. */
  readonly shardLimit?: number;
  readonly onProgress?: (done: number, all: number) => void;
}

/** What was built. */
export interface SearchBuild {
  readonly shards: number;
  /** How many of them had to be built; the others were kept. */
  readonly built: number;
  readonly reports: number;
  /** Of all files in `search/` that were written. */
  readonly bytes: number;
  readonly files: number;
}

/** A shard with the folder that holds it. */
type NamedShard = PlannedShard & { readonly folder: string };

/**
 * Build the search: an index a shard, each kept as long as nothing that goes into it changes, the
 * manifest and the client.
 * @param options the reports and the folders
 * @returns what was built
 * @throws Error where a shard cannot be built
 */
export async function buildSearch(options: SearchBuildOptions): Promise<SearchBuild> {
  const { reports, source, outDir, cacheDir, onProgress } = options;
  const code = await codeDigest(source);
  const shards = planShards(reports, options.shardLimit).map((shard) => ({
    ...shard,
    folder: `${shard.year}-${shard.part}-${shardDigest(shard.reports, code)}`,
  }));
  const kept = path.join(cacheDir, 'search');
  const target = path.join(outDir, 'search');
  await mkdir(kept, { recursive: true });
  await mkdir(target, { recursive: true });
  const missing: NamedShard[] = [];
  for (const shard of shards) {
    const isThere = options.isInPlace?.(shard.folder) ?? false;
    if (isThere) continue;
    const isKept = await copyShard(path.join(kept, shard.folder), path.join(target, shard.folder));
    if (!isKept) missing.push(shard);
  }
  let done = shards.length - missing.length;
  onProgress?.(done, shards.length);
  await forEachAtOnce(missing, options.processes ?? 2, async (shard) => {
    await buildInProcess(shard, source, kept);
    const folder = path.join(kept, shard.folder);
    await writeProof(folder);
    if (!(await copyShard(folder, path.join(target, shard.folder))))
      throw new Error(`Unexpected change of ${folder} while it was built`);
    done += 1;
    onProgress?.(done, shards.length);
  });
  await bundleClient(target);
  await writeWhole(path.join(target, 'manifest.json'), JSON.stringify(manifest(shards, options)));
  await removeStale(kept, new Set(shards.map(({ folder }) => folder)));
  const { bytes, files } = await measure(target);
  return { shards: shards.length, built: missing.length, reports: reports.length, bytes, files };
}

function manifest(shards: readonly NamedShard[], options: SearchBuildOptions): Manifest {
  return {
    format: SEARCH_FORMAT,
    basePath: options.basePath ?? '/',
    shards: shards.map(
      ({ folder, year, reports }): ShardEntry => ({
        folder,
        year,
        reports: reports.length,
        regions: [...new Set(reports.map(({ province }) => province))],
        kinds: [...new Set(reports.map(({ kind }) => kind))],
      }),
    ),
    labels: { theme: {}, kind: {}, ...options.labels },
  };
}

async function buildInProcess(
  { year, part, reports, folder }: NamedShard,
  source: RecordSource,
  kept: string,
): Promise<void> {
  const ids = reports.map(({ id }) => id);
  const task: ShardTask = { source, reports: ids, folder: path.join(kept, folder) };
  try {
    await runTask(new URL('./build-shard-process.ts', import.meta.url), task);
  } catch (cause) {
    throw new Error(`Cannot build the search of ${year}, part ${part}`, { cause });
  }
}

async function measure(folder: string): Promise<{ bytes: number; files: number }> {
  let [bytes, files] = [0, 0];
  for (const file of await listFiles(folder)) {
    bytes += (await stat(path.join(folder, file))).size;
    files += 1;
  }
  return { bytes, files };
}

/**
 * Bundle the search client and the highlighter as ES modules with no imports but their own.
 * The table of traditional characters is a file of its own, fetched where a text needs it.
 * @param outDir the folder `search/`
 */
async function bundleClient(outDir: string): Promise<void> {
  await build({
    entryPoints: ['client', 'highlight'].map((name) =>
      fileURLToPath(new URL(`../client/${name}.ts`, import.meta.url)),
    ),
    outdir: outDir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    chunkNames: 'parts/[name]-[hash]',
    // Read only where the module itself was read from disk.
    external: ['node:fs/promises'],
    logLevel: 'silent',
  });
}
