import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileReader, readAnchorRecord, readReplacedTexts } from '../../content/anchor-records.ts';
import { anchorFile, listAnchorFiles, listReportFiles } from '../../content/content-directory.ts';
import { writeWhole } from '../../content/write-whole.ts';
import { addressText } from '../../report/anchor/address-body.ts';
import { recordAnchors, withReplacedTexts } from '../../report/anchor/anchor-changes.ts';
import type { AnchorRecord } from '../../report/anchor/anchor-record.ts';
import { compareAnchors } from '../../report/anchor/compare-anchors.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import { parseReportFile } from '../../report/file/report-file.ts';

/** An anchor record that a release wrote. */
export interface ReleasedRecord {
  /** Path under the content directory. */
  readonly file: string;
  readonly id: string;
  /** How many addresses it has that it did not have. */
  readonly added: number;
  /** Whether the report had no record before. */
  readonly isNew: boolean;
}

/**
 * Record every address that the content now publishes.
 *
 * All reports are looked at before any record is written. Where one published address broke, nothing
 * is recorded at all.
 *
 * @returns the records that were written; those that stay as they are are not
 * @throws AggregateError of an ArchiveError a fault: `w-004`, `w-005`, `w-006`, or of the report file
 */
export async function releaseArchive(contentDir: string): Promise<ReleasedRecord[]> {
  const reports = await listReportFiles(contentDir);
  const errors: ArchiveError[] = [];
  const records: { file: string; before: AnchorRecord | undefined; after: AnchorRecord }[] = [];
  const attempt = (work: () => Promise<void>) => orNote(work, (error) => errors.push(error));
  const compare = (code: string, ...parameters: Parameters<typeof compareAnchors>): void => {
    const findings = compareAnchors(...parameters);
    errors.push(...findings.map((finding) => new ArchiveError({ ...finding, code })));
  };

  for (const report of reports)
    await attempt(async () => {
      const file = anchorFile(report);
      const before = await readAnchorRecord(contentDir, file);
      const { frontmatter, text, explained } = await addressReport(contentDir, report, before);
      const { id, version, corrections } = frontmatter;
      if (explained !== undefined) compare('w-004', explained, { ...text, corrections }, file);
      records.push({ file, before, after: recordAnchors({ id, version, ...text }, explained) });
    });
  const held = new Set(reports.map(anchorFile));
  for (const file of await listAnchorFiles(contentDir))
    if (!held.has(file))
      await attempt(async () => {
        const left = await readAnchorRecord(contentDir, file);
        if (left !== undefined) compare('w-005', left, undefined, file);
      });
  if (errors.length > 0) throw new AggregateError(errors, 'Published addresses would break');

  const written: ReleasedRecord[] = [];
  for (const { file, before, after } of records) {
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    await writeWhole(path.join(contentDir, file), `${JSON.stringify(after, null, 2)}\n`);
    const known = new Set(Object.keys(before?.anchors ?? {}));
    const added = Object.keys(after.anchors).filter((id) => !known.has(id)).length;
    written.push({ file, id: after.id, added, isNew: before === undefined });
  }
  return written;
}

/**
 * Give a report's text its addresses, and hold that an earlier text was replaced for a reason of all
 * that changed with it.
 *
 * @param report path under the content directory
 * @param own this content's record of the report
 * @param published what was published of it
 * @returns `explained`: what was published, with those reasons
 */
export async function addressReport(
  contentDir: string,
  report: string,
  own: AnchorRecord | undefined,
  published = own,
) {
  const file = await readFile(path.join(contentDir, report), 'utf8');
  const { frontmatter, body } = parseReportFile(file, report);
  const text = addressText(body, own);
  const read = fileReader(contentDir);
  const explained =
    published &&
    withReplacedTexts(
      published,
      text,
      readReplacedTexts(report, frontmatter.version, published, read),
    );
  return { frontmatter, text, explained };
}

/** Do some work; what a person can mend is noted, and does not stop the rest. */
export async function orNote(
  work: () => Promise<void>,
  note: (error: ArchiveError) => unknown,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    note(error);
  }
}
