import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { excerpt } from '../../../report/archive-error.ts';
import type { SourceLine } from '../../describe/source-page.ts';
import { refusal } from '../../ingest-codes.ts';
import { decodeMarkup, type Encoding, requireSound } from '../decode-text.ts';
import type { Extracted } from '../extracted.ts';
import type { InventoryPiece, SourceDoubt } from '../inventory.ts';
import { pictureDoubt } from '../line-writer.ts';
import type { Transcript } from '../pictures/transcript.ts';
import { webAddress } from '../web/web-address.ts';
import { continueContent, type Zone } from './continue-content.ts';
import { findContents, findReadable } from './find-content.ts';
import { findPages, isPager, type PageOfSeveral } from './find-pages.ts';
import {
  type PageFiles,
  readHtmlPictures,
  sizePictures,
  unpackOnce,
  type ZonedLine,
} from './html-pictures.ts';
import { listHtmlText } from './list-html-text.ts';
import type { HtmlLine } from './open-line.ts';
import { readHints } from './read-hints.ts';
import { type HtmlText, readHtmlLines } from './read-html-lines.ts';

/** Twice what browsers build. */
const DEEPEST = 1_000;
/** How far into a page the comment of a browser that saved it is looked for, in characters. */
const HEAD = 4096;

/** More that a page hides is counted only. */
const MOST_HIDDEN = 5;
const EXCERPT = 60;
/** Where no document is found in a page, a picture this large may be one. */
const LARGE_PICTURE = 100;

/**
 * Read a web page: its visible text line by line, and which lines are the document's.
 *
 * The document is looked for where government content systems put it, then by Readability; where
 * neither finds it, the lines are left to be told apart by their words, as in plain text. Lines that
 * carry on its numbering elsewhere on the page are of the document too.
 *
 * @throws ArchiveError `i-001` to `i-003`; `i-006` where its elements are nested as in no page
 */
export async function readHtml(
  bytes: Uint8Array,
  file: string,
  transcript: Transcript = new Map(),
): Promise<Extracted> {
  const { text, encoding } = decodeMarkup(bytes, file);
  return readMarkup(text, encoding, file, { bytes, transcript, files: () => undefined });
}

/**
 * Read the markup of a page.
 *
 * @param given what is known of its pictures: their files, and what is written on them
 * @throws ArchiveError those of `readHtml`
 */
export async function readMarkup(
  html: string,
  encoding: Encoding,
  file: string,
  given: PageFiles,
): Promise<Extracted> {
  const depth = measureNesting(html);
  if (depth > DEEPEST)
    throw refusal(
      'i-006',
      file,
      `Unexpected elements nested ${depth} deep, expected at most ${DEEPEST}`,
      'open the page in a browser, and save its text',
    );
  const page = unified().use(rehypeParse).parse(html);
  const contents = findContents(page);
  const raw = readHtmlLines(page, contents);
  const pictures = { ...given, files: unpackOnce(given.files) };
  const read = { ...raw, lines: sizePictures(raw.lines, pictures) };
  const zones = await findZones(read.lines, contents.size > 0, html);
  const found = read.lines.flatMap((line, at): ZonedLine[] => {
    const zone = zones?.[at];
    return isKept(line, zone) ? [{ line, zone: isPager(line.text) ? 'page' : zone }] : [];
  });
  const { lines: kept, doubts, written, unread, told } = readHtmlPictures(found, pictures);
  const seen = kept.filter(({ zone }) => zone !== 'page').map(({ line }) => line.text);
  requireSound(seen.join('\n'), encoding, file);
  const pages = findPages(read.lines, (at) => zones?.[at] === 'content', html);
  const shown = kept.filter(({ line }) => line.picture !== undefined);
  return {
    text: kept.map(({ line }) => line.text).join('\n'),
    lines: kept.map(
      ({ line: { text, isLink, level, row, picture }, zone }, index): SourceLine => ({
        ...{ line: index + 1, text, zone, level, row, picture },
        isLink: isLink || undefined,
      }),
    ),
    hints: readHints(page),
    url: webAddress(/<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, HEAD))?.[1]),
    extension: 'html',
    doubts: [
      ...tellDoubts(
        read,
        kept.map(({ line }) => line),
        { pages, told },
      ),
      ...doubts,
    ],
    made: [...read.made, ...shown.map(({ line }) => line.text)],
    inventory: [...listHtmlText(page, contents), ...written],
    unread,
    isRecognised: written.length + unread.length > 0 && isOnPictures(kept, written),
  };
}

/** A document with less text of its own, in characters, is its pictures. */
const LEAST_TEXT = 20;

/** Whether a document, found on its page, says nothing but what is written on its pictures. */
function isOnPictures(lines: readonly ZonedLine[], written: readonly InventoryPiece[]): boolean {
  const own = lines.filter(({ line, zone }) => zone === 'content' && line.picture === undefined);
  const size = (texts: readonly { readonly text: string }[]) =>
    texts.reduce((sum, { text }) => sum + text.trim().length, 0);
  return (
    lines.some(({ zone }) => zone === 'content') &&
    size(own.map(({ line }) => line)) - size(written) < LEAST_TEXT
  );
}

/** Tell which lines are the document's; `undefined` where none is found in the page. */
async function findZones(
  lines: readonly HtmlLine[],
  isFound: boolean,
  html: string,
): Promise<readonly Zone[] | undefined> {
  const isReadable = isFound ? undefined : await findReadable(html);
  if (!isFound && isReadable === undefined) return undefined;
  let last: Zone = 'page';
  const zones = lines.map((line): Zone => {
    // A picture stands with the text above it.
    if (!isFound && line.picture !== undefined) return last;
    last = (isReadable?.(line) ?? line.isContent) ? 'content' : 'page';
    return last;
  });
  return continueContent(lines, zones);
}

/** Pictures of the page around a document leave no trace. */
function isKept({ picture }: HtmlLine, zone: Zone | undefined): boolean {
  if (picture === undefined || zone === 'content') return true;
  const { width, height } = picture;
  return zone === undefined && (width ?? 0) >= LARGE_PICTURE && (height ?? 0) >= LARGE_PICTURE;
}

function tellDoubts(
  { hidden, frames }: HtmlText,
  lines: readonly HtmlLine[],
  {
    pages,
    told,
  }: { readonly pages: PageOfSeveral | undefined; readonly told: ReadonlySet<HtmlLine> },
): SourceDoubt[] {
  const doubt = (where: string, words: string, why: string): SourceDoubt => ({
    ...{ where, words, why },
    from: 'reader',
  });
  const isWords = ({ text }: { readonly text: string }) => /[\p{Script=Han}\d]/u.test(text);
  // Words that are put into each paragraph are told once.
  const left = [...new Map(hidden.filter(isWords).map((one) => [one.text, one])).values()];
  const doubts: SourceDoubt[] = [];
  if (pages !== undefined)
    doubts.push(
      doubt(
        `第${pages.number}页，共${pages.count ?? '若干'}页`,
        '',
        `this is page ${pages.number} of ${pages.count ?? 'several'}: the document goes on where the page leads to; take the others in too`,
      ),
    );
  if (frames > 0)
    doubts.push(
      doubt(
        '正文',
        '',
        'a part of the document stands in a frame, and not in this file: open it by itself, and compare',
      ),
    );
  return [
    ...doubts,
    ...left.slice(0, MOST_HIDDEN).map(({ text, isStruck }) => {
      const words = excerpt(text, EXCERPT);
      return doubt(
        '正文',
        words,
        `「${words}」 is ${isStruck ? 'struck out' : 'hidden by the page'} and left out`,
      );
    }),
    ...(left.length > MOST_HIDDEN
      ? [
          doubt(
            '正文',
            '',
            `${left.length - MOST_HIDDEN} more pieces of text are hidden or struck out and left out`,
          ),
        ]
      : []),
    ...lines.flatMap((line, at) => {
      const { text, picture } = line;
      if (picture === undefined || told.has(line)) return [];
      const above = lines.slice(0, at).findLast((line) => line.picture === undefined)?.text ?? '';
      return [doubt('正文', picture.alt, pictureDoubt(text, above))];
    }),
  ];
}

/** Elements that have nothing in them, or that the next of their kind ends. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dd|dt|td|th|tr|option|tbody|thead|colgroup|rt|rp)$/i;

/**
 * Measure how deep the tags of a page are nested, about as a parser would find: parsing takes time
 * by the square of it, and a page made to be deep would take minutes.
 */
function measureNesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, isEnd, name = ''] of html.matchAll(/<(\/?)([a-z][\w:-]*)/gi)) {
    if (FLAT.test(name)) continue;
    depth = Math.max(0, depth + (isEnd === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
