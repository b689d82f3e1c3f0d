import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';

/** Get the version of Pagefind that is installed. */
export async function pagefindVersion(): Promise<string> {
  const file = findPackageJSON('pagefind', import.meta.url);
  if (!file) throw new Error('Unexpected lack of pagefind, expected it to be installed');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}
