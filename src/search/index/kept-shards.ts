import { createHash, hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../../content/content-directory.ts';
import { writeWhole } from '../../content/write-whole.ts';
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

/** The list of a shard's files with a digest of each; it stays beside the shard, in the cache. */
const proofOf = (folder: string) => `${folder}.proof.json`;

/**
 * Write down what a shard is that was just built, so that it can be proven later.
 * @param folder the shard's
 */
export async function writeProof(folder: string): Promise<void> {
  const proof: [file: string, digest: string][] = [];
  for (const file of await listFiles(folder)) {
    proof.push([file, hash('sha256', readFileSync(path.join(folder, file)))]);
  }
  await writeWhole(proofOf(folder), JSON.stringify(proof));
}

/**
 * Copy a kept shard into the site, each file proven on its way. Links would be cheaper; but then
 * whatever truncates a published file truncates the kept one, for ever. The shard counts as used now.
 * @param from its folder
 * @param to where to
 * @returns whether all of it was as it was built; else nothing is left there
 */
export async function copyShard(from: string, to: string): Promise<boolean> {
  const proof = await readProof(from);
  if (proof === undefined) return false;
  const made = new Set<string>();
  for (const [file, digest] of proof) {
    const source = path.join(from, file);
    const bytes = existsSync(source) ? readFileSync(source) : undefined;
    if (bytes === undefined || hash('sha256', bytes) !== digest) {
      await rm(to, { recursive: true, force: true });
      return false;
    }
    const folder = path.dirname(path.join(to, file));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(path.join(to, file), bytes);
  }
  const now = new Date();
  await utimes(from, now, now);
  return true;
}

async function readProof(folder: string): Promise<[string, string][] | undefined> {
  try {
    const proof: [string, string][] = JSON.parse(await readFile(proofOf(folder), 'utf8'));
    return proof.length > 0 ? proof : undefined;
  } catch {
    // Absent or cut: there is no proof.
    return undefined;
  }
}

/**
 * Remove kept shards that were not used for two weeks, and what a killed build left of one.
 * @param kept where shards are kept
 * @param folders the shards in use
 */
export async function removeStale(kept: string, folders: ReadonlySet<string>): Promise<void> {
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of await readdir(kept)) {
    const shard = name.replace(/\.proof\.json$/, '');
    const file = path.join(kept, name);
    if (folders.has(shard)) continue;
    if (name.endsWith('.part') || (await stat(file)).mtimeMs < oldest)
      await rm(file, { recursive: true, force: true });
  }
}
