import { refusal } from '../../ingest-codes.ts';
import type { Extracted, UnreadPicture } from '../extracted.ts';
import type { SourceDoubt } from '../inventory.ts';
import { recognisedStem, type Transcript } from '../pictures/transcript.ts';
import { layOutPages } from '../printed/lay-out-pages.ts';
import { unpackPart } from '../unpack-parts.ts';
import { listPages, unpackOfd } from './ofd-package.ts';
import { all, first, textOf } from './ofd-xml.ts';
import { type ReadOfdPage, readOfdPage } from './read-ofd-page.ts';

const MOST_PAGES = 1000;

/**
 * Read an OFD file (GB/T 33190-2016): a ZIP of XML in which each text tells where its glyphs stand.
 * Its inventory is every `TextCode` of its pages.
 *
 * @throws ArchiveError `i-004` where it is locked, `i-005` where it has no text, `i-006` where it
 *   unpacks to more than any report; other errors where it is broken
 */
export async function readOfd(
  bytes: Uint8Array,
  file: string,
  transcript: Transcript = new Map(),
): Promise<Extracted> {
  const parts = await unpackOfd(bytes, file);
  if (parts.has('Encryptions.xml') || parts.has('Encryption.xml'))
    throw refusal(
      'i-004',
      file,
      'Unexpected OFD under a password, expected one that opens without',
      'open it with its password, and save it without, or as PDF',
    );
  const stem = recognisedStem(bytes);
  const pages: ReadOfdPage[] = [];
  const unread: UnreadPicture[] = [];
  for (const body of all(parts.xml('OFD.xml'), 'DocBody'))
    for (const page of listPages(parts, textOf(first(body, 'DocRoot')))) {
      const where = `第${pages.length + 1}页`;
      if (pages.length >= MOST_PAGES)
        throw refusal(
          'i-006',
          file,
          `Unexpected OFD of more than ${MOST_PAGES} pages, expected one report`,
          'give the report alone',
        );
      const read = readOfdPage(page, pages.length + 1, transcript.get(where), stem);
      const { unread: part } = read;
      if (part !== undefined) unread.push({ where, picture: () => unpackPart(bytes, part) });
      pages.push(read);
    }
  const frames = pages.flatMap((page) => page.frames);
  const laidOut = layOutPages(frames);
  const made = laidOut.lines.flatMap(({ picture, text }) => (picture === undefined ? [] : [text]));
  const hasText = frames.some(({ glyphs, transcript: words }) => glyphs.length > 0 || words);
  if (!hasText && unread.length === 0)
    throw refusal(
      'i-005',
      file,
      'Unexpected OFD without text (a scan?), expected one that has its text',
      'ingest the page or Word file of the document, or have its characters recognised and proof-read',
    );
  return {
    ...{ text: laidOut.text, lines: laidOut.lines, running: laidOut.running },
    ...{ hints: {}, extension: 'ofd', made, unread },
    isRecognised: pages.every(({ isScan }) => isScan),
    inventory: pages.flatMap((page) => page.inventory),
    doubts: [
      ...pages.flatMap((page) => page.doubts),
      ...laidOut.doubts,
      ...parts.unlisted().map(unlistedDoubt),
    ],
  };
}

function unlistedDoubt(path: string): SourceDoubt {
  const why = `the file holds a page, or notes over one (${path}), that its list of pages does not name: look whether the document shows more text than stands here`;
  return { where: '全文', words: '', why, from: 'reader' };
}
