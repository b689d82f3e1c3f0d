import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Make a folder that somebody named, with those above it.
 *
 * Node's own way to make several at once never ends where the folder above is there and yet nothing
 * can be made in it, as in `/proc`.
 *
 * @param folder absolute
 * @throws the fault of the machine, at once
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return;
    if (code !== 'ENOENT') throw error;
    const above = path.dirname(folder);
    if (existsSync(above)) throw Object.assign(error as Error, { code: 'EPERM' });
    makeFolder(above);
    makeFolder(folder);
  }
}
