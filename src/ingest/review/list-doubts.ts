import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { listReportFiles } from '../../content/content-directory.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import { parseUnfiled, type UnfiledDocument } from './unfiled-document.ts';

/** What waits for an editor; paths are under the content directory. */
export interface Doubts {
  /** Report files with `review:` entries. */
  readonly reports: readonly string[];
  readonly unfiled: readonly { readonly file: string; readonly document: UnfiledDocument }[];
}

/** Lists the reports with doubts, and the documents that could not be filed. */
export async function listDoubts(contentDir: string): Promise<Doubts> {
  const reports: string[] = [];
  const files = existsSync(path.join(contentDir, 'reports'))
    ? await listReportFiles(contentDir)
    : [];
  for (const file of files) {
    const text = await readFile(path.join(contentDir, file), 'utf8');
    // Most files have none, and parsing thirty thousand takes a minute.
    if (!/^review:/m.test(text)) continue;
    if (parseReportFile(text, file).frontmatter.review.length > 0) reports.push(file);
  }
  const folder = path.join(contentDir, 'review');
  const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
  const unfiled = await Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .map(async (name) => {
        const file = `review/${name}`;
        const text = await readFile(path.join(contentDir, file), 'utf8');
        return { file, document: parseUnfiled(text, file) };
      }),
  );
  return { reports, unfiled };
}
