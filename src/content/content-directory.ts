import { existsSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArchiveError } from '../report/archive-error.ts';

/** The project's own content directory. */
export const projectContent = fileURLToPath(new URL('../../content/', import.meta.url));

/**
 * Return the path of a controlled vocabulary (`regions`, `themes`, `indicators`).
 * A content directory needs only its reports: what it lacks is the project's.
 */
export function vocabularyDirectory(contentDir: string, name: string): string {
  const own = path.join(contentDir, name);
  return existsSync(own) ? own : path.join(projectContent, name);
}

/**
 * List the report files of a content directory.
 *
 * @returns paths under `contentDir`, with `/` between folders, sorted
 */
export function listReportFiles(contentDir: string): Promise<string[]> {
  return listFolder(contentDir, 'reports', '.md');
}

/** List the earlier versions of reports in the same way: `versions/2017/410600-鹤壁市.v1.md`. */
export function listVersionFiles(contentDir: string): Promise<string[]> {
  return listFolder(contentDir, 'versions', '.md');
}

/** List the anchor records in the same way, those of reports that are gone included. */
export function listAnchorFiles(contentDir: string): Promise<string[]> {
  return listFolder(contentDir, 'anchors', '.json');
}

async function listFolder(contentDir: string, folder: string, ending: string): Promise<string[]> {
  return listContent(contentDir, folder).filter((file) => file.endsWith(ending));
}

/**
 * List the files in a folder of a content directory, and below it.
 *
 * A link, or a pipe, is refused and never followed: a year that is one would vanish without a word,
 * and its reports with it.
 *
 * @param folder its path under the content directory; empty for all of it
 * @returns paths under the content directory, with `/` between names, sorted; none where it is not there
 * @throws ArchiveError `m-904` that names what is neither a file nor a folder
 */
export function listContent(
  contentDir: string,
  folder: string,
  { withHidden = false }: { readonly withHidden?: boolean } = {},
): string[] {
  const files: string[] = [];
  const visit = (at: string) => {
    for (const entry of readdirSync(path.join(contentDir, at), { withFileTypes: true })) {
      const file = at === '' ? entry.name : `${at}/${entry.name}`;
      const isHidden = entry.name.startsWith('.');
      if (entry.isDirectory()) visit(file);
      else if (isHidden && !(withHidden && entry.isFile())) continue;
      else if (entry.isFile()) files.push(file);
      else throw neitherFileNorFolder(file, entry.isSymbolicLink() ? 'link' : 'pipe or device');
    }
  };
  if (existsSync(path.join(contentDir, folder))) visit(folder);
  return files.sort();
}

function neitherFileNorFolder(file: string, met: string): ArchiveError {
  return new ArchiveError({
    location: { file },
    code: 'm-904',
    text: `Unexpected ${met} in the content directory, expected the files or the folder itself`,
    hint: 'move them there; to work on files that lie elsewhere give their content directory with --content',
  });
}

/**
 * Return the path of a report's anchor record, which lies as the report does.
 *
 * @param reportFile path under the content directory: `reports/2017/410600-鹤壁市.md`; the record of an
 *   earlier version lies beside it
 */
export function anchorFile(reportFile: string): string {
  return reportFile.replace(/^reports\//, 'anchors/').replace(/\.md$/, '.json');
}

/**
 * List the files in a folder and below it, hidden ones left out.
 *
 * @param withOthers whether links, pipes and devices are listed too; none is followed
 * @returns paths under the folder, with `/` between names, sorted; none where it is not there
 */
export async function listFiles(
  folder: string,
  { withOthers = false }: { readonly withOthers?: boolean } = {},
): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => (withOthers ? !entry.isDirectory() : entry.isFile()))
    .filter((entry) => !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}
