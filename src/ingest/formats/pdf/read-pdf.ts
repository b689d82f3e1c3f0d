import type { ArchiveError } from '../../../report/archive-error.ts';
import { foldPrinted } from '../../../report/characters/typography.ts';
import type { SourceLine } from '../../describe/source-page.ts';
import { refusal } from '../../ingest-codes.ts';
import { commonShare } from '../decode-text.ts';
import type { Extracted } from '../extracted.ts';
import type { InventoryPiece, SourceDoubt } from '../inventory.ts';
import { layOutPages } from '../printed/lay-out-pages.ts';
import { dropRepeated } from '../printed/printed-lines.ts';
import type { PrintedFrame } from '../printed/printed-page.ts';
import { replaceTwins } from '../printed/replace-twins.ts';
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
/** So many characters tell the start of a note in the inventory. */
const NOTE_START = 6;

/**
 * Read a PDF by the positions of its glyphs, as pdf.js draws them. What another engine, PDFium, lists
 * of each page is its inventory: PDFium drops texts of one character whose font is not in the file,
 * and pdf.js drops none.
 *
 * @throws ArchiveError `i-003` where its fonts do not tell their characters, `i-004` under a
 *   password, `i-005` where it has no text, `i-006` where it has too many pages; other errors where
 *   it is broken
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<Extracted> {
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
    return read(pages, file);
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
  return { ...inventory, pieces: [{ where: `第${number}页`, text, kind: 'text' }] };
}

function read(pages: readonly Page[], file: string): Extracted {
  const { text, lines, running, doubts } = layOutPages(pages.flatMap(({ frames }) => frames));
  const made = lines.flatMap((line) => (line.picture === undefined ? [] : [line.text]));
  const length = text.replace(/\s/g, '').length - made.join('').length;
  if (length < LEAST_TEXT * Math.max(1, pages.filter((page) => !isScan(page)).length))
    throw refusal(
      'i-005',
      file,
      `Unexpected PDF of ${pages.length} ${pages.length === 1 ? 'page' : 'pages'} without text (a scan?), expected one that has its text`,
      'ingest the page or Word file of the document, or have its characters recognised and proof-read',
    );
  if (commonShare(text) < LEAST_COMMON)
    throw unreadable(file, `characters \`${text.trim().slice(0, 8)}\``);
  return {
    ...{ text, lines, running, hints: {}, extension: 'pdf', made },
    doubts: [...pages.flatMap(pageDoubts), ...doubts],
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

function pageDoubts(page: Page): SourceDoubt[] {
  const { number, glyphs, covered, isBlank, inventory } = page;
  const unknown = glyphs.filter(({ text }) => isUnknown(text)).length;
  const isRecognised = covered > SCANNED && glyphs.some(({ isInvisible }) => isInvisible);
  const told = [
    isScan(page) &&
      'this page is a picture (a scan): its text is not in the report; type it, or have it recognised',
    isRecognised &&
      'the text of this page was recognised by a program and laid over a picture: read it beside the picture',
    unknown > 0 &&
      `${unknown} characters of this page have no known character: compare it with the original`,
    inventory.untold > 0 &&
      `${inventory.untold} pieces of this page have a font that is not in the file, so that only one of two programs could read them: compare the page with the original`,
    isBlank && 'this page has neither text nor a picture; look whether it is blank',
  ];
  return told.flatMap((why) =>
    why === false ? [] : [{ where: `第${number}页`, words: '', why, from: 'reader' }],
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
