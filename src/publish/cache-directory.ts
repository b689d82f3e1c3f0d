import { createHash } from 'node:crypto';
import { projectPath } from '../command/project-path.js';

/** Gives the folder where builds of a content directory keep what the next one can use. */
export function cacheDirectory(contentDir: string): string {
  const key = createHash('sha256').update(contentDir).digest('hex').slice(0, 12);
  return projectPath(`.cache/${key}`);
}
