import { createHash } from 'node:crypto';
import type { PlannedVolume } from './plan-volumes.ts';

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
