import { normaliseTypography } from '../../report/characters/typography.ts';
import type { NoteReference } from '../../report/note-reference.ts';
import type { Omission } from '../../report/report.ts';

/** A line of a decoded snapshot. */
export interface SourceLine {
  /** 1-based; several lines may share a number where the source prints breaks inside one. */
  readonly line: number;
  /** Verbatim; a reference to a note is written by `noteReference`, here and in the extracted text. */
  readonly text: string;
  /** Tell whether the page's markup says that the line is of the document, or around it. */
  readonly zone?: 'content' | 'page' | undefined;
  /** Tell whether the line is nothing but a link: never a title. */
  readonly isLink?: boolean | undefined;
  /** Where the markup makes the line a heading: how deep, from 1. */
  readonly level?: number | undefined;
  /** Where the line is a row of a table; `text` is then its cells, parted by tabs. */
  readonly row?: TableRow | undefined;
  /** Where the line is the text of a note, without its mark. Lines of one note follow each other. */
  readonly note?: { readonly mark: string } | undefined;
  /**
   * Where the line stands for a picture. `text` then tells of it in words of the archive,
   * `〔图 800×600 公章〕`, which stand in the extracted text too and are never text of the report.
   */
  readonly picture?: Picture | undefined;
}

/** A row of a table. A table is what has two columns and two rows or more, a line a cell. */
export interface TableRow {
  /** Tells the tables of a source apart: rows of one that follow each other are one table. */
  readonly table: number;
  /** Whether the source marks it as a row of headings. */
  readonly head: boolean;
  /** As many in every row of the table; a cell that another covers is empty. */
  readonly cells: readonly string[];
  /** The cells that begin in this row and cover others, to the right and below. */
  readonly spans?: readonly RowSpan[] | undefined;
}

/** A cell printed over several; `rows` and `columns` count the cell itself. */
export interface RowSpan {
  /** Index of the cell, from 0. */
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a source says of a picture; `width` and `height` as printed, in CSS pixels. */
export interface Picture {
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** What a labelled value on a page is about; the rest is furniture. */
export type MetadataKey =
  | 'title'
  | 'published'
  | 'signed'
  | 'issuer'
  | 'poster'
  | 'docNo'
  | 'person'
  | 'other';

/** What a part of the page is, where it is not body text. */
export type PartKey = MetadataKey | 'addressee' | 'signature' | 'cc';

/** A line, or a part of one, and what it is. */
export interface PagePart {
  readonly line: number;
  /** Verbatim, trimmed. */
  readonly text: string;
  readonly why: 'body' | Omission['why'];
  readonly key?: PartKey | undefined;
  /** What the part says, in the archive's typography, without its label. */
  readonly value?: string | undefined;
  /** Where the label of a value stands on the line above: that line. */
  readonly label?: string | undefined;
  /** Of body text: verbatim pieces in it that a converter put in, in order. */
  readonly noise?: readonly string[] | undefined;
  /** Of body text: how deep a heading it is by the markup. */
  readonly level?: number | undefined;
  /** Of body text: whether its line begins indented, as a paragraph of plain text does. */
  readonly isIndented?: boolean | undefined;
  /** Of body text: the row of a table that it is. */
  readonly row?: TableRow | undefined;
  /** Of body text: the marks of notes in it, each by how many printed characters stand before it. */
  readonly marks?: readonly NoteReference[] | undefined;
  /** Of body text: whether it stands in an attachment; `heading` begins one. */
  readonly attached?: 'heading' | 'text' | undefined;
  /** Tell whether the text itself says it, or the page around it. */
  readonly basis?: 'document' | 'page' | undefined;
  /** Of what is left out: why it may be text of the document all the same. */
  readonly doubt?: string | undefined;
}

/** Return the parts that are the document's own text, without its attachments. */
export function ownText(parts: readonly PagePart[]): PagePart[] {
  return parts.filter(({ why, attached }) => why === 'body' && attached === undefined);
}

/** A title that the page prints. */
export interface PrintedTitle {
  readonly text: string;
  readonly basis: 'document' | 'page';
  /** Over how many lines it is broken. */
  readonly lines: number;
  /** Its parts, as indices of `Page.parts`. */
  readonly parts: readonly number[];
}

/** A source, told apart: the body's lines, and all that stands around them. */
export interface Page {
  /** In the order of the source, without loss. */
  readonly parts: readonly PagePart[];
  readonly titles: readonly PrintedTitle[];
}

/** A line of a source and what it reads, so that a part of it can be cut out verbatim. */
export interface VerbatimLine {
  /** 1-based line of the snapshot. */
  readonly line: number;
  /** Verbatim, trimmed. */
  readonly raw: string;
  /** `raw` without noise, made legible; each character's region in `raw` is in `offsets`. */
  readonly bare: string;
  readonly offsets: readonly number[];
}

/**
 * Cut a part out of a line, verbatim, with the noise in it and right after it; the line's first part
 * has the noise before it too.
 *
 * @param start in `bare`
 * @param end in `bare`, exclusive
 */
export function cutVerbatim({ raw, offsets }: VerbatimLine, start: number, end: number): string {
  const from = start === 0 ? 0 : (offsets[start] ?? raw.length);
  return raw.slice(from, offsets[end] ?? raw.length).trim();
}

/** Return the same part as text: without noise, in the archive's typography. */
export function cutText({ raw, offsets }: VerbatimLine, start: number, end: number): string {
  const characters = offsets.slice(start, end).map((place) => raw.charAt(place));
  return normaliseTypography(characters.join(''));
}
