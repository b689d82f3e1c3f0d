/** How large a drawing is, in CSS pixels. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
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
 * Find the drawings that float over the text of a document: seals, pictures, lines. Boxes of text are
 * left out, since their text is a story of its own.
 *
 * @returns how large each is, by the position in the body that it is anchored at
 */
export function readDrawings(document: Buffer, tables: Buffer): ReadonlyMap<number, DrawingSize> {
  const boxes = new Set(
    readEntries(document, tables, AT.boxes, BOX_SIZE).map(({ entry }) =>
      entry.readInt32LE(SHAPE_OF_BOX),
    ),
  );
  return new Map(
    readEntries(document, tables, AT.drawings, DRAWING_SIZE)
      .filter(({ entry }) => !boxes.has(entry.readInt32LE(0)))
      .map(({ position, entry }) => {
        const [left, top, right, foot] = [4, 8, 12, 16].map((at) => entry.readInt32LE(at));
        const pixels = (from = 0, to = 0) => Math.round(Math.abs(to - from) / PIXEL);
        return [position, { width: pixels(left, right), height: pixels(top, foot) }];
      }),
  );
}

/** The entries of a table, each with its position: all positions come first, and one more. */
function readEntries(document: Buffer, tables: Buffer, at: number, size: number) {
  if (at + 8 > document.length) return [];
  const [start, length] = [document.readUInt32LE(at), document.readUInt32LE(at + 4)];
  const count = Math.floor((length - 4) / (4 + size));
  if (count < 1 || start + length > tables.length) return [];
  const entries = start + (count + 1) * 4;
  return Array.from({ length: count }, (_, index) => ({
    position: tables.readUInt32LE(start + index * 4),
    entry: tables.subarray(entries + index * size, entries + (index + 1) * size),
  }));
}
