import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './content-directory.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Folders that builds keep for the next one, each named by a digest of what it was made from: the
 * shards of the search, the code of the pages. They are proven when they are used.
 */

const KEPT_DAYS = 14;

/** The list of a folder's files with a digest of each; it stays beside the folder, in the cache. */
const proofOf = (folder: string) => `${folder}.proof.json`;

/**
 * Write down what is in a folder that was just made, so that it can be proven later.
 */
export async function writeProof(folder: string): Promise<void> {
  const proof: [file: string, digest: string][] = [];
  for (const file of await listFiles(folder)) {
    proof.push([file, hash('sha256', readFileSync(path.join(folder, file)))]);
  }
  await writeWhole(proofOf(folder), JSON.stringify(proof));
}

/**
 * Copy a kept folder, each file proven on its way. Links would be cheaper; but then
 * whatever truncates a published file truncates the kept one, for ever. The folder counts as used now.
 * @returns whether all of it was as it was made; else nothing is left there
 */
export async function copyKept(from: string, to: string): Promise<boolean> {
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
 * Remove kept folders that were not used for two weeks, and what a killed build left of one.
 * @param kept where they are kept
 * @param folders the names of those in use
 */
export async function removeStale(kept: string, folders: ReadonlySet<string>): Promise<void> {
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of await readdir(kept)) {
    const folder = name.replace(/\.proof\.json$/, '');
    const file = path.join(kept, name);
    if (folders.has(folder)) continue;
    if (name.endsWith('.part') || (await stat(file)).mtimeMs < oldest)
      await rm(file, { recursive: true, force: true });
  }
}
