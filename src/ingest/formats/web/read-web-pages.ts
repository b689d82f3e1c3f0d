import { refusal } from '../../ingest-codes.ts';
import { extract } from '../extract.ts';
import type { Extracted } from '../extracted.ts';
import { partBytes, RecordReader, readContent } from './record-content.ts';
import { webAddress } from './web-address.ts';

/** A document has as many pages at most, and as many bytes. */
const MOST_PAGES = 100;
const LARGEST = 100_000_000;

/**
 * Read a document that stands on several pages of a site: a WARC file of their responses, in order.
 * What is around the text stands on each page, and is found on each.
 *
 * @throws ArchiveError `i-005` where it holds no page; others as its pages are refused
 */
export async function readWebPages(bytes: Uint8Array, file: string): Promise<Extracted> {
  const pages: Extracted[] = [];
  let url: string | undefined;
  let size = 0;
  const records = new RecordReader(partBytes(bytes));
  for await (const record of records) {
    if (record.warcType !== 'response') continue;
    const content = await readContent(record, LARGEST - size);
    size += content?.length ?? 0;
    if (pages.length >= MOST_PAGES || content === undefined)
      throw refusal(
        'i-006',
        file,
        `Unexpected web archive of more than ${MOST_PAGES} pages or ${LARGEST} bytes, expected those of one report`,
        'give the report alone, or each of its pages',
      );
    url ??= webAddress(record.warcTargetURI);
    pages.push(await extract(content, file));
  }
  if (records.isCut) throw new Error('it is cut off');
  const [first] = pages;
  if (first === undefined)
    throw refusal(
      'i-005',
      file,
      'Unexpected web archive without a page, expected the pages of one report',
      'capture the page again',
    );
  let before = 0;
  const shifts = pages.map(({ text }) => {
    const shift = before;
    before += text.split(/\r\n|[\n\r]/).length;
    return shift;
  });
  const shifted = <T extends { readonly line: number }>(of: (page: Extracted) => readonly T[]) =>
    pages.flatMap((page, at) =>
      of(page).map((one) => ({ ...one, line: one.line + (shifts[at] ?? 0) })),
    );
  return {
    text: pages.map(({ text }) => text).join('\n'),
    lines: shifted(({ lines }) => lines),
    running: shifted(({ running = [] }) => running),
    hints: first.hints,
    // What the inventory finds is found again for the whole.
    doubts: pages.flatMap(({ doubts = [] }) => doubts.filter(({ from }) => from === 'reader')),
    made: pages.flatMap(({ made = [] }) => made),
    inventory: pages.flatMap(({ inventory = [] }, at) =>
      inventory.map((piece) => ({ ...piece, where: `第${at + 1}页${piece.where}` })),
    ),
    url,
    extension: 'warc',
  };
}
