import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where servers stand that are not on the PATH of every user. */
const SERVERS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/**
 * Find a program on this machine.
 *
 * @returns its path; `undefined` where it is not installed
 */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SERVERS];
  return folders
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
