import type { Attachment } from 'postal-mime';
import { refusal } from '../../ingest-codes.ts';
import { decodeMarkup } from '../decode-text.ts';
import type { Extracted } from '../extracted.ts';
import type { Transcript } from '../pictures/transcript.ts';
import { webAddress } from '../web/web-address.ts';
import type { PictureFiles } from './html-pictures.ts';
import { readMarkup } from './read-html.ts';

/**
 * Read a page that a browser saved as one file (MHTML): its text, that of its frames below it, and
 * the address it was saved from.
 *
 * @throws ArchiveError those of `readHtml`
 */
export async function readMhtml(
  bytes: Uint8Array,
  file: string,
  transcript: Transcript = new Map(),
): Promise<Extracted> {
  const { default: PostalMime } = await import('postal-mime');
  // As attachments its pages keep their bytes: a page may be in another encoding than it says.
  const message = Buffer.from(bytes)
    .toString('latin1')
    .replace(PAGE_PART, `$1${PAGE_TYPE}`)
    .replace(PART_LOCATION, '$1Content-Description:$3\r\n$2$3');
  const { attachments, headers } = await PostalMime.parse(Buffer.from(message, 'latin1'));
  const said = (name: string) => headers.find(({ key }) => key === name)?.value;
  const saved = said('snapshot-content-location') ?? said('content-location');
  const pages = attachments
    .filter(({ mimeType }) => mimeType === PAGE_TYPE)
    .map(({ content }) => contentBytes(content))
    // A frame of the page may be empty.
    .filter((content) => content.some((byte) => byte > 0x20))
    .map((content) => decodeMarkup(content, file));
  const [first] = pages;
  if (first === undefined) throw noPage(file);
  const html = pages.map(({ text }) => text).join('\n');
  const files = pictureFiles(attachments, saved);
  const extracted = await readMarkup(html, first.encoding, file, { bytes, transcript, files });
  return { ...extracted, url: webAddress(saved) ?? extracted.url, extension: 'mhtml' };
}

/** Find the files of pictures beside a page: by the address they were saved from, or by their id. */
function pictureFiles(attachments: readonly Attachment[], saved: string | undefined): PictureFiles {
  const files = new Map<string, Attachment>();
  for (const one of attachments) {
    const id = one.contentId?.replace(/^<|>$/g, '');
    if (id !== undefined) files.set(`cid:${id}`, one);
    if (one.description !== undefined) files.set(one.description, one);
  }
  return (address) => {
    const whole = URL.parse(address, saved)?.href;
    const found = files.get(address) ?? files.get(whole ?? '');
    return found && contentBytes(found.content);
  };
}

function noPage(file: string) {
  return refusal(
    'i-001',
    file,
    'Unexpected message without a page in it, expected the page of a report',
    'open the page, and save it again as one file',
  );
}

/** The library tells an address of a part only as its description. */
const PART_LOCATION = /^(--\S+\r?\n(?:[^\r\n]+\r?\n)*?)(content-location:)([^\r\n]*)/gim;
const PAGE_TYPE = 'application/x-page';
const PAGE_PART = /^(content-type:\s*)(?:text\/html|application\/xhtml\+xml)/gim;

function contentBytes(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
