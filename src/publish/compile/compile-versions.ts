import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile, listVersionFiles } from '../../content/content-directory.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import type { KeptVersion } from '../../report/former-versions.ts';
import type { Report } from '../../report/report.ts';
import { compileReport, type Vocabularies } from '../../vocabulary/compile-report.ts';

/** An earlier version that is kept as a file, compiled. */
export interface CompiledVersion extends KeptVersion {
  /** Path under the content directory. */
  readonly file: string;
}

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
      await writeWhole(compiledVersionPath(directory, id, version), JSON.stringify(kept));
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
): Promise<CompiledVersion> {
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
  return { file, report: compileReport(parsed, file, anchors, vocabularies), superseded };
}

/** Reads the earlier versions of a report that are kept as files, compiled. */
export async function readCompiledVersions(
  directory: string,
  { id, version }: Pick<Report, 'id' | 'version'>,
): Promise<CompiledVersion[]> {
  const versions: CompiledVersion[] = [];
  for (let earlier = 1; earlier < version; earlier++) {
    const target = compiledVersionPath(directory, id, earlier);
    if (existsSync(target)) versions.push(JSON.parse(await readFile(target, 'utf8')));
  }
  return versions;
}

function compiledVersionPath(directory: string, id: string, version: number): string {
  return path.join(directory, 'versions', `${id}.v${version}.json`);
}
