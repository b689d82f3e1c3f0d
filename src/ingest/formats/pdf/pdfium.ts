import { PDFiumLibrary } from '@hyzyla/pdfium';
import { apply, type Matrix, multiply } from '../printed/matrix.ts';
import type { PdfiumFunctions } from './pdfium-functions.ts';

const LOCKED = 4;
/** Of the memory that results are written to, in bytes. */
const SCRATCH = 64;
/** Types of page objects, and of the parts of a path. */
const [TEXT, PATH, IMAGE, FORM] = [1, 2, 3, 5];
const [LINE_TO, MOVE_TO] = [0, 2];
const DEEPEST_FORM = 8;
const BGRA = 4;
const WHITE = 0xffffffff;

/** A PDF that PDFium holds open. */
export interface Pdfium {
  readonly pages: number;
  /** Do something with a page, which is closed then. */
  withPage<T>(number: number, work: (page: PdfiumPage) => T): T;
  close(): void;
}

/** A character as PDFium gives it, in points. */
export interface PdfiumCharacter {
  readonly code: number;
  /** In degrees, from 0 to 359. */
  readonly angle: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Tells the text that it is a part of. */
  readonly object: number;
}

type Point = readonly [number, number];

/** What is drawn on a page, in its own coordinates. */
export interface PdfiumDrawing {
  /** Lines and edges of rectangles. */
  readonly strokes: readonly (readonly [Point, Point])[];
  /** Corners of pictures: left, foot, right, top. */
  readonly pictures: readonly (readonly [number, number, number, number])[];
  /** The directions that texts are written in, in degrees. */
  readonly angles: readonly number[];
}

export interface PdfiumPage {
  readonly width: number;
  readonly height: number;
  readonly drawing: PdfiumDrawing;
  /** How many texts the page itself holds; those inside of forms are not counted. */
  readonly texts: number;
  /** Turn all that is on the page. */
  turn(matrix: Matrix): void;
  characters(): PdfiumCharacter[];
  /** Paint the page, on white, four bytes a pixel: red, green, blue, opaque. */
  paint(width: number, height: number): Uint8Array;
}

let library: Promise<PDFiumLibrary> | undefined;

/**
 * Open a PDF.
 *
 * @returns `locked` where it asks for a password
 * @throws Error where it is none, or broken
 */
export async function openPdfium(bytes: Uint8Array): Promise<Pdfium | 'locked'> {
  library ??= PDFiumLibrary.init();
  const engine = (await library)['module'] as unknown as PdfiumFunctions;
  const { malloc, free } = engine.wasmExports;
  const data = malloc(bytes.length);
  engine.HEAPU8.set(bytes, data);
  const document = engine._FPDF_LoadMemDocument(data, bytes.length, 0);
  if (document === 0) {
    const error = engine._FPDF_GetLastError();
    free(data);
    if (error === LOCKED) return 'locked';
    throw new Error(`PDFium cannot open it: error ${error}`);
  }
  const scratch = malloc(SCRATCH);
  return {
    pages: engine._FPDF_GetPageCount(document),
    withPage(number, work) {
      const page = engine._FPDF_LoadPage(document, number - 1);
      if (page === 0) throw new Error(`page ${number} cannot be read`);
      try {
        return work(new LoadedPage(engine, page, scratch));
      } finally {
        engine._FPDF_ClosePage(page);
      }
    },
    close() {
      engine._FPDF_CloseDocument(document);
      free(scratch);
      free(data);
    },
  };
}

class LoadedPage implements PdfiumPage {
  readonly #engine: PdfiumFunctions;
  readonly #page: number;
  readonly #scratch: number;

  constructor(engine: PdfiumFunctions, page: number, scratch: number) {
    this.#engine = engine;
    this.#page = page;
    this.#scratch = scratch;
  }

  get width(): number {
    return this.#engine._FPDF_GetPageWidthF(this.#page);
  }

  get height(): number {
    return this.#engine._FPDF_GetPageHeightF(this.#page);
  }

  get texts(): number {
    return [...this.#objects()].filter(
      (object) => this.#engine._FPDFPageObj_GetType(object) === TEXT,
    ).length;
  }

  turn(matrix: Matrix): void {
    for (const object of this.#objects()) this.#engine._FPDFPageObj_Transform(object, ...matrix);
  }

  characters(): PdfiumCharacter[] {
    const engine = this.#engine;
    const text = engine._FPDFText_LoadPage(this.#page);
    const found: PdfiumCharacter[] = [];
    try {
      const count = engine._FPDFText_CountChars(text);
      for (let at = 0; at < count; at++)
        if (engine._FPDFText_IsGenerated(text, at) !== 1) found.push(this.#character(text, at));
    } finally {
      engine._FPDFText_ClosePage(text);
    }
    return found;
  }

  #character(text: number, at: number): PdfiumCharacter {
    const engine = this.#engine;
    const scratch = this.#scratch;
    engine._FPDFText_GetCharOrigin(text, at, scratch, scratch + 8);
    const [x = 0, y = 0] = engine.HEAPF64.subarray(scratch >> 3);
    engine._FPDFText_GetLooseCharBox(text, at, scratch);
    const [left = 0, , right = 0] = engine.HEAPF32.subarray(scratch >> 2);
    engine._FPDFText_GetMatrix(text, at, scratch);
    const [, , c = 0, d = 1] = engine.HEAPF32.subarray(scratch >> 2);
    return {
      code: engine._FPDFText_GetUnicode(text, at),
      angle: toDegrees(engine._FPDFText_GetCharAngle(text, at)),
      ...{ x, y, width: right - left },
      size: round(engine._FPDFText_GetFontSize(text, at) * Math.hypot(c, d)),
      object: engine._FPDFText_GetTextObject(text, at),
    };
  }

  get drawing(): PdfiumDrawing {
    const drawing = { strokes: [], pictures: [], angles: [] };
    for (const object of this.#objects()) this.#draw(object, [1, 0, 0, 1, 0, 0], drawing, 0);
    return drawing;
  }

  paint(width: number, height: number): Uint8Array {
    const engine = this.#engine;
    const { malloc, free } = engine.wasmExports;
    const size = width * height * 4;
    const at = malloc(size);
    const bitmap = engine._FPDFBitmap_CreateEx(width, height, BGRA, at, width * 4);
    try {
      engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      // Flags: draw annotations (seals), and red before blue.
      engine._FPDF_RenderPageBitmap(bitmap, this.#page, 0, 0, width, height, 0, 0x01 | 0x10);
      return engine.HEAPU8.slice(at, at + size);
    } finally {
      engine._FPDFBitmap_Destroy(bitmap);
      free(at);
    }
  }

  *#objects(): Generator<number> {
    const count = this.#engine._FPDFPage_CountObjects(this.#page);
    for (let at = 0; at < count; at++) yield this.#engine._FPDFPage_GetObject(this.#page, at);
  }

  #draw(
    object: number,
    outer: Matrix,
    drawing: {
      strokes: (readonly [Point, Point])[];
      pictures: (readonly [number, number, number, number])[];
      angles: number[];
    },
    depth: number,
  ): void {
    const engine = this.#engine;
    const type = engine._FPDFPageObj_GetType(object);
    const matrix = multiply(this.#matrix(object), outer);
    if (type === FORM) {
      const count = depth < DEEPEST_FORM ? engine._FPDFFormObj_CountObjects(object) : 0;
      for (let at = 0; at < count; at++)
        this.#draw(engine._FPDFFormObj_GetObject(object, at), matrix, drawing, depth + 1);
    } else if (type === IMAGE) {
      const corners = (
        [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ] as const
      ).map((point) => apply(matrix, point));
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      drawing.pictures.push([
        ...([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const),
      ]);
    } else if (type === PATH) drawing.strokes.push(...this.#strokes(object, matrix));
    else if (type === TEXT) drawing.angles.push(toDegrees(Math.atan2(matrix[1], matrix[0])));
  }

  #matrix(object: number): Matrix {
    this.#engine._FPDFPageObj_GetMatrix(object, this.#scratch);
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.#engine.HEAPF32.subarray(
      this.#scratch >> 2,
    );
    return [a, b, c, d, e, f];
  }

  /** The straight lines of a path; a filled rectangle that is thin is a line, one that is not a ground. */
  #strokes(object: number, matrix: Matrix): (readonly [Point, Point])[] {
    const engine = this.#engine;
    const scratch = this.#scratch;
    const found: (readonly [Point, Point])[] = [];
    let first: Point | undefined;
    let last: Point | undefined;
    const count = engine._FPDFPath_CountSegments(object);
    for (let at = 0; at < count; at++) {
      const segment = engine._FPDFPath_GetPathSegment(object, at);
      engine._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
      const [x = 0, y = 0] = engine.HEAPF32.subarray(scratch >> 2);
      const point = apply(matrix, [x, y]);
      const type = engine._FPDFPathSegment_GetType(segment);
      if (type === MOVE_TO) first = point;
      else if (type === LINE_TO && last !== undefined) found.push([last, point]);
      last = point;
      const isClosed = engine._FPDFPathSegment_GetClose(segment) === 1;
      if (isClosed && first !== undefined) found.push([last, first]);
    }
    engine._FPDFPath_GetDrawMode(object, scratch, scratch + 4);
    const isStroked = engine.HEAP32[(scratch + 4) >> 2] === 1;
    if (isStroked) return found;
    const [xs, ys] = [found.flat().map(([x]) => x), found.flat().map(([, y]) => y)];
    const [width, height] = [spread(xs), spread(ys)];
    return Math.min(width, height) <= THICKEST ? found : [];
  }
}

/** A filled rectangle that is thinner is a ruled line. */
const THICKEST = 3;

function spread(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}

function toDegrees(radians: number): number {
  return ((Math.round((radians * 180) / Math.PI) % 360) + 360) % 360;
}

/** To a tenth of a point: sizes are compared. */
function round(size: number): number {
  return Math.round(size * 10) / 10;
}
