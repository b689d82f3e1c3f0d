import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Finds a source that is kept with a report and has these very bytes: its snapshot, that of an
 * earlier version (they lie alike), or a second source.
 *
 * @param snapshot path of the report's snapshot under the content directory
 * @returns its path; `undefined` where there is none
 */
export async function findKeptSource(
  contentDir: string,
  snapshot: string,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const folder = path.posix.dirname(snapshot);
  const stem = path.posix.basename(snapshot).replace(/(?:\.v?\d+)?\.[^.]+$/, '');
  const directory = path.join(contentDir, folder);
  if (!existsSync(directory)) return undefined;
  for (const name of await readdir(directory)) {
    const isOurs =
      name.startsWith(`${stem}.`) && /^(?:\.v?\d+)?\.[^.]+$/.test(name.slice(stem.length));
    if (isOurs && Buffer.from(bytes).equals(await readFile(path.join(directory, name))))
      return `${folder}/${name}`;
  }
  return undefined;
}
