import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { reviewName } from './leave-to-review.ts';

/** Takes a document out of `content/review`, where it waits there: the archive has it now. */
export async function removeReview(contentDir: string, sha256: string): Promise<void> {
  const folder = path.join(contentDir, 'review');
  const name = reviewName(sha256);
  if (!existsSync(path.join(folder, `${name}.yaml`))) return;
  for (const file of await readdir(folder))
    if (file.startsWith(`${name}.`)) await rm(path.join(folder, file), { force: true });
}
