import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { projectPath } from '../command/project-path.js';
import { listFiles } from './content-directory.ts';

/**
 * Return a digest of code that results rest on: where it changes, they are worked out again. What
 * only tests read is left out.
 *
 * @param folders of the project, with all that lies below them
 * @param files of the project
 */
export async function codeDigest(
  folders: readonly string[],
  files: readonly string[] = [],
): Promise<string> {
  const digest = createHash('sha256');
  const names = [...files];
  for (const folder of folders)
    for (const file of await listFiles(projectPath(folder)))
      if (!/\.test\.ts$|(?:^|\/)fixtures\//.test(file)) names.push(`${folder}/${file}`);
  for (const name of names) digest.update(`${name}\n`).update(await readFile(projectPath(name)));
  return digest.digest('hex');
}
