import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findMachineFault } from '../../command/run-command.ts';
import { ArchiveError } from '../../report/archive-error.ts';
import { listSources } from '../ingest-options.ts';
import type { SourceFile } from '../read-source.ts';
import type { Capture, PassedOver } from './capture.ts';
import { type Answer, fetchDocument } from './fetch-document.ts';
import { findWebArchive, readWebArchive } from './read-web-archive.ts';

/** The sources of a call, and what was found beside them. */
export interface GatheredSources {
  readonly files: readonly SourceFile[];
  readonly passedOver: readonly PassedOver[];
  /** Files that fetched pages link to: each may be ingested by its address. */
  readonly attachments: readonly string[];
  /** Remove what was fetched and unpacked. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Gather the sources of a call: files, those of a directory, the documents in a web archive, and
 * documents at addresses, which are fetched.
 *
 * @param words files, directories and addresses
 * @param from messages name files from here
 * @param signal once it is aborted, what is left is only listed
 * @param today the day on which addresses are fetched, `2023-03-01`
 */
export async function gatherSources(
  words: readonly string[],
  {
    from,
    today,
    pause,
    signal,
  }: {
    readonly from: string;
    readonly today: string;
    readonly pause?: number;
    readonly signal?: AbortSignal;
  },
): Promise<GatheredSources> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fazhi-sources-'));
  const files: SourceFile[] = [];
  const passedOver: PassedOver[] = [];
  const attachments: string[] = [];
  const add = async ({ url, retrieved, bytes }: Capture) => {
    const source = path.join(folder, String(files.length));
    await writeFile(source, bytes);
    files.push({ source, name: url, url, retrieved });
  };
  const gatherAddress = async (word: string) => {
    const fetched = await fetchDocument(word, { pause, signal });
    passedOver.push(...fetched.passedOver);
    attachments.push(...fetched.attachments);
    await add(toCapture(fetched.pages, today));
  };
  const gatherFile = async (source: string, name: string) => {
    const form = await findWebArchive(source);
    if (form === undefined) {
      files.push({ source, name });
      return;
    }
    const archive = await readWebArchive(source, name, form);
    passedOver.push(...archive.passedOver);
    for (const capture of archive.captures) await add(capture);
  };
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const paths = await listSources(words.filter((word) => !isAddress(word)));
    for (const source of [...words.filter(isAddress), ...paths]) {
      const isPath = !isAddress(source);
      const name = (isPath && path.relative(from, source)) || source;
      try {
        signal?.throwIfAborted();
        await (isPath ? gatherFile(source, name) : gatherAddress(source));
      } catch (refused) {
        if (signal?.aborted) {
          files.push({ source, name });
          continue;
        }
        // What the machine refuses here is the room for what was fetched or unpacked.
        if (!(refused instanceof ArchiveError) && findMachineFault(name, refused)) throw refused;
        files.push({ source, name, refused });
      }
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { files, passedOver, attachments, [Symbol.asyncDispose]: remove };
}

function isAddress(word: string): boolean {
  return /^https?:\/\//i.test(word);
}

/** A document on one page is kept as it came; one on several as a WARC file of all responses. */
function toCapture(pages: readonly Answer[], today: string): Capture {
  const [first] = pages;
  if (first === undefined) throw new RangeError('a document has a page');
  const bytes =
    pages.length === 1 ? first.bytes : Buffer.concat(pages.map((page) => toRecord(page, today)));
  return { url: first.url, retrieved: today, bytes };
}

/** Write a response as a WARC record; its number is made of its address, so that no two runs differ. */
function toRecord({ url, type, bytes }: Answer, today: string): Buffer {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type ?? 'application/octet-stream'}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  const head = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${today}T00:00:00Z`,
    `WARC-Record-ID: <${url}>`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${Buffer.byteLength(http) + bytes.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n${http}`), bytes, Buffer.from('\r\n\r\n')]);
}
