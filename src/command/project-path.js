import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/**
 * Name a file of this project absolutely, wherever the command was called from.
 *
 * @param {string} path from the top of the project, with forward slashes
 * @returns {string} the absolute path
 */
export function projectPath(path) {
  return fileURLToPath(new URL(path, root));
}
