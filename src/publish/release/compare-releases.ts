import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAnchorRecord, readAnchorRecord } from '../../content/anchor-records.ts';
import { anchorFile, listAnchorFiles, listReportFiles } from '../../content/content-directory.ts';
import { fileAddress } from '../../report/addresses.ts';
import { recordAnchors, withReasonsSince } from '../../report/anchor/anchor-changes.ts';
import type { AnchorRecord } from '../../report/anchor/anchor-record.ts';
import { type AnchorFinding, compareAnchors } from '../../report/anchor/compare-anchors.ts';
import { ArchiveError, type Message } from '../../report/archive-error.ts';
import { parseReportFile } from '../../report/file/report-file.ts';
import type { Report } from '../../report/report.ts';
import { addressReport, orNote } from './release-archive.ts';

/** What another release published of one report. */
interface PublishedRecord {
  /** Where its record lies there, to name in messages. */
  readonly file: string;
  /** `undefined` where the release does not have it. */
  readonly read: () => Promise<AnchorRecord | undefined>;
}

/**
 * Compare this content with the addresses that another release published.
 *
 * `npm run check` compares it with this content's own records; this is for what those cannot tell: a
 * record that was edited, or never fetched from where the site is published.
 *
 * @param against a content directory, the address of one on a server, or the address of a site
 * @returns `w-004` and `w-005` as the rules give them, `w-006` for what cannot be read there
 */
export async function compareReleases(contentDir: string, against: string): Promise<Message[]> {
  const messages: Message[] = [];
  const attempt = (work: () => Promise<void>) =>
    orNote(work, (error) => messages.push(error.toMessage()));
  await attempt(async () => {
    const ownFiles = await filesById(contentDir);
    const published = await publishedRecords(against, contentDir);
    let found = 0;
    for (const { file, read } of published)
      await attempt(async () => {
        const other = await read();
        if (other === undefined) return;
        found += 1;
        const own = ownFiles.get(other.id) ?? file;
        messages.push(...(await compareRecord(contentDir, own, other)));
      });
    // Where nothing at all was found, nothing was compared: most likely the address is wrong.
    if (found === 0 && messages.length === 0 && /^https?:\/\//.test(against))
      throw refused(against, 'nothing there of any report');
  });
  return messages;
}

/** Find each report's record, where it has one or will have it: files may be renamed, ids never. */
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
  if (!existsSync(path.join(contentDir, report)))
    return messagesOf('w-005', compareAnchors(said, undefined, file));
  const { frontmatter, text, explained } = await addressReport(contentDir, report, own, said);
  const { corrections } = frontmatter;
  return messagesOf('w-004', compareAnchors(explained ?? said, { ...text, corrections }, file));
}

function messagesOf(code: string, findings: readonly AnchorFinding[]): Message[] {
  return findings.map((finding) => ({ ...finding, code, severity: 'error' }));
}

/**
 * List what another release published.
 *
 * A site is asked for its list of reports, and what it serves of each is what counts. A content
 * directory on a server lists nothing: the records are asked for that this content has too.
 *
 * @param against a content directory, the address of one on a server, or the address of a site
 * @param contentDir this content
 * @throws ArchiveError `w-006` where the server gives neither an answer nor "not found"
 */
async function publishedRecords(against: string, contentDir: string): Promise<PublishedRecord[]> {
  if (!/^https?:\/\//.test(against)) {
    const files = await listAnchorFiles(against);
    return files.map((file) => ({ file, read: () => readAnchorRecord(against, file) }));
  }
  const base = against.endsWith('/') ? against : `${against}/`;
  const index = await fetchText(new URL(`.${fileAddress('reportIndex')}`, base));
  if (index === undefined) {
    const files = await listAnchorFiles(contentDir);
    return files.map((file) => ({ file, read: () => fetchRecord(new URL(file, base)) }));
  }
  const listed: readonly Pick<Report, 'id' | 'url'>[] = parseJson(index, base);
  return listed.map(({ id, url }) => ({
    file: `anchors/${id}.json`,
    read: () => fetchReport(new URL(`${url.slice(1)}report.json`, base)),
  }));
}

async function fetchRecord(url: URL): Promise<AnchorRecord | undefined> {
  const text = await fetchText(url);
  return text === undefined ? undefined : parseAnchorRecord(text, url.href);
}

/** Make the record that the release of a report as it is served would have. */
async function fetchReport(url: URL): Promise<AnchorRecord | undefined> {
  const text = await fetchText(url);
  if (text === undefined) return undefined;
  const report: Pick<Report, 'id' | 'version' | 'sections' | 'notes'> = parseJson(text, url.href);
  return recordAnchors(report, undefined);
}

async function fetchText(url: URL): Promise<string | undefined> {
  const response = await fetch(url).catch((cause) => {
    throw refused(url.href, String(cause), cause);
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw refused(url.href, `status ${response.status}`);
  return response.text();
}

function parseJson(text: string, file: string) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refused(file, 'no JSON', cause);
  }
}

function refused(file: string, fault: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    {
      location: { file },
      code: 'w-006',
      text: `Unexpected answer (${fault}), expected what another release published`,
      hint: 'give the address of its site, or the one under which its content directory is served',
    },
    cause,
  );
}
