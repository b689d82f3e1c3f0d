import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { SearchRecord } from '../../../src/archive/query/search-record.ts';
import { pagefindVersion } from './pagefind-version.ts';

const CODE = ['../../../src/archive/query/', '../../../src/search/', './'];

/**
 * Sum up the code that makes a shard, so that a shard is built again where it has changed.
 * @returns a digest of the modules and of Pagefind's version
 */
export async function codeDigest(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of CODE.map((path) => new URL(path, import.meta.url))) {
    const names = await readdir(folder);
    for (const name of names.filter((file) => /(?<!\.test)\.ts$/.test(file)).sort()) {
      hash.update(name).update(await readFile(new URL(name, folder)));
    }
  }
  return hash.update(await pagefindVersion()).digest('hex');
}

/**
 * Sum up what a shard is made from.
 * @param records its reports, in order
 * @param code the digest of the code
 * @returns a digest short enough for a folder's name
 */
export function shardDigest(records: readonly SearchRecord[], code: string): string {
  const hash = createHash('sha256').update(code);
  for (const record of records) hash.update(JSON.stringify(record)).update('\n');
  return hash.digest('hex').slice(0, 12);
}
