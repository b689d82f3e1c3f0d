import type { Glyph, PrintedFrame, Stroke } from '../printed/printed-page.ts';
import { replaceTwins } from '../printed/replace-twins.ts';
import type { PdfiumDrawing } from './pdfium.ts';
import type { ShownGlyph } from './pdfjs-glyphs.ts';

/** Texts whose directions differ by less are of one, in degrees. */
const SAME_ANGLE = 3;
const MOST_ANGLES = 8;
const QUARTER = 90;

/**
 * Part what a page shows by the directions it is written in, each turned so that its lines are
 * level; the one with most characters comes first.
 */
export function toFrames(
  page: number,
  glyphs: readonly ShownGlyph[],
  drawing: Pick<PdfiumDrawing, 'strokes' | 'pictures'>,
): PrintedFrame[] {
  return directionsOf(glyphs.map(({ angle }) => angle)).map((angle, at): PrintedFrame => {
    const turn = turnBack(angle);
    const own = glyphs.filter((glyph) => isNear(glyph.angle, angle));
    const { strokes, pictures } = turnDrawing(drawing, turn);
    return {
      page,
      glyphs: own.flatMap((glyph) => toGlyph(glyph, turn)),
      strokes,
      pictures: at === 0 ? pictures : [],
      isAslant: angle % QUARTER !== 0,
    };
  });
}

/** Whether a glyph tells no character: the sign for a lost one, or one of a private area. */
export function isUnknown(text: string): boolean {
  return /[\ufffd\ufffe\uffff\ue000-\uf8ff]/u.test(text);
}

/** The directions of texts, the most common first; a page without text is upright. */
function directionsOf(angles: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const angle of angles) {
    const known = [...counts.keys()].find((one) => isNear(one, angle));
    const key = known ?? snap(angle);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const found = [...counts].sort((a, b) => b[1] - a[1]).map(([angle]) => angle);
  return found.length === 0 ? [0] : found.slice(0, MOST_ANGLES);
}

function snap(angle: number): number {
  const quarter = Math.round(angle / QUARTER) * QUARTER;
  return Math.abs(quarter - angle) < SAME_ANGLE ? quarter % 360 : angle;
}

/** Whether two directions are one. */
export function isNear(one: number, other: number): boolean {
  const difference = Math.abs(one - other) % 360;
  return Math.min(difference, 360 - difference) < SAME_ANGLE;
}

type Turn = readonly [number, number, number, number];

/** Return the matrix that makes a direction level. */
export function turnBack(angle: number): Turn {
  const radians = (-angle * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
  return [cosine, sine, -sine, cosine];
}

function toGlyph({ text, x, y, width, size }: ShownGlyph, [a, b, c, d]: Turn): Glyph[] {
  const printed = replaceTwins(text).replace(/[\p{Cc}\p{Cf}\ufffe\uffff]/gu, '');
  return printed === ''
    ? []
    : [{ text: printed, x: round(a * x + c * y), y: round(b * x + d * y), width, size }];
}

/** Turning leaves differences that are none. */
function round(length: number): number {
  return Math.round(length * 100) / 100;
}

function turnDrawing(
  { strokes, pictures }: Pick<PdfiumDrawing, 'strokes' | 'pictures'>,
  [a, b, c, d]: Turn,
): Pick<PrintedFrame, 'strokes' | 'pictures'> {
  const turned = (x: number, y: number) => [round(a * x + c * y), round(b * x + d * y)] as const;
  const toStroke = (x0: number, y0: number, x1: number, y1: number): Stroke => {
    const [from, to] = [turned(x0, y0), turned(x1, y1)];
    return {
      ...{ x0: Math.min(from[0], to[0]), x1: Math.max(from[0], to[0]) },
      ...{ y0: Math.min(from[1], to[1]), y1: Math.max(from[1], to[1]) },
    };
  };
  return {
    strokes: strokes.map(([[x0, y0], [x1, y1]]) => toStroke(x0, y0, x1, y1)),
    pictures: pictures.map(([x0, y0, x1, y1]) => ({ ...toStroke(x0, y0, x1, y1), alt: '' })),
  };
}
