import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { addressBody } from '../../src/archive/anchor/address-body.ts';
import type { AnchorRecord } from '../../src/archive/anchor/anchor-record.ts';
import { type AnchorFinding, compareAnchors } from '../../src/archive/anchor/compare-anchors.ts';
import { withReasonsSince } from '../../src/archive/anchor/with-reasons-since.ts';
import { withReplacedTexts } from '../../src/archive/anchor/with-replaced-texts.ts';
import { ArchiveError, type Message } from '../../src/archive/error/archive-error.ts';
import { findPoints } from '../../src/archive/outline/find-points.ts';
import { parseReportFile } from '../../src/markdown/report-file.ts';
import { listAnchorFiles, parseAnchorRecord, readAnchorRecord } from '../content/anchor-records.ts';
import { fileReader, readReplacedTexts } from '../content/replaced-texts.ts';

/**
 * Holds this content against the addresses that another release published.
 *
 * `npm run check` does so with this content's own records; this is for what they cannot tell: a
 * record that was edited, or never fetched from where the site is published.
 *
 * @param against a content directory, or the address of one on a server; of a server, which lists
 *   nothing, the records are asked for that this content has too
 * @returns `w-004` and `w-005` as the rules give them, `w-006` for a record that cannot be read
 */
export async function compareReleases(contentDir: string, against: string): Promise<Message[]> {
  const isServer = /^https?:\/\//.test(against);
  const files = await listAnchorFiles(isServer ? contentDir : against);
  const ownFiles = await filesById(contentDir);
  const messages: Message[] = [];
  for (const file of files) {
    try {
      const other = isServer
        ? await fetchRecord(against, file)
        : await readAnchorRecord(against, file);
      if (other === undefined) continue;
      const own = ownFiles.get(other.id) ?? file;
      messages.push(...(await compareRecord(contentDir, own, other)));
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      messages.push(error.toMessage());
    }
  }
  return messages;
}

/** A report's files may be renamed; its id is never reassigned. */
async function filesById(contentDir: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const file of await listAnchorFiles(contentDir)) {
    const record = await readAnchorRecord(contentDir, file);
    if (record !== undefined) files.set(record.id, file);
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
  const sections = addressBody(body, own, findPoints);
  const replaced = readReplacedTexts(report, version, said, fileReader(contentDir));
  const published = withReplacedTexts(said, sections, replaced);
  return messagesOf('w-004', compareAnchors(published, { sections, corrections }, file));
}

function messagesOf(code: string, findings: readonly AnchorFinding[]): Message[] {
  return findings.map((finding) => ({ ...finding, code, severity: 'error' }));
}

/** @throws ArchiveError `w-006` where the server gives neither a record nor "not found" */
async function fetchRecord(server: string, file: string): Promise<AnchorRecord | undefined> {
  const url = new URL(file, server.endsWith('/') ? server : `${server}/`);
  const refuse = (fault: string, cause?: unknown) =>
    new ArchiveError(
      {
        place: { file: url.href },
        code: 'w-006',
        text: `Unexpected answer (${fault}), expected an anchor record`,
        hint: 'give the address under which the other release’s content directory is served',
      },
      cause,
    );
  const response = await fetch(url).catch((cause) => {
    throw refuse(String(cause), cause);
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw refuse(`status ${response.status}`);
  return parseAnchorRecord(await response.text(), url.href);
}
