import { createHash } from 'node:crypto';
import {
  access,
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
} from 'node:fs/promises';
import path from 'node:path';
import type { RecordSource } from './build-volume.ts';
import type { SearchReport } from './plan-volumes.ts';

const KEPT_DAYS = 14;
const CODE = ['../../report/', '../../report/characters/', '../text/', '../format/', './'];

/**
 * Sum up the code that makes a shard, so that a shard is built again where it has changed.
 * @param source its module reads the reports
 * @returns a digest of the modules
 */
export async function codeDigest({ module }: RecordSource): Promise<string> {
  const hash = createHash('sha256').update(await readFile(new URL(module)));
  for (const folder of CODE.map((path) => new URL(path, import.meta.url))) {
    const names = await readdir(folder);
    for (const name of names.filter((file) => /(?<!\.test)\.ts$/.test(file)).sort()) {
      hash.update(name).update(await readFile(new URL(name, folder)));
    }
  }
  return hash.digest('hex');
}

/**
 * Sum up what a shard is made from.
 * @param reports its reports, in order
 * @param code the digest of the code
 * @returns a digest short enough for a folder's name
 */
export function shardDigest(reports: readonly SearchReport[], code: string): string {
  const hash = createHash('sha256').update(code);
  for (const { id, digest } of reports) hash.update(`${id} ${digest}\n`);
  return hash.digest('hex').slice(0, 12);
}

/**
 * Put a kept shard into the site, by links where the disk allows: many thousand files which do not
 * change need not be copied. The shard counts as used now.
 * @param from its folder
 * @param to where to; appears whole
 */
export async function linkFolder(from: string, to: string): Promise<void> {
  const now = new Date();
  await utimes(from, now, now);
  if (await exists(to)) return;
  const beside = `${to}.part`;
  await rm(beside, { recursive: true, force: true });
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const inside = (entry: { parentPath: string; name: string }) =>
    path.join(beside, path.relative(from, path.join(entry.parentPath, entry.name)));
  await mkdir(beside, { recursive: true });
  for (const entry of entries.filter((each) => each.isDirectory())) {
    await mkdir(inside(entry), { recursive: true });
  }
  for (const entry of entries.filter((each) => each.isFile())) {
    const source = path.join(entry.parentPath, entry.name);
    await link(source, inside(entry)).catch(() => copyFile(source, inside(entry)));
  }
  await rename(beside, to);
}

/**
 * Remove shards of earlier builds: from the site at once, from what is kept after two weeks unused.
 * @param kept where shards are kept
 * @param target the site's `search/`
 * @param folders the shards in use
 */
export async function removeStale(
  kept: string,
  target: string,
  folders: ReadonlySet<string>,
): Promise<void> {
  for (const entry of await readdir(target, { withFileTypes: true })) {
    const isShard = entry.isDirectory() && /^\d+-\d+-[0-9a-f]+(\.part)?$/.test(entry.name);
    if (isShard && !folders.has(entry.name)) {
      await rm(path.join(target, entry.name), { recursive: true, force: true });
    }
  }
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of await readdir(kept)) {
    const folder = path.join(kept, name);
    if (!folders.has(name) && (await stat(folder)).mtimeMs < oldest) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** Whether there is a file or folder of this path. */
export async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
