import type { ArchiveError } from '../../../report/archive-error.ts';
import { foldPrinted } from '../../../report/characters/typography.ts';
import type { SourceLine } from '../../describe/source-page.ts';
import { refusal } from '../../ingest-codes.ts';
import { commonShare } from '../decode-text.ts';
import type { Extracted, UnreadPicture } from '../extracted.ts';
import type { InventoryPiece, SourceDoubt } from '../inventory.ts';
import { encodePng } from '../pictures/encode-png.ts';
import {
  recognisedDoubt,
  recognisedPicture,
  recognisedStem,
  type Transcript,
} from '../pictures/transcript.ts';
import { layOutPages } from '../printed/lay-out-pages.ts';
import { dropRepeated } from '../printed/printed-lines.ts';
import type { PrintedFrame } from '../printed/printed-page.ts';
import { replaceTwins } from '../printed/replace-twins.ts';
import { findWrongCharacters } from './find-wrong-characters.ts';
import { listPdfText, type PageInventory } from './list-pdf-text.ts';
import { isUnknown, toFrames } from './page-frames.ts';
import { openPdfium, type Pdfium } from './pdfium.ts';
import { readShownGlyphs, type ShownGlyph } from './pdfjs-glyphs.ts';

/** A document has as many characters at least; a scan may carry a stamp or page numbers as text. */
const LEAST_TEXT = 20;
/** Of Chinese official text; where glyphs are taken for characters there is next to none. */
const LEAST_COMMON = 0.15;
/** A picture that covers so much of a page is the page. */
const SCANNED = 0.5;
/** A page whose text is a page number or a stamp only has fewer characters. */
const BARE = 20;
const MOST_PAGES = 1000;
/** Of a painted page, in dots an inch, and in dots. */
const RESOLUTION = 200;
const LARGEST_SIDE = 4000;
/** So many characters tell the start of a note in the inventory. */
const NOTE_START = 6;

/**
 * Read a PDF by the positions of its glyphs, as pdf.js draws them. What another engine, PDFium, lists
 * of each page is its inventory: PDFium drops texts of one character whose font is not in the file,
 * and pdf.js drops none. A page that is a picture has the words of the transcript.
 *
 * @throws ArchiveError `i-003` where its fonts do not tell their characters, `i-004` under a
 *   password, `i-005` where it has no text, `i-006` where it has too many pages; other errors where
 *   it is broken
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
  transcript: Transcript = new Map(),
): Promise<Extracted> {
  const pdf = await openPdfium(bytes);
  if (pdf === 'locked') throw locked(file);
  try {
    if (pdf.pages > MOST_PAGES)
      throw refusal(
        'i-006',
        file,
        `Unexpected PDF of ${pdf.pages} pages, expected at most ${MOST_PAGES}`,
        'give the report alone',
      );
    const { pages: shown, lacking } = await readShownGlyphs(bytes);
    if (lacking.length > 0)
      throw unreadable(file, `fonts that are not in the PDF (${lacking.join(', ')})`);
    const pages = shown.map((glyphs, at) => readPage(pdf, at + 1, glyphs));
    return read(
      pages.map((page) => withWords(page, transcript)),
      bytes,
      file,
    );
  } finally {
    pdf.close();
  }
}

/** What a page shows, and what is listed of it. */
interface Page {
  readonly number: number;
  readonly glyphs: readonly ShownGlyph[];
  readonly frames: readonly PrintedFrame[];
  /** The share of it that pictures cover. */
  readonly covered: number;
  readonly isBlank: boolean;
  /** What is written on it, where it is a picture and that is known. */
  readonly words?: readonly string[] | undefined;
  readonly inventory: PageInventory;
}

function readPage(pdf: Pdfium, number: number, glyphs: readonly ShownGlyph[]): Page {
  const { drawing, area } = pdf.withPage(number, ({ drawing: drawn, width, height }) => ({
    drawing: drawn,
    area: width * height,
  }));
  const { pictures, strokes } = drawing;
  const sum = pictures.reduce((all, [x0, y0, x1, y1]) => all + (x1 - x0) * (y1 - y0), 0);
  return {
    ...{ number, glyphs, frames: toFrames(number, glyphs, drawing), covered: sum / area },
    isBlank: glyphs.length + pictures.length + strokes.length === 0,
    inventory: completed(listPdfText(pdf, number), number, glyphs),
  };
}

/** Give a page that is a picture what is written on it, in place of the picture. */
function withWords(page: Page, transcript: Transcript): Page {
  const { number, frames, inventory } = page;
  if (!isScan(page)) return page;
  const words = transcript.get(regionOf(number));
  if (words === undefined)
    return { ...page, frames: frames.map((frame) => ({ ...frame, isScan: true })) };
  const blank = { glyphs: [], strokes: [], pictures: [], isAslant: false };
  const piece = { where: regionOf(number), text: words.join('\n'), kind: 'text' as const };
  return {
    ...page,
    words,
    frames: [
      { ...blank, page: number, transcript: words },
      ...frames.map((frame) => ({ ...frame, pictures: [] })),
    ],
    inventory: { ...inventory, pieces: [...inventory.pieces, piece] },
  };
}

function regionOf(number: number): string {
  return `第${number}页`;
}

/** Paint a page as a file, as large as a scanner would make it. */
async function paintPage(bytes: Uint8Array, number: number): Promise<Uint8Array> {
  const pdf = await openPdfium(bytes);
  if (pdf === 'locked') throw new Error('it is under a password');
  try {
    return pdf.withPage(number, (page) => {
      const scale = Math.min(RESOLUTION / 72, LARGEST_SIDE / Math.max(page.width, page.height));
      const [width, height] = [Math.round(page.width * scale), Math.round(page.height * scale)];
      return encodePng(page.paint(width, height), width, height);
    });
  } finally {
    pdf.close();
  }
}

/** Where PDFium tells only a part of a page, the inventory is what pdf.js draws, in its order. */
function completed(
  inventory: PageInventory,
  number: number,
  glyphs: readonly ShownGlyph[],
): PageInventory {
  const text = replaceTwins(
    dropRepeated(glyphs)
      .map((glyph) => glyph.text)
      .join(''),
  );
  const told = inventory.pieces.map((piece) => piece.text).join('');
  const isComplete = foldPrinted(told).length >= foldPrinted(text).length;
  if (inventory.untold === 0 || isComplete) return { ...inventory, untold: 0 };
  return { ...inventory, pieces: [{ where: regionOf(number), text, kind: 'text' }] };
}

function read(pages: readonly Page[], bytes: Uint8Array, file: string): Extracted {
  const { text, lines, running, doubts } = layOutPages(pages.flatMap(({ frames }) => frames));
  const made = lines.flatMap((line) => (line.picture === undefined ? [] : [line.text]));
  const length = text.replace(/\s/g, '').length - made.join('').length;
  const unread = pages
    .filter((page) => isScan(page) && page.words === undefined)
    .map(({ number }): UnreadPicture => {
      return { where: regionOf(number), picture: () => paintPage(bytes, number) };
    });
  if (
    unread.length === 0 &&
    length < LEAST_TEXT * Math.max(1, pages.filter((page) => !isScan(page)).length)
  )
    throw refusal(
      'i-005',
      file,
      `Unexpected PDF of ${pages.length} ${pages.length === 1 ? 'page' : 'pages'} without text (a scan?), expected one that has its text`,
      'ingest the page or Word file of the document, or have its characters recognised and proof-read',
    );
  if (length >= LEAST_TEXT && commonShare(text) < LEAST_COMMON)
    throw unreadable(file, `characters \`${text.trim().slice(0, 8)}\``);
  return {
    ...{ text, lines, running, hints: {}, extension: 'pdf', made, unread },
    isRecognised: pages.every((page) => isScan(page)),
    doubts: [...pages.flatMap((page) => pageDoubts(page, bytes)), ...doubts],
    inventory: withoutMarks(
      pages.flatMap(({ inventory }) => inventory.pieces),
      lines,
    ),
  };
}

/** Take the marks that notes begin with out of an inventory: a note's text is without its mark. */
function withoutMarks(
  pieces: readonly InventoryPiece[],
  lines: readonly SourceLine[],
): InventoryPiece[] {
  const notes = lines.flatMap(({ note, text }) => (note === undefined ? [] : [{ note, text }]));
  return pieces.map((piece) => {
    let { text } = piece;
    for (const { note, text: words } of notes) {
      const start = [...note.mark, ...words.slice(0, NOTE_START)].map(toPattern).join('\\s*');
      text = text.replace(new RegExp(`${start}`, 'u'), words.slice(0, NOTE_START));
    }
    return { ...piece, text };
  });
}

function toPattern(character: string): string {
  return /\s/.test(character) ? '' : character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Whether a page is a picture, with no text but what a scanner or a stamp adds. */
function isScan({ glyphs, covered }: Page): boolean {
  return glyphs.length < BARE && covered > SCANNED;
}

function pageDoubts(page: Page, bytes: Uint8Array): SourceDoubt[] {
  const { number, glyphs, covered, isBlank, words, inventory } = page;
  const stem = words === undefined ? '' : recognisedStem(bytes);
  const unknown = glyphs.filter(({ text }) => isUnknown(text)).length;
  const isRecognised = covered > SCANNED && glyphs.some(({ isInvisible }) => isInvisible);
  const wrong = isRecognised ? [] : findWrongCharacters(glyphs);
  const told = [
    words !== undefined && recognisedDoubt(stem, recognisedPicture(stem, regionOf(number))),
    isRecognised &&
      'the text of this page was recognised by a program and laid over a picture: read it beside the picture',
    unknown > 0 &&
      `${unknown} characters of this page have no known character: compare it with the original`,
    wrong.length > 0 &&
      `a font of this page says 「${wrong.map(shown).join('')}」 of signs that are other characters: words and figures here may be wrong, so read the page beside the original, or ingest its page or Word file`,
    inventory.untold > 0 &&
      `${inventory.untold} pieces of this page have a font that is not in the file, so that only one of two programs could read them: compare the page with the original`,
    isBlank && 'this page has neither text nor a picture; look whether it is blank',
  ];
  return told.flatMap((why) =>
    why === false ? [] : [{ where: regionOf(number), words: '', why, from: 'reader' }],
  );
}

/** A control character as its picture. */
function shown(text: string): string {
  return text.replace(/\p{Cc}/gu, (one) =>
    String.fromCodePoint(0x2400 + (one.codePointAt(0) ?? 0)),
  );
}

function locked(file: string): ArchiveError {
  return refusal(
    'i-004',
    file,
    'Unexpected PDF under a password, expected one that opens without',
    'open it with its password, and print it to a new PDF',
  );
}

function unreadable(file: string, what: string): ArchiveError {
  return refusal(
    'i-003',
    file,
    `Unexpected ${what}, expected a PDF whose fonts tell their characters`,
    'ingest the page or Word file of the document, or print the PDF to a new one from a program that shows it',
  );
}
