import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileReader, readAnchorRecord, readReplacedTexts } from '../../content/anchor-records.ts';
import { anchorFile, listAnchorFiles, listReportFiles } from '../../content/content-directory.ts';
import { addressBody } from '../../report/anchor/address-body.ts';
import { withReasonsSince, withReplacedTexts } from '../../report/anchor/anchor-changes.ts';
import type { AnchorRecord } from '../../report/anchor/anchor-record.ts';
import { type AnchorFinding, compareAnchors } from '../../report/anchor/compare-anchors.ts';
import { ArchiveError, type Message } from '../../report/archive-error.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import { publishedRecords } from './published-records.ts';

/**
 * Holds this content against the addresses that another release published.
 *
 * `npm run check` does so with this content's own records; this is for what they cannot tell: a
 * record that was edited, or never fetched from where the site is published.
 *
 * @param against a content directory, the address of one on a server, or the address of a site
 * @returns `w-004` and `w-005` as the rules give them, `w-006` for what cannot be read there
 */
export async function compareReleases(contentDir: string, against: string): Promise<Message[]> {
  const messages: Message[] = [];
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      messages.push(error.toMessage());
    }
  };
  await attempt(async () => {
    const ownFiles = await filesById(contentDir);
    for (const { file, read } of await publishedRecords(against, contentDir))
      await attempt(async () => {
        const other = await read();
        if (other === undefined) return;
        const own = ownFiles.get(other.id) ?? file;
        messages.push(...(await compareRecord(contentDir, own, other)));
      });
  });
  return messages;
}

/** Finds each report's record, where it has one or will have it: files may be renamed, ids never. */
async function filesById(contentDir: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const file of await listAnchorFiles(contentDir)) {
    const record = await readAnchorRecord(contentDir, file);
    if (record !== undefined) files.set(record.id, file);
  }
  for (const report of await listReportFiles(contentDir)) {
    const text = await readFile(path.join(contentDir, report), 'utf8');
    files.set(parseReportFile(text, report).frontmatter.id, anchorFile(report));
  }
  return files;
}

async function compareRecord(
  contentDir: string,
  file: string,
  other: AnchorRecord,
): Promise<Message[]> {
  const own = await readAnchorRecord(contentDir, file);
  const report = file.replace(/^anchors\//, 'reports/').replace(/\.json$/, '.md');
  const said = withReasonsSince(other, own);
  const whole = path.join(contentDir, report);
  if (!existsSync(whole)) return messagesOf('w-005', compareAnchors(said, undefined, file));
  const { frontmatter, body } = parseReportFile(await readFile(whole, 'utf8'), report);
  const { version, corrections } = frontmatter;
  const sections = addressBody(body, own);
  const replaced = readReplacedTexts(report, version, said, fileReader(contentDir));
  const published = withReplacedTexts(said, sections, replaced);
  return messagesOf('w-004', compareAnchors(published, { sections, corrections }, file));
}

function messagesOf(code: string, findings: readonly AnchorFinding[]): Message[] {
  return findings.map((finding) => ({ ...finding, code, severity: 'error' }));
}
