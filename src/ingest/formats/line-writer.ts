import type { Picture, SourceLine } from '../describe/source-page.ts';
import type { Extracted } from './extracted.ts';
import type { InventoryPiece, SourceDoubt } from './inventory.ts';
import { layOutTable, type SourceRow } from './lay-out-table.ts';
import type { PagePictures } from './pictures/page-pictures.ts';

/** A piece of a document as a word processor keeps it. */
export type Block =
  | {
      readonly kind: 'paragraph';
      /** A break inside it begins a line. */
      readonly text: string;
      /** Whether it repeats headings of the document, in its table of contents. */
      readonly isContents?: boolean;
    }
  | { readonly kind: 'table'; readonly rows: readonly BlockRow[] }
  | {
      readonly kind: 'picture';
      readonly picture: Picture;
      /** The part of the document that it is. */
      readonly part?: string | undefined;
    };

export interface BlockRow {
  readonly head: boolean;
  readonly cells: readonly BlockCell[];
}

export interface BlockCell {
  readonly blocks: readonly Block[];
  readonly columns: number;
  readonly rows: number;
}

/** A note and the mark that it is printed with. */
export interface BlockNote {
  readonly mark: string;
  readonly blocks: readonly Block[];
}

/** Cells as short as this say nothing without those beside them: `120`, `1/3`, `—`. */
const BARE = /^[^\p{Script=Han}]{1,12}$/u;
const CONTENTS = /^目\s*[录錄]$/u;
/** A picture this thin is a rule or a spacer. */
const THIN = 10;
/** A document with less text of its own, in characters, is its pictures. */
const LEAST_TEXT = 20;

/**
 * Writes what a document says line by line: a paragraph a line, a row of a table a line, and a line
 * for each picture.
 */
export class LineWriter {
  readonly #text: string[] = [];
  readonly #lines: SourceLine[] = [];
  readonly #running: SourceLine[] = [];
  readonly #doubts: SourceDoubt[] = [];
  readonly #made: string[] = [];
  readonly #pictures: PagePictures | undefined;
  /** What is written on pictures, as an inventory lists it. */
  readonly #written: InventoryPiece[] = [];
  #tables = 0;

  /** @param pictures finds those that are pages of text; without, none is looked for */
  constructor(pictures?: PagePictures) {
    this.#pictures = pictures;
  }

  /** Write blocks one below the other. */
  write(blocks: readonly Block[]): void {
    for (const [at, block] of blocks.entries()) {
      if (block.kind === 'table') this.#table(block.rows);
      else if (block.kind === 'picture') this.#picture(block.picture, block.part);
      else if (block.isContents === true || isContentsTitle(blocks, at)) this.#run(block.text);
      else this.#paragraph(block.text);
    }
  }

  /** Write what is printed on page after page: heads and feet. */
  writeRunning(blocks: readonly Block[]): void {
    for (const line of linesOf(blocks)) this.#run(line);
  }

  /** Write a note; lines of one note follow each other. */
  writeNote({ mark, blocks }: BlockNote): void {
    for (const line of linesOf(blocks))
      if (line.trim() !== '') this.#line(line.trim(), { note: { mark } });
  }

  /** Say that words were written that no text of the file holds. */
  made(...words: readonly string[]): void {
    this.#made.push(...words);
  }

  doubt(where: string, words: string, why: string): void {
    this.#doubts.push({ where, words, why, from: 'reader' });
  }

  extracted(extension: string, inventory: readonly InventoryPiece[]): Extracted {
    const unread = this.#pictures?.unread ?? [];
    const own = this.#lines.filter(({ picture }) => picture === undefined);
    const size = (texts: readonly { readonly text: string }[]) =>
      texts.reduce((sum, { text }) => sum + text.trim().length, 0);
    const hasPages = unread.length + this.#written.length > 0;
    return {
      ...{ text: this.#text.join('\n'), lines: this.#lines, running: this.#running },
      ...{ hints: {}, extension, doubts: this.#doubts, made: this.#made, unread },
      inventory: [...inventory, ...this.#written],
      isRecognised: hasPages && size(own) - size(this.#written) < LEAST_TEXT,
    };
  }

  #line(text: string, rest: Partial<SourceLine> = {}): void {
    this.#text.push(text);
    this.#lines.push({ line: this.#text.length, text, ...rest });
  }

  #run(text: string): void {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      this.#text.push(line);
      this.#running.push({ line: this.#text.length, text: line });
    }
  }

  #paragraph(text: string): void {
    for (const line of text.split('\n')) this.#line(line);
  }

  #table(rows: readonly BlockRow[]): void {
    const cells = rows.flatMap((row) => row.cells);
    const isNested = cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'));
    const laid = isNested ? undefined : layOutTable(rows.map(sourceRow), this.#tables + 1);
    if (laid === undefined) {
      for (const row of rows) this.#layOutRow(row);
      return;
    }
    this.#tables++;
    for (const row of laid)
      if (row.cells.some((cell) => cell !== '')) this.#line(row.cells.join('\t'), { row });
    for (const { blocks } of cells) this.write(blocks.filter(({ kind }) => kind === 'picture'));
  }

  /** A row that only lays out a page; but figures on it stay beside what they belong to. */
  #layOutRow({ cells }: BlockRow): void {
    const texts = cells.map(({ blocks }) => linesOf(blocks).filter((line) => line.trim() !== ''));
    const full = texts.filter(({ length }) => length > 0);
    const isLine =
      full.length > 1 &&
      full.every(({ length }) => length === 1) &&
      full.some(([line = '']) => BARE.test(line.trim()));
    if (isLine) this.#line(full.flat().join('\t'));
    for (const { blocks } of cells)
      this.write(isLine ? blocks.filter(({ kind }) => kind === 'picture') : blocks);
  }

  #picture(picture: Picture, part: string | undefined): void {
    const { alt, width, height } = picture;
    if ((width ?? THIN) < THIN || (height ?? THIN) < THIN) return;
    const last = this.#lines.findLast(({ text, picture }) => text.trim() !== '' && !picture);
    const text = pictureText(picture);
    this.#line(text, { picture });
    this.#made.push(text);
    const page = this.#pictures?.look(picture, part);
    const { where = '', words = [], why = '' } = page ?? {};
    for (const paragraph of words) {
      this.#line(paragraph);
      this.#written.push({ where, text: paragraph, kind: 'text' });
    }
    if (words.length > 0) this.doubt(where, '', `${why} ${text}`);
    else this.doubt('正文', alt, pictureDoubt(text, last?.text ?? ''));
  }
}

/** Tell of a picture in words of the archive: `〔图 800×600 公章〕`. */
export function pictureText({ alt, width, height }: Picture): string {
  const size = width === null || height === null ? '' : ` ${width}×${height}`;
  const words = alt.replace(/[\s〔〕]+/gu, ' ').trim();
  return `〔图${size}${words === '' ? '' : ` ${words}`}〕`;
}

/** Say that a picture stands in a text, by its own words and the text above it. */
export function pictureDoubt(picture: string, above: string): string {
  return `${picture} stands in the text after 「${above.slice(-12)}」: a picture may hold a table or text; read it beside the original`;
}

/** How much of the text before tells where words stand. */
const BEFORE = 8;

/** Say that words are left out, and where they stand: those of a document that it does not show. */
export function leftOut(
  words: string,
  before: string,
  how: 'hidden' | 'struck' | 'unseen',
): string {
  const why = {
    hidden: 'hidden in the document',
    struck: 'struck out',
    unseen: 'hidden or struck out',
  };
  return `「${words.trim()}」 after 「${before.slice(-BEFORE)}」 is ${why[how]} and left out`;
}

/** The title of a table of contents stands right above it. */
function isContentsTitle(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.kind !== 'paragraph' || !CONTENTS.test(block.text.trim())) return false;
  const next = blocks
    .slice(at + 1)
    .find((one) => one.kind !== 'paragraph' || one.text.trim() !== '');
  return next?.kind === 'paragraph' && next.isContents === true;
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.text.split('\n');
    if (block.kind === 'picture') return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => linesOf(cell.blocks)));
  });
}

function sourceRow({ head, cells }: BlockRow): SourceRow {
  return {
    head,
    cells: cells.map(({ blocks, columns, rows }) => ({ lines: linesOf(blocks), columns, rows })),
  };
}
