import { readEntries } from './read-entries.ts';

/** What floats over the text: how large it is, in CSS pixels, and where a box of text stands in its story. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly box?: { readonly start: number; readonly end: number } | undefined;
}

/** Where the header says that drawings and boxes of text stand ([MS-DOC] 2.5.6). */
const AT = { drawings: 0x1da, boxes: 0x25a };
/** What is said of each ([MS-DOC] 2.9.253 and 2.9.100), and where in it the number of its shape is. */
const DRAWING_SIZE = 26;
const BOX_SIZE = 22;
const SHAPE_OF_BOX = 14;
/** Twentieths of a point in a pixel. */
const PIXEL = 15;

/**
 * Find what floats over the text of a document: seals, pictures, lines, boxes of text.
 *
 * @returns each by the position in the body that it is anchored at
 */
export function readDrawings(document: Buffer, tables: Buffer): ReadonlyMap<number, Drawing> {
  const boxes = new Map(
    readEntries(document, tables, AT.boxes, BOX_SIZE).map(({ position, next, entry }) => [
      entry.readInt32LE(SHAPE_OF_BOX),
      { start: position, end: next },
    ]),
  );
  return new Map(
    readEntries(document, tables, AT.drawings, DRAWING_SIZE).map(({ position, entry }) => {
      const [left, top, right, foot] = [4, 8, 12, 16].map((at) => entry.readInt32LE(at));
      const pixels = (from = 0, to = 0) => Math.round(Math.abs(to - from) / PIXEL);
      const box = boxes.get(entry.readInt32LE(0));
      return [position, { width: pixels(left, right), height: pixels(top, foot), box }];
    }),
  );
}
