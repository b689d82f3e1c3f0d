/** A character as printed. Positions are in points, from the left and from the foot of its frame. */
export interface Glyph {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** How far the next glyph of the same run is away. */
  readonly width: number;
  readonly size: number;
}

/** A ruled line, drawn level or upright. */
export interface Stroke {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A picture, by the rectangle that it covers. */
export interface PrintedPicture extends Stroke {
  readonly alt: string;
}

/** What a page prints in one direction, turned so that its lines are level and read from the left. */
export interface PrintedFrame {
  /** Number of the page, from 1. */
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly strokes: readonly Stroke[];
  readonly pictures: readonly PrintedPicture[];
  /** Whether the page is a picture: a scan, of which nobody has said what is written on it. */
  readonly isScan?: boolean | undefined;
  /** Where it is a picture of text: what is written on it, a line a paragraph. */
  readonly transcript?: readonly string[] | undefined;
  /** Whether it is printed aslant over the page, as a watermark is. */
  readonly isAslant: boolean;
}

/** The mark of a note inside a line: where it stands in the text, which does not contain it. */
export interface RaisedMark {
  readonly offset: number;
  readonly mark: string;
}

/** A line as printed. */
export interface PrintedLine {
  readonly kind: 'line';
  readonly page: number;
  readonly text: string;
  /** Small raised characters, as the marks of notes are. */
  readonly raised: readonly RaisedMark[];
  readonly y: number;
  /** Of most of its characters. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
  /** Whether wide gaps part it, as the cells of a table are parted. */
  readonly isSpread: boolean;
  /** Lines of one column follow each other and share a number, which no other column has. */
  readonly block: number;
}

/** A table as printed. */
export interface PrintedTable {
  readonly kind: 'table';
  readonly page: number;
  /** Its upper edge. */
  readonly y: number;
  readonly start: number;
  readonly end: number;
  /** Where its columns begin and end, from the left. */
  readonly edges: readonly number[];
  readonly rows: readonly PrintedRow[];
}

/** A row of a printed table: a cell that another covers is empty. */
export interface PrintedRow {
  readonly cells: readonly string[];
  readonly spans: readonly {
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
}

/** A picture in the flow of a page. */
export interface PlacedPicture {
  readonly kind: 'picture';
  readonly page: number;
  readonly y: number;
  readonly start: number;
  readonly end: number;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A paragraph that is written on a picture of text, and that has no place but its page. */
export interface TranscribedLine {
  readonly kind: 'transcribed';
  readonly page: number;
  readonly text: string;
}

/** What stands on a page, in the order it is read. */
export type PrintedItem = PrintedLine | PrintedTable | PlacedPicture | TranscribedLine;
