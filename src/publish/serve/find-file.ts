import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands at a path of the site. */
export type Found =
  | {
      readonly kind: 'file';
      readonly file: string;
      /** In bytes. */
      readonly size: number;
      /** In milliseconds since 1970. */
      readonly modified: number;
    }
  | { readonly kind: 'missing-slash' }
  | { readonly kind: 'nothing' };

const NOTHING: Found = { kind: 'nothing' };

/**
 * Find the file that answers a path.
 *
 * A path is taken apart after decoding, and every part must be a plain name: `..`, a backslash or a
 * hidden name never reaches the file system, however it was encoded.
 *
 * @param root the directory that is served
 * @param path decoded, without base path or query, beginning with `/`
 * @returns the file, `index.html` for a directory; or that only a last slash is missing
 */
export async function findFile(root: string, path: string): Promise<Found> {
  const names = path.split('/').slice(1);
  const isDirectoryPath = names.at(-1) === '';
  if (isDirectoryPath) names.pop();
  if (!names.every(isPlainName)) return NOTHING;
  const file = join(root, ...names);
  const found = await findStats(file);
  if (found === undefined) return NOTHING;
  if (found.isFile()) {
    if (isDirectoryPath) return NOTHING;
    return { kind: 'file', file, size: found.size, modified: found.mtimeMs };
  }
  const index = join(file, 'index.html');
  const page = await findStats(index);
  if (!page?.isFile()) return NOTHING;
  if (!isDirectoryPath) return { kind: 'missing-slash' };
  return { kind: 'file', file: index, size: page.size, modified: page.mtimeMs };
}

function isPlainName(name: string): boolean {
  if (name === '' || name.includes('\\') || name.includes('\0')) return false;
  return !name.startsWith('.') || name === '.well-known';
}

async function findStats(file: string) {
  try {
    return await stat(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return undefined;
    throw error;
  }
}
