import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectPath } from '../../launch/project-path.js';

/** The code that what is compiled depends on. */
const FOLDERS = ['src/archive', 'src/markdown', 'scripts/build/compile'];

/**
 * Gives a digest of code that results rest on: where it changes, they are worked out again.
 *
 * @param folders of the project; by default the code that compiles reports
 */
export async function codeDigest(folders: readonly string[] = FOLDERS): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(projectPath(folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort();
    for (const file of files) hash.update(await readFile(file));
  }
  return hash.digest('hex');
}
