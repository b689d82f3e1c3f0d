import { stat } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../content/content-directory.ts';

/**
 * Lists the source files: those given, and all in a directory and below it, once each. Hidden files
 * are left out, and so is what a browser saved beside a page (`a_files/` of `a.html`): pictures,
 * scripts and styles are no sources.
 *
 * @param sources files and directories, absolute
 * @returns absolute, those of a directory in order
 */
export async function listSources(sources: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    sources.map(async (source) => {
      const found = await stat(source).catch(() => undefined);
      if (!found?.isDirectory()) return [source];
      const files = await listFiles(source);
      const beside = new Set(files.flatMap(savedBeside));
      return files
        .filter((file) => !foldersOf(file).some((folder) => beside.has(folder)))
        .map((file) => path.join(source, file));
    }),
  );
  return [...new Set(lists.flat())];
}

/** The folders that browsers save what belongs to a page in. */
function savedBeside(file: string): string[] {
  const stem = /^(.+)\.x?html?$/i.exec(file)?.[1];
  return stem === undefined ? [] : [`${stem}_files`, `${stem}.files`];
}

function foldersOf(file: string): string[] {
  const names = file.split('/');
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('/'));
}
