import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { codeDigest } from '../../content/code-digest.ts';
import { listFiles } from '../../content/content-directory.ts';
import { copyKept, removeStale, writeProof } from '../../content/kept-folders.ts';
import { writeWhole } from '../../content/write-whole.ts';
import {
  type Manifest,
  type Published,
  SEARCH_FORMAT,
  sealManifest,
  type VolumeEntry,
  volumeFiles,
} from '../format/manifest.ts';
import { openSealed } from '../format/sealed-file.ts';
import type { RecordSource, VolumeTask } from './build-volume.ts';
import { bundleClient } from './bundle-client.ts';
import { type PlannedVolume, planVolumes, type SearchReport } from './plan-volumes.ts';
import { forEachAtOnce, runTask } from './run-tasks.ts';
import { volumeDigest } from './volume-digest.ts';

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
  /** How many volumes are built at once; 2 by default. */
  readonly processes?: number;
  /** Characters a volume may have. */
  readonly volumeLimit?: number;
  readonly onProgress?: (done: number, all: number) => void;
  /** Tells where the site that is in place has a volume whole; it is not written then. */
  readonly findInPlace?: (folder: string) => string | undefined;
}

/** What was built. */
export interface SearchBuild {
  /** The folders of volumes that are in place. */
  readonly inPlace: readonly string[];
  readonly volumes: number;
  /** How many of them had to be built; the others were kept. */
  readonly built: number;
  readonly reports: number;
  /** Of all files in `search/` that were written. */
  readonly bytes: number;
  readonly files: number;
}

/**
 * How many volumes' tables and catalogues the client carries: what is rare is looked up in the
 * newest reports and in those before them at once, and told without asking for more.
 */
const CARRIED = 2;

/** What makes a volume, beside the module that reads its reports. */
const CODE = ['src/report', ...['text', 'format', 'index'].map((name) => `src/search/${name}`)];

/** A volume with the folder that holds it. */
type NamedVolume = PlannedVolume & { readonly folder: string };

/**
 * Build the search: an index a volume, each kept as long as nothing that goes into it changes, the
 * manifest and the client.
 * @param options the reports and the folders
 * @returns what was built
 * @throws Error where a volume cannot be built
 */
export async function buildSearch(options: SearchBuildOptions): Promise<SearchBuild> {
  const { reports, source, outDir, cacheDir, onProgress, findInPlace = () => undefined } = options;
  const code = (await codeDigest(CODE)) + (await readFile(new URL(source.module), 'utf8'));
  const volumes = planVolumes(reports, options.volumeLimit).map((volume) => ({
    ...volume,
    folder: `${volume.year}-${volume.part}-${volumeDigest(volume, code)}`,
  }));
  const kept = path.join(cacheDir, 'search');
  const target = path.join(outDir, 'search');
  await mkdir(kept, { recursive: true });
  await mkdir(target, { recursive: true });
  const missing: NamedVolume[] = [];
  const inPlace = new Map<string, string>();
  for (const volume of volumes) {
    const place = findInPlace(volume.folder);
    if (place !== undefined) {
      inPlace.set(volume.folder, place);
      continue;
    }
    const isKept = await copyKept(path.join(kept, volume.folder), path.join(target, volume.folder));
    if (!isKept) missing.push(volume);
  }
  let done = volumes.length - missing.length;
  onProgress?.(done, volumes.length);
  await forEachAtOnce(missing, options.processes ?? 2, async (volume) => {
    await buildInProcess(volume, source, kept);
    const folder = path.join(kept, volume.folder);
    await writeProof(folder);
    if (!(await copyKept(folder, path.join(target, volume.folder))))
      throw new Error(`Unexpected change of ${folder} while it was built`);
    done += 1;
    onProgress?.(done, volumes.length);
  });
  const manifest = manifestOf(volumes, options);
  await bundleClient(
    target,
    await publishedWith(manifest, (folder) => inPlace.get(folder) ?? path.join(target, folder)),
  );
  await writeWhole(path.join(target, 'manifest.json'), JSON.stringify(manifest));
  await removeStale(kept, new Set(volumes.map(({ folder }) => folder)));
  const { bytes, files } = await measure(target);
  return {
    ...{ volumes: volumes.length, built: missing.length, inPlace: [...inPlace.keys()] },
    ...{ reports: reports.length, bytes, files },
  };
}

function reportsOf({ shards }: PlannedVolume): SearchReport[] {
  return shards.flatMap(({ reports }) => reports);
}

function manifestOf(volumes: readonly NamedVolume[], options: SearchBuildOptions): Manifest {
  return sealManifest({
    format: SEARCH_FORMAT,
    basePath: options.basePath ?? '/',
    volumes: volumes.map(
      ({ folder, shards }): VolumeEntry => ({
        folder,
        shards: shards.map(({ year, reports }) => ({
          year,
          reports: reports.length,
          regions: [...new Set(reports.map(({ province }) => province))],
          kinds: [...new Set(reports.map(({ kind }) => kind))],
        })),
      }),
    ),
    labels: { theme: {}, kind: {}, ...options.labels },
  });
}

/** Collect what the client carries with it, so that its first search need not ask for it. */
async function publishedWith(
  manifest: Manifest,
  placeOf: (folder: string) => string,
): Promise<Published> {
  const read = async (folder: string, name: string): Promise<string> => {
    const file = await readFile(path.join(placeOf(folder), name));
    return new TextDecoder().decode(openSealed(`${folder}/${name}`, gunzipSync(file)));
  };
  const first = manifest.volumes.slice(0, CARRIED).map(async ({ folder }) => ({
    table: await read(folder, volumeFiles.table),
    catalogue: await read(folder, volumeFiles.catalogue),
  }));
  return { manifest, carried: await Promise.all(first) };
}

async function buildInProcess(
  volume: NamedVolume,
  source: RecordSource,
  kept: string,
): Promise<void> {
  const task: VolumeTask = {
    source,
    reports: reportsOf(volume).map(({ id }) => id),
    shards: volume.shards.map(({ reports }) => reports.length),
    folder: path.join(kept, volume.folder),
  };
  try {
    await runTask(new URL('./build-volume-process.ts', import.meta.url), task);
  } catch (cause) {
    throw new Error(`Cannot build the search of ${volume.year}, part ${volume.part}`, { cause });
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
