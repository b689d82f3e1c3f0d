import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError } from '../../../src/archive/error/archive-error.ts';
import type { KeptVersion } from '../../../src/archive/report/former-versions.ts';
import { parseReportFile } from '../../../src/markdown/report-file.ts';
import { readAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile, listVersionFiles } from '../../content/content-directory.ts';
import type { Vocabularies } from '../../content/read-vocabularies.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { compileReport } from './compile-report.ts';

/**
 * Compiles the earlier versions that are kept as files, each with the addresses it had. They are
 * few, and are compiled anew each time; search and lists never see them.
 *
 * @param directory they go into `versions/<id>.v<n>.json` there
 * @returns an error a file that could not be compiled
 */
export async function compileVersions(
  contentDir: string,
  directory: string,
  vocabularies: Vocabularies,
): Promise<ArchiveError[]> {
  await rm(path.join(directory, 'versions'), { recursive: true, force: true });
  const errors: ArchiveError[] = [];
  for (const file of await listVersionFiles(contentDir)) {
    try {
      const kept = await compileVersion(contentDir, file, vocabularies);
      const { id, version } = kept.report;
      const target = path.join(directory, 'versions', `${id}.v${version}.json`);
      await writeWhole(target, JSON.stringify(kept));
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      errors.push(error);
    }
  }
  return errors;
}

async function compileVersion(
  contentDir: string,
  file: string,
  vocabularies: Vocabularies,
): Promise<KeptVersion> {
  const parsed = parseReportFile(await readFile(path.join(contentDir, file), 'utf8'), file);
  const { superseded } = parsed.frontmatter;
  if (superseded === undefined)
    throw new ArchiveError({
      place: { file },
      code: 'w-008',
      text: 'Unexpected earlier version without `superseded`, expected when and why the next one came',
      hint: '`npm run review` files a new version, and keeps the earlier one with this',
    });
  const anchors = await readAnchorRecord(contentDir, anchorFile(file));
  return { report: compileReport(parsed, file, anchors, vocabularies), superseded };
}
