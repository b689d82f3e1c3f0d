import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { projectPath } from '../command/project-path.js';
import { listFiles } from './content-directory.ts';

/** The code that what is compiled depends on. */
const FOLDERS = ['src/report', 'src/vocabulary', 'src/publish/compile'];

/**
 * Return a digest of code that results rest on: where it changes, they are worked out again.
 *
 * @param folders of the project; by default the code that compiles reports
 */
export async function codeDigest(folders: readonly string[] = FOLDERS): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = await listFiles(projectPath(folder));
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')))
      hash.update(await readFile(projectPath(`${folder}/${file}`)));
  }
  return hash.digest('hex');
}
