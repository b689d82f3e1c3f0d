import { spawn } from 'node:child_process';
import { access, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchRecord } from '../../../src/archive/query/search-record.ts';
import { type Manifest, SEARCH_FORMAT, type ShardEntry } from '../../../src/search/manifest.ts';
import { listFiles } from '../../content/list-files.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { bundleClient } from './bundle-client.ts';
import { linkFolder } from './link-folder.ts';
import { type PlannedShard, planShards } from './plan-shards.ts';
import { codeDigest, shardDigest } from './shard-digest.ts';

/** What to build the search from, and where. */
export interface SearchBuildOptions {
  readonly records: readonly SearchRecord[];
  /** The site's folder; `search/` below it is written. */
  readonly outDir: string;
  /** Where shards are kept between builds. */
  readonly cacheDir: string;
  /** The path the site is published under, with a slash at both ends; `/` by default. */
  readonly basePath?: string;
  /** What readers call themes and kinds, by id. */
  readonly labels?: Partial<Manifest['labels']>;
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
  /** Of all files in `search/`. */
  readonly bytes: number;
  readonly files: number;
}

/** A shard with the folder that holds it. */
type NamedShard = PlannedShard & { readonly folder: string };

const KEPT_DAYS = 14;

/**
 * Build the search: an index a shard, each kept as long as nothing that goes into it changes, the
 * manifest and the client.
 * @param options the reports and the folders
 * @returns what was built
 * @throws Error where a shard cannot be built
 */
export async function buildSearch(options: SearchBuildOptions): Promise<SearchBuild> {
  const { records, outDir, cacheDir, onProgress } = options;
  const code = await codeDigest();
  const shards = planShards(records, options.shardLimit).map((shard) => ({
    ...shard,
    folder: `${shard.year}-${shard.part}-${shardDigest(shard.records, code)}`,
  }));
  const kept = path.join(cacheDir, 'search');
  const target = path.join(outDir, 'search');
  await mkdir(kept, { recursive: true });
  await mkdir(target, { recursive: true });
  const missing: NamedShard[] = [];
  for (const shard of shards) {
    if (!(await exists(path.join(kept, shard.folder)))) missing.push(shard);
  }
  let done = shards.length - missing.length;
  onProgress?.(done, shards.length);
  await forEachAtOnce(missing, options.processes ?? 2, async (shard) => {
    await buildInProcess(shard, kept);
    done += 1;
    onProgress?.(done, shards.length);
  });
  for (const { folder } of shards) {
    const now = new Date();
    await utimes(path.join(kept, folder), now, now);
    if (!(await exists(path.join(target, folder)))) {
      await linkFolder(path.join(kept, folder), path.join(target, folder));
    }
  }
  await bundleClient(target);
  await writeWhole(path.join(target, 'manifest.json'), JSON.stringify(manifest(shards, options)));
  await removeStale(kept, target, new Set(shards.map(({ folder }) => folder)));
  const { bytes, files } = await measure(target);
  return { shards: shards.length, built: missing.length, reports: records.length, bytes, files };
}

function manifest(shards: readonly NamedShard[], options: SearchBuildOptions): Manifest {
  return {
    format: SEARCH_FORMAT,
    basePath: options.basePath ?? '/',
    shards: shards.map(
      ({ folder, year, records }): ShardEntry => ({
        folder,
        year,
        reports: records.length,
        regions: [...new Set(records.map(({ region }) => region.path[0]?.code ?? region.code))],
        kinds: [...new Set(records.map(({ kind }) => kind))],
      }),
    ),
    labels: { theme: {}, kind: {}, ...options.labels },
  };
}

async function buildInProcess(shard: NamedShard, kept: string): Promise<void> {
  const input = path.join(kept, `${shard.folder}.${process.pid}.jsonl`);
  await writeFile(input, `${shard.records.map((record) => JSON.stringify(record)).join('\n')}\n`);
  try {
    await run(fileURLToPath(new URL('./build-shard-process.ts', import.meta.url)), [
      input,
      path.join(kept, shard.folder),
    ]);
  } catch (cause) {
    throw new Error(`Cannot build the search of ${shard.year}, part ${shard.part}`, { cause });
  } finally {
    await rm(input, { force: true });
  }
}

function run(module: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [module, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', reject);
    child.on('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(said.trim() || `Process ended with ${String(status)}`));
    });
  });
}

async function forEachAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, worker));
}

/** Shards of an earlier build leave the site at once, and what is kept of them after a while. */
async function removeStale(kept: string, target: string, folders: ReadonlySet<string>) {
  for (const entry of await readdir(target, { withFileTypes: true })) {
    const isShard = entry.isDirectory() && /^\d+-\d+-[0-9a-f]+(\.part)?$/.test(entry.name);
    if (isShard && !folders.has(entry.name)) {
      await rm(path.join(target, entry.name), { recursive: true, force: true });
    }
  }
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of await readdir(kept)) {
    const place = path.join(kept, name);
    if (!folders.has(name) && (await stat(place)).mtimeMs < oldest) {
      await rm(place, { recursive: true, force: true });
    }
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

async function exists(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  );
}
