import { parseAnchorRecord, readAnchorRecord } from '../../content/anchor-records.ts';
import { listAnchorFiles } from '../../content/content-directory.ts';
import { fileAddress } from '../../report/addresses.ts';
import { recordAnchors } from '../../report/anchor/anchor-changes.ts';
import type { AnchorRecord } from '../../report/anchor/anchor-record.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import type { Report } from '../../report/report.ts';

/** What another release published of one report. */
export interface PublishedRecord {
  /** Where its record lies there, to name in messages. */
  readonly file: string;
  /** `undefined` where the release does not have it. */
  readonly read: () => Promise<AnchorRecord | undefined>;
}

/**
 * Lists what another release published.
 *
 * A site is asked for its list of reports, and what it serves of each is what counts. A content
 * directory on a server lists nothing: the records are asked for that this content has too.
 *
 * @param against a content directory, the address of one on a server, or the address of a site
 * @param contentDir this content
 * @throws ArchiveError `w-006` where the server gives neither an answer nor "not found"
 */
export async function publishedRecords(
  against: string,
  contentDir: string,
): Promise<PublishedRecord[]> {
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

/** Makes the record that the release of a report as it is served would have. */
async function fetchReport(url: URL): Promise<AnchorRecord | undefined> {
  const text = await fetchText(url);
  if (text === undefined) return undefined;
  const report: Pick<Report, 'id' | 'version' | 'sections'> = parseJson(text, url.href);
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
      place: { file },
      code: 'w-006',
      text: `Unexpected answer (${fault}), expected what another release published`,
      hint: 'give the address of its site, or the one under which its content directory is served',
    },
    cause,
  );
}
