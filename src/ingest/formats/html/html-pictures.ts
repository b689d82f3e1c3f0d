import type { Extracted } from '../extracted.ts';
import type { InventoryPiece, SourceDoubt } from '../inventory.ts';
import { pictureText } from '../line-writer.ts';
import { PagePictures } from '../pictures/page-pictures.ts';
import { listPictures } from '../pictures/picture-file.ts';
import type { Transcript } from '../pictures/transcript.ts';
import type { Zone } from './continue-content.ts';
import type { HtmlLine } from './open-line.ts';

/** Gives the file of a picture by the address that a page names it by, where it is in the source. */
export type PictureFiles = (address: string) => Uint8Array | undefined;

/** A line of a page, and where on the page it stands. */
export interface ZonedLine {
  readonly line: HtmlLine;
  readonly zone: Zone | undefined;
}

/** The lines of a page with what is written on its pictures, and what is to be said of them. */
export interface WrittenPictures {
  readonly lines: readonly ZonedLine[];
  readonly doubts: readonly SourceDoubt[];
  readonly written: readonly InventoryPiece[];
  readonly unread: NonNullable<Extracted['unread']>;
  /** The lines of pictures whose words are known. */
  readonly told: ReadonlySet<HtmlLine>;
}

/** What is known of the pictures of a page. */
export interface PageFiles {
  /** Of the source. */
  readonly bytes: Uint8Array;
  readonly files: PictureFiles;
  readonly transcript: Transcript;
}

/** Give the pictures whose file is in the source the size of that, where the page says none. */
export function sizePictures(lines: readonly HtmlLine[], { files }: PageFiles): HtmlLine[] {
  return lines.map((line) => {
    const { picture, source = '' } = line;
    const file = picture === undefined ? undefined : files(source);
    if (picture === undefined || file === undefined) return line;
    const sized = { ...picture, ...sizeOf(picture, file) };
    return { ...line, picture: sized, text: pictureText(sized) };
  });
}

/**
 * Read the pictures in a document's body that may be pages of text and whose file is in the source: as
 * data in the page, or beside it in one file. Those of the page around it are left alone.
 */
export function readHtmlPictures(
  lines: readonly ZonedLine[],
  { bytes, files, transcript }: PageFiles,
): WrittenPictures {
  const pages = new PagePictures(bytes, transcript, (at) => files(at) ?? new Uint8Array());
  const doubts: SourceDoubt[] = [];
  const written: InventoryPiece[] = [];
  const told = new Set<HtmlLine>();
  const read = lines.flatMap((zoned): ZonedLine[] => {
    const { line, zone } = zoned;
    const { picture, source = '', isContent } = line;
    if (picture === undefined || zone === 'page' || files(source) === undefined) return [zoned];
    const { where = '', words = [], why = '' } = pages.look(picture, source) ?? {};
    if (words.length === 0) return [zoned];
    told.add(line);
    doubts.push({ where, words: '', why: `${why} ${line.text}`, from: 'reader' });
    written.push(...words.map((text) => ({ where, text, kind: 'text' as const })));
    return [zoned, ...words.map((text) => ({ line: { text, isContent, isLink: false }, zone }))];
  });
  return { lines: read, doubts, written, unread: pages.unread, told };
}

const DATA = /^data:image\/[\w.+-]+;base64,/i;

/** Find pictures in the page's own markup too, and unpack each once. */
export function unpackOnce(beside: PictureFiles): PictureFiles {
  const known = new Map<string, Uint8Array | undefined>();
  return (address) => {
    if (!known.has(address)) known.set(address, dataOf(address) ?? beside(address));
    return known.get(address);
  };
}

function dataOf(address: string): Uint8Array | undefined {
  const head = DATA.exec(address)?.[0];
  return head === undefined ? undefined : Buffer.from(address.slice(head.length), 'base64');
}

/** What a page does not say of a picture's size is that of its file. */
function sizeOf({ width, height }: NonNullable<HtmlLine['picture']>, file: Uint8Array) {
  if (width !== null && height !== null) return { width, height };
  try {
    const [own] = listPictures(file);
    if (own === undefined) return { width, height };
    const scale = width === null ? (height === null ? 1 : height / own.height) : width / own.width;
    return { width: Math.round(own.width * scale), height: Math.round(own.height * scale) };
  } catch {
    // A picture that is cut off has no size, and is no page.
    return { width, height };
  }
}
