import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Block, Line, Worker } from 'tesseract.js';
import { layOutPages } from '../printed/lay-out-pages.ts';
import type { Glyph } from '../printed/printed-page.ts';
import { mendRecognised } from './mend-recognised.ts';
import { SECONDS_A_PICTURE } from './recognition-limits.ts';

/** Reads the words on pictures. */
export interface Recogniser {
  /**
   * Recognise the words on a picture, a paragraph a line.
   *
   * @param picture a PNG, JPEG, TIFF, GIF or WebP file
   * @returns `undefined` where it takes too long, or is no picture
   */
  read(picture: Uint8Array): Promise<string[] | undefined>;
  close(): Promise<void>;
}

/** A page is laid out as if it were as wide as A4, in points. */
const PAGE_WIDTH = 595;
/** Lines whose types are as near as this are of one size: what is recognised is not exact. */
const SAME_SIZE = 0.25;
/** The first or last line of a page, far from the next and with hardly a word, is its number. */
const FAR = 1.2;
const NO_WORDS = /^(?:[^\p{Script=Han}]|一){1,8}$/u;
const [SHORT, ILLEGIBLE] = [4, 40];
/** A gap in a line that is wider, in characters, parts what is written in it. */
const PARTED = 2;

/** Start the engine. It is loaded only here: it takes some 60 MB and half a second. */
export async function openRecogniser(): Promise<Recogniser> {
  let worker = await startWorker();
  return {
    async read(picture) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, SECONDS_A_PICTURE * 1000, undefined);
      });
      try {
        const job = worker.recognize(
          Buffer.from(picture),
          { rotateAuto: true },
          { text: false, blocks: true },
        );
        const done = await Promise.race([job, limit]).catch(() => undefined);
        if (done !== undefined) return toLines(done.data.blocks ?? []);
        await worker.terminate();
        worker = await startWorker();
        return undefined;
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}

async function startWorker(): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js');
  const data = path.dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/chi_sim')));
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: path.join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    // What fails is told by the job itself.
    errorHandler: () => undefined,
  });
  await worker.setParameters({ user_defined_dpi: '200', debug_file: '/dev/null' });
  return worker;
}

/** Lay out what was recognised as a printed page is: paragraphs joined, page numbers put aside. */
function toLines(blocks: readonly Block[]): string[] {
  const lines = blocks
    .flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines))
    .filter(({ words }) => words.length > 0);
  const width = Math.max(...lines.map(({ bbox }) => bbox.x1), 1);
  const foot = Math.max(...lines.map(({ bbox }) => bbox.y1), 1);
  const usual = median(lines.map(sizeOf));
  const glyphs = lines
    .filter((line) => !isPageNumber(line, lines))
    .flatMap((line) => toGlyphs(line, { usual, scale: PAGE_WIDTH / width, foot }));
  const page = { page: 1, glyphs, strokes: [], pictures: [], isAslant: false };
  return layOutPages([page])
    .lines.map(({ text }) => mendRecognised(text))
    .filter((line) => line !== '');
}

function isPageNumber({ bbox, text, confidence }: Line, lines: readonly Line[]): boolean {
  const height = bbox.y1 - bbox.y0;
  const others = lines.map((line) => line.bbox).filter((one) => one !== bbox);
  const isFar = (gap: number) => gap > height * FAR;
  const isApart =
    others.every((one) => isFar(bbox.y0 - one.y1)) ||
    others.every((one) => isFar(one.y0 - bbox.y1));
  const words = text.replace(/\s/gu, '');
  return isApart && (NO_WORDS.test(words) || (words.length <= SHORT && confidence < ILLEGIBLE));
}

function toGlyphs(
  line: Line,
  { usual, scale, foot }: { readonly usual: number; readonly scale: number; readonly foot: number },
): Glyph[] {
  const own = sizeOf(line);
  const size = Math.abs(own - usual) < usual * SAME_SIZE ? usual : own;
  const level = (line.baseline.y0 + line.baseline.y1) / 2;
  const symbols = line.words.flatMap((word) => word.symbols);
  return symbols.map(({ text, bbox }, at) => {
    // Characters of a line are parted by nothing, however wide their marks are set.
    const next = symbols[at + 1];
    const isWord = /^[A-Za-z]{2}$/u.test(text + next?.text);
    const isNext = next !== undefined && !isWord && next.bbox.x0 - bbox.x1 < size * PARTED;
    const end = isNext ? next.bbox.x0 : bbox.x1;
    return {
      text,
      x: bbox.x0 * scale,
      y: (foot - level) * scale,
      width: (end - bbox.x0) * scale,
      size: Math.round(size * scale * 10) / 10,
    };
  });
}

/** The size of a line's type, in pixels, by its Chinese characters. */
function sizeOf({ words, bbox }: Line): number {
  const characters = words
    .flatMap(({ symbols }) => symbols)
    .filter(({ text }) => /\p{Script=Han}/u.test(text));
  return characters.length === 0
    ? bbox.y1 - bbox.y0
    : median(characters.map((one) => one.bbox.y1 - one.bbox.y0));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
