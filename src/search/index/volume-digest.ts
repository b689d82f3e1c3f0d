import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { RecordSource } from './build-volume.ts';
import type { PlannedVolume } from './plan-volumes.ts';

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
 * Sum up what a volume is made from.
 * @param volume its reports, in order
 * @param code the digest of the code
 * @returns a digest short enough for a folder's name
 */
export function volumeDigest({ shards }: Pick<PlannedVolume, 'shards'>, code: string): string {
  const hash = createHash('sha256').update(code);
  for (const { reports } of shards) {
    hash.update(`${reports.length}\n`);
    for (const { id, digest } of reports) hash.update(`${id} ${digest}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}
