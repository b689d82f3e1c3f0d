import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { anchorFile } from '../../content/content-directory.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import type { ReportFile } from '../../report/file/report-file.ts';
import type { BasisField } from '../../report/report.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import { findRegion } from '../../vocabulary/region/region-tree.ts';
import type { Given } from '../describe/description.ts';
import { writeReport } from '../filing/write-report.ts';
import { ingestFile } from '../ingest-file.ts';

/** The fields that a report's id and place in the archive are made of. */
export type IdentityField = 'region' | 'year' | 'kind';

export function isIdentityField(field: BasisField): field is IdentityField {
  return field === 'region' || field === 'year' || field === 'kind';
}

/**
 * Moves a report to where it belongs once an editor has mended its place, year or kind.
 *
 * Ingest says where that is, from the snapshot and the editor's decisions; what else is in the file
 * stays as the editor has it. A released report has a published address, which is never given up
 * like this.
 *
 * @param file path of the report under the content directory
 * @param report as it is to be, under its old id
 * @returns where it is now
 * @throws ArchiveError `i-942` for a released report; those of ingest, where the new place is taken
 */
export async function refileReport(
  contentDir: string,
  file: string,
  { frontmatter, body }: ReportFile,
  before: ReportFile['frontmatter'],
  vocabularies: Vocabularies,
): Promise<string> {
  if (existsSync(path.join(contentDir, anchorFile(file))))
    throw refused(
      file,
      'Unexpected other id for a released report, expected the one it was published with',
      'ingest it again where it belongs, and say `departed` in the anchor record of this one (docs/adr/0005)',
    );
  const { source, basis, region, year, kind, title, issuer } = frontmatter;
  const snapshot = path.join(contentDir, source.file);
  const given: Given = {
    ...{ region, year, kind },
    ...(source.url === null ? {} : { url: source.url }),
    ...(basis.issuer === 'editor' ? { issuer } : {}),
  };
  const context = { contentDir, vocabularies, given, isDryRun: true, insteadOf: file };
  const { outcome, reason, path: target, report } = await ingestFile(snapshot, file, context);
  if (outcome !== 'written' || target === null || report === undefined)
    throw refused(file, reason ?? 'Unexpected outcome of ingest', 'nothing was changed');

  const nameOf = (code: string) => findRegion(vocabularies.regions, code)?.name ?? code;
  const fresh = report.frontmatter;
  // A title that ingest supplied names place and year: it follows them.
  const supplied = fresh.title.replace(nameOf(region), nameOf(before.region));
  const isSupplied =
    basis.title === 'editor' && supplied.replace(`${year}`, `${before.year}`) === title;
  const stem = target.replace(/^reports\//, '').replace(/\.md$/, '');
  const moved: ReportFile = {
    frontmatter: {
      ...frontmatter,
      id: fresh.id,
      title: isSupplied ? fresh.title : title,
      issuer: basis.issuer === 'inferred' ? fresh.issuer : issuer,
      source: { ...source, file: `sources/${stem}${path.extname(source.file)}` },
    },
    body,
  };
  const bytes = await readFile(snapshot);
  await writeReport(contentDir, { report: moved, stem, bytes }, file, false);
  if (target !== file) await rm(path.join(contentDir, file));
  if (moved.frontmatter.source.file !== source.file) await rm(snapshot);
  return target;
}

function refused(file: string, text: string, hint: string): ArchiveError {
  return new ArchiveError({ place: { file }, code: 'i-942', text, hint });
}
