import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** A content directory, or what stands in for one: paths are under it, with `/`. */
export interface ContentFiles {
  /** Lists the files in a folder and below it, sorted; none where it is not there. */
  readonly list: (folder: string) => string[];
  /** Gives a file's bytes, `undefined` where it is not there. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/** Opens a content directory on disk; hidden files are none of it. */
export function contentFiles(contentDir: string): ContentFiles {
  return {
    list: (folder) => {
      const root = path.join(contentDir, folder);
      if (!existsSync(root)) return [];
      return readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map(({ parentPath, name }) => path.relative(contentDir, path.join(parentPath, name)))
        .map((file) => file.split(path.sep).join('/'))
        .sort();
    },
    read: (file) => {
      const full = path.join(contentDir, file);
      const isFile = statSync(full, { throwIfNoEntry: false })?.isFile() ?? false;
      return isFile ? readFileSync(full) : undefined;
    },
  };
}
