import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import JSZip from 'jszip';
import type { WARCRecord } from 'warcio';
import { partBytes, RecordReader, readContent } from '../formats/web/record-content.ts';
import { webAddress } from '../formats/web/web-address.ts';
import { refusal } from '../ingest-codes.ts';
import { readBytes } from '../read-source.ts';
import {
  type Capture,
  isDocument,
  LARGEST_CAPTURE,
  LARGEST_WHOLE,
  MOST_CAPTURES,
  type PassedOver,
} from './capture.ts';

/** What a web archive holds. */
export interface WebArchive {
  readonly captures: readonly Capture[];
  readonly passedOver: readonly PassedOver[];
}

/** The first bytes of a WARC file, plain or packed, and of a ZIP file. */
const HEAD = 4;
const [WARC, GZIP, ZIP] = ['57415243', '1f8b', '504b0304'];
/** Pages are packed to a fifth of their size; what unpacks to more than this was made to. */
const MOST_PACKED = 100;

/**
 * Tell whether a file is a web archive, by its first bytes; a ZIP and a GZIP are looked into.
 *
 * @param file absolute path
 */
export async function findWebArchive(file: string): Promise<'warc' | 'wacz' | undefined> {
  const head = await readHead(file);
  if (head.startsWith(WARC)) return 'warc';
  if (head.startsWith(GZIP) && /\.warc\.gz$/i.test(file)) return 'warc';
  return head.startsWith(ZIP) && /\.wacz$/i.test(file) ? 'wacz' : undefined;
}

async function readHead(file: string): Promise<string> {
  try {
    // Before it is opened: a pipe that nobody writes into would never open.
    if (!(await stat(file)).isFile()) return '';
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
    return Buffer.from(buffer.subarray(0, bytesRead)).toString('hex');
  } catch {
    return '';
  }
}

/**
 * Read the documents out of a web archive, each once: what a crawler captured anew counts by its last
 * capture.
 *
 * @param name what messages call the file
 * @param most bytes that a packed file may unpack to, whatever it is packed to
 * @throws ArchiveError `i-004` where it is broken, `i-006` where it unpacks to more than can be meant
 */
export async function readWebArchive(
  file: string,
  name: string,
  form: 'warc' | 'wacz',
  { most = LARGEST_WHOLE }: { readonly most?: number } = {},
): Promise<WebArchive> {
  const found = new Map<string, Capture>();
  const passedOver: PassedOver[] = [];
  const left = { bytes: LARGEST_WHOLE, records: MOST_CAPTURES };
  try {
    const streams = form === 'warc' ? [createReadStream(file)] : await openWacz(file, name);
    for (const stream of streams) {
      const records = new RecordReader(unpack(stream, name, most));
      let before = name;
      for await (const record of records) {
        if (records.remainder > 0) passedOver.push(tooLong(before, records.remainder));
        before = webAddress(record.warcTargetURI) ?? record.warcTargetURI ?? name;
        if (--left.records < 0) throw tooLarge(name);
        const capture = await readRecord(record, left, name);
        if (capture === undefined) continue;
        if ('why' in capture) passedOver.push(capture);
        else found.set(capture.url, capture);
      }
      if (records.remainder > 0) passedOver.push(tooLong(before, records.remainder));
      if (!records.isCut) continue;
      found.delete(before);
      passedOver.push({ url: before, why: 'the file is cut off in its record' });
    }
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'ArchiveError') throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refusal(
      'i-004',
      name,
      `Unexpected web archive that cannot be read (${reason}), expected a whole one`,
      'capture it again',
      cause,
    );
  }
  return { captures: [...found.values()], passedOver };
}

/** The WARC files in a WACZ file, unpacked within bounds. */
async function openWacz(file: string, name: string): Promise<AsyncIterable<Uint8Array>[]> {
  const zip = await JSZip.loadAsync(await readBytes({ source: file, name }));
  return Object.values(zip.files)
    .filter((part) => /^archive\/.+\.warc(?:\.gz)?$/i.test(part.name))
    .map((part) => new Readable().wrap(part.nodeStream('nodebuffer')));
}

/** Unpack a WARC file that is packed, as far as a crawl goes: what is passed over counts too. */
async function* unpack(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  most: number,
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let size = 0;
  const parts = (async function* () {
    for await (const chunk of stream) {
      packed += chunk.length;
      yield* partBytes(chunk);
    }
  })();
  const first = await parts.next();
  if (first.done === true) return;
  const whole = (async function* () {
    yield first.value;
    yield* parts;
  })();
  const isPacked = Buffer.from(first.value.subarray(0, 2)).toString('hex') === GZIP;
  // What fails on the way is told by the last stream, which is read below.
  const source: AsyncIterable<Uint8Array> = isPacked
    ? pipeline(Readable.from(whole), createGunzip(), () => undefined)
    : whole;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > most && size > packed * MOST_PACKED) throw tooLarge(name);
    yield chunk;
  }
}

async function readRecord(
  record: WARCRecord,
  left: { bytes: number },
  name: string,
): Promise<Capture | PassedOver | undefined> {
  const { warcType, warcTargetURI: target, httpHeaders } = record;
  if (warcType !== 'response' && warcType !== 'resource') return undefined;
  if (target === null || target === undefined || !/^https?:/i.test(target)) return undefined;
  const url = webAddress(target);
  if (url === undefined) return { url: target, why: 'no address of the web' };
  const status = httpHeaders?.statusCode ?? 200;
  const type = headerOf(record, 'content-type');
  if (status !== 200) return { url, why: `answered ${status}` };
  if (!isDocument(url, type)) return { url, why: type ?? 'of no known type' };
  const bytes = await readContent(record, Math.min(LARGEST_CAPTURE, left.bytes));
  if (bytes === undefined) throw tooLarge(name);
  left.bytes -= bytes.length;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(record.warcDate ?? '')?.[0];
  return { url, retrieved: day, bytes };
}

function headerOf({ httpHeaders, warcHeaders }: WARCRecord, name: string): string | undefined {
  const found = httpHeaders?.headers.get(name) ?? warcHeaders.headers.get(name);
  return found ?? undefined;
}

function tooLong(url: string, bytes: number): PassedOver {
  return { url, why: `its record is longer than it says: ${bytes} bytes of it were not read` };
}

function tooLarge(name: string) {
  return refusal(
    'i-006',
    name,
    'Unexpected web archive that holds more than can be read at once, expected the pages of a site’s reports',
    'part it into several',
  );
}
