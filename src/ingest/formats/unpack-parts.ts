import { Readable } from 'node:stream';
import JSZip from 'jszip';
import type { ArchiveError } from '../../report/archive-error.ts';
import { refusal } from '../ingest-codes.ts';
import { READ_FORMATS } from './extracted.ts';

/** What a document may hold, a hundred times that of any report. */
const MOST_PARTS = 4_000;
const MOST_BYTES = 300_000_000;
/** Of a part that is read as XML; a report of a hundred pages has 2 MB. */
const MOST_XML = 24_000_000;

/** Formats that are ZIP archives too, and the part that tells them. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^OFD\.xml$/i, 'an OFD document'],
  [/^xl\//, 'an Excel workbook'],
  [/^ppt\//, 'a PowerPoint presentation'],
  [/^mimetype$/, 'an OpenDocument or EPUB file'],
];

/**
 * Unpack the XML parts of a document that is a ZIP archive, as much as a document has and no more:
 * what a part says of its size is not believed, and each part's checksum is.
 *
 * @param file what messages call the document
 * @param isPart tells a part that such a document has, by its name
 * @returns the parts by name
 * @throws ArchiveError `i-002` where it is another kind of file, `i-006` where it unpacks to more
 *   than any report; other errors where it is broken
 */
export async function unpackParts(
  bytes: Uint8Array,
  file: string,
  isPart: RegExp,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = await JSZip.loadAsync(bytes);
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  if (entries.length > MOST_PARTS)
    throw tooLarge(file, `${entries.length} parts`, `at most ${MOST_PARTS}`);
  if (!entries.some(({ name }) => isPart.test(name))) throw noDocument(file, entries);
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    const isXml = /\.(?:xml|rels)$/i.test(entry.name);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of new Readable().wrap(entry.nodeStream()) as AsyncIterable<Buffer>) {
      size += chunk.length;
      total += chunk.length;
      if (total > MOST_BYTES || (isXml && size > MOST_XML))
        throw tooLarge(file, `part ${entry.name} of more than ${size} bytes`, 'a report');
      if (isXml) chunks.push(chunk);
    }
    if (isXml) parts.set(entry.name, Buffer.concat(chunks));
  }
  // Only now, that it is known to be small: this unpacks all of it at once.
  await JSZip.loadAsync(bytes, { checkCRC32: true });
  return parts;
}

/**
 * Unpack one part of a document that `unpackParts` found within bounds.
 *
 * @throws Error where it is not there
 */
export async function unpackPart(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const part = (await JSZip.loadAsync(bytes)).file(name);
  if (part === null) throw new Error(`${name} is not in it`);
  return part.async('uint8array');
}

function noDocument(file: string, entries: readonly { readonly name: string }[]): ArchiveError {
  const other = OTHERS.find(([part]) => entries.some(({ name }) => part.test(name)))?.[1];
  return refusal(
    'i-002',
    file,
    `Unexpected ${other?.replace(/^an? /, '') ?? 'ZIP archive'}, expected ${READ_FORMATS}`,
    other === undefined
      ? 'unpack it, and ingest what is in it'
      : 'open it, and save it as PDF or .docx',
  );
}

function tooLarge(file: string, what: string, expected: string): ArchiveError {
  return refusal(
    'i-006',
    file,
    `Unexpected document with ${what}, expected ${expected}`,
    'open it, and save its text in a new document',
  );
}
