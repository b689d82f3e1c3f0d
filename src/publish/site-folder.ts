import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../content/content-directory.ts';
import { fileAddress } from '../report/addresses.ts';
import { ArchiveError } from '../report/archive-error.ts';

/** Every build writes it, and nothing else does. */
export const siteSign = fileAddress('reportIndex');

/**
 * Refuse to build over anything but an earlier build: a slip in `--out` must not cost a folder.
 *
 * @throws ArchiveError `i-902` where the folder holds something else
 */
export async function assertReplaceable(directory: string): Promise<void> {
  if (!existsSync(directory) || existsSync(path.join(directory, siteSign))) return;
  const entries = await readdir(directory).catch(() => ['a file']);
  if (entries.length > 0)
    throw new ArchiveError({
      location: { file: directory },
      code: 'i-902',
      text: `Unexpected \`${entries[0]}\` in the output folder, expected an earlier build or nothing`,
      hint: 'the output folder is replaced as a whole; name another with --out, or empty it yourself',
    });
}

/** Rename a finished folder to where another is; the old one is there until the new one is. */
export async function replaceDirectory(target: string, finished: string): Promise<void> {
  const old = `${target}.old-${process.pid}`;
  if (existsSync(target)) await rename(target, old);
  await rename(finished, target);
  await rm(old, { recursive: true, force: true });
}

/** Count the pages of a built site. */
export async function countPages(directory: string): Promise<number> {
  const files = await listFiles(directory);
  return files.filter((name) => name.endsWith('.html')).length;
}

/** Format a size for people: `412 KB`, `1.3 MB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
