import type { InventoryPiece, SourceDoubt } from '../inventory.ts';
import { recognisedDoubt, recognisedPicture } from '../pictures/transcript.ts';
import { apply, type Matrix, multiply } from '../printed/matrix.ts';
import type { Glyph, PrintedFrame, PrintedPicture, Stroke } from '../printed/printed-page.ts';
import { replaceTwins } from '../printed/replace-twins.ts';
import { type OfdPage, unescapeCode } from './ofd-package.ts';
import { all, boxOf, children, first, localName, textOf } from './ofd-xml.ts';

/** From the millimetres of the standard to points. */
const POINTS = 72 / 25.4;
const DEEPEST = 20;
const SCANNED = 0.5;

/** What a page prints. */
export interface ReadOfdPage {
  readonly frames: readonly PrintedFrame[];
  readonly doubts: readonly SourceDoubt[];
  readonly inventory: readonly InventoryPiece[];
  readonly isScan: boolean;
  /** Where it is a picture of text that was not read: the path of its picture. */
  readonly unread: string | undefined;
}

interface Found {
  readonly glyphs: { readonly glyph: Glyph; readonly angle: number }[];
  readonly strokes: Stroke[];
  readonly pictures: PrintedPicture[];
  /** Ids of the pictures, in their order. */
  readonly ids: string[];
  untold: number;
}

/**
 * Read what a page prints.
 *
 * @param number of the page, from 1
 * @param words what is written on it, where it is a picture and that is known
 * @param stem of what is kept of the source's pictures
 */
export function readOfdPage(
  { width, height, layers, words: texts, pictures }: OfdPage,
  number: number,
  words: readonly string[] | undefined,
  stem: string,
): ReadOfdPage {
  const found: Found = { glyphs: [], strokes: [], pictures: [], ids: [], untold: 0 };
  for (const layer of layers) readBlock(layer, [1, 0, 0, 1, 0, 0], found, height, 0);
  const where = `第${number}页`;
  const covered = found.pictures.reduce(
    (sum, { x0, y0, x1, y1 }) => sum + (x1 - x0) * (y1 - y0),
    0,
  );
  const isScan = found.glyphs.length === 0 && covered > width * height * POINTS ** 2 * SCANNED;
  const angles = [...new Set(found.glyphs.map(({ angle }) => angle))];
  const isWritten = isScan && words !== undefined;
  const printed = (angles.length === 0 ? [0] : angles).map(
    (angle, at): PrintedFrame => ({
      page: number,
      glyphs: found.glyphs.filter((one) => one.angle === angle).map(({ glyph }) => glyph),
      strokes: angle === 0 ? found.strokes : [],
      pictures: at === 0 && !isWritten ? found.pictures : [],
      isAslant: angle % 90 !== 0,
      isScan: isScan && !isWritten,
    }),
  );
  const doubts: SourceDoubt[] = [];
  const doubt = (why: string) => doubts.push({ where, words: '', why, from: 'reader' });
  const blank = { glyphs: [], strokes: [], pictures: [], isAslant: false };
  const frames = isWritten ? [{ ...blank, page: number, transcript: words }] : printed;
  if (isWritten) doubt(recognisedDoubt(stem, recognisedPicture(stem, where, '*')));
  if (found.untold > 0)
    doubt(
      `${found.untold} texts of this page tell no characters, or not how they are drawn: compare it with the original`,
    );
  const inventory: InventoryPiece[] = [
    ...[...Map.groupBy(texts, ({ isHidden }) => isHidden)].map(([isHidden, own]) => ({
      ...{ where, text: replaceTwins(own.map(({ text }) => text).join('')) },
      kind: isHidden ? ('hidden' as const) : ('text' as const),
    })),
    ...(isWritten ? [{ where, text: words.join('\n'), kind: 'text' as const }] : []),
  ];
  const [only] = found.ids;
  const unread = isScan && !isWritten && only !== undefined ? pictures.get(only) : undefined;
  return { frames, doubts, inventory, isScan, unread };
}

/** Stands for a glyph of which the file tells no character. */
const PLACEHOLDER = '¤';
/** A character is hardly wider than its type is high. */
const WIDEST = 1.2;

/** Read the objects of a layer or a block, in the coordinates of the page, from its upper edge. */
function readBlock(
  block: Element,
  outer: Matrix,
  found: Found,
  height: number,
  depth: number,
): void {
  if (depth > DEEPEST) throw new Error(`blocks stand in each other more than ${DEEPEST} deep`);
  for (const object of children(block)) {
    const name = localName(object);
    if (object.getAttribute('Visible') === 'false') continue;
    if (name === 'PageBlock' || name === 'Layer')
      readBlock(object, outer, found, height, depth + 1);
    else if (name === 'TextObject') readText(object, outer, found, height);
    else if (name === 'ImageObject') {
      found.pictures.push({ ...areaOf(object, outer, height), alt: '' });
      found.ids.push(object.getAttribute('ResourceID') ?? '');
    } else if (name === 'PathObject') found.strokes.push(...readPath(object, outer, height));
    else if (name === 'CompositeObject') found.untold++;
  }
}

function readText(object: Element, outer: Matrix, found: Found, height: number): void {
  const boundary = boxOf(object.getAttribute('Boundary') ?? '');
  const size = Number(object.getAttribute('Size'));
  const own = matrixOf(object.getAttribute('CTM'));
  const stretch = Number(object.getAttribute('HScale') ?? 1) || 1;
  const codes = all(object, 'TextCode');
  if (boundary === undefined || !(size > 0) || codes.length === 0) {
    found.untold++;
    return;
  }
  const placed = multiply(multiply(own, [1, 0, 0, 1, boundary[0], boundary[1]]), outer);
  // The standard's y grows downwards: turning it over turns the direction too.
  const angle =
    ((-Math.round((Math.atan2(placed[1], placed[0]) * 180) / Math.PI) % 360) + 360) % 360;
  const direction = Number(object.getAttribute('ReadDirection') ?? 0);
  const turned = direction === 90 ? (angle + 270) % 360 : angle;
  const scale = Math.hypot(placed[2], placed[3]);
  let [x, y] = [0, 0];
  for (const code of codes) {
    const characters = [...unescapeCode(textOf(code))];
    if (characters.includes(PLACEHOLDER)) found.untold++;
    x = readNumber(code.getAttribute('X')) ?? x;
    y = readNumber(code.getAttribute('Y')) ?? y;
    const dx = readDeltas(code.getAttribute('DeltaX'));
    const dy = readDeltas(code.getAttribute('DeltaY'));
    for (const [at, character] of characters.entries()) {
      const [pageX, pageY] = apply(placed, [x, y]);
      const [px, py] = [pageX * POINTS, (height - pageY) * POINTS];
      const radians = (-turned * Math.PI) / 180;
      const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
      const em = size * scale * POINTS;
      const advance = (character <= '\u007e' ? size * 0.5 : size) * stretch;
      const step = Math.abs(dx[at] ?? 0) * Math.hypot(placed[0], placed[1]) * POINTS;
      const own = advance * scale * POINTS;
      // The next character stands right behind, whatever the font: digits may be as wide as Han.
      const width = step > own && step <= em * stretch * WIDEST ? step : own;
      const text = replaceTwins(character).replace(/\p{Cc}/gu, '');
      if (text !== '')
        found.glyphs.push({
          angle: turned,
          glyph: {
            text,
            x: round(px * cosine - py * sine),
            y: round(px * sine + py * cosine),
            width,
            size: Math.round(em * 10) / 10,
          },
        });
      // A text without any steps is set by its font.
      x += dx[at] ?? (dx.length + dy.length === 0 ? advance : 0);
      y += dy[at] ?? 0;
    }
  }
}

/** `3 g 4 5.2 6` is 3, then four times 5.2, then 6. */
function readDeltas(value: string | null): number[] {
  const tokens = (value ?? '')
    .trim()
    .split(/\s+/)
    .filter((token) => token !== '');
  const deltas: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at] !== 'g') {
      deltas.push(readNumber(tokens[at] ?? '') ?? 0);
      continue;
    }
    const [count, delta] = [Number(tokens[at + 1]), readNumber(tokens[at + 2] ?? '') ?? 0];
    if (!Number.isInteger(count) || count < 0 || count > 10_000)
      throw new Error(`${tokens[at + 1]} is no count of deltas`);
    for (let times = 0; times < count; times++) deltas.push(delta);
    at += 2;
  }
  return deltas;
}

/** The straight lines of a path: `M x y L x y … C` in the coordinates of its boundary. */
function readPath(object: Element, outer: Matrix, height: number): Stroke[] {
  const boundary = boxOf(object.getAttribute('Boundary') ?? '');
  const data = textOf(first(object, 'AbbreviatedData')).trim();
  if (boundary === undefined || data === '') return [];
  const own = matrixOf(object.getAttribute('CTM'));
  const placed = multiply(multiply(own, [1, 0, 0, 1, boundary[0], boundary[1]]), outer);
  const strokes: Stroke[] = [];
  let [begin, last]: (readonly [number, number] | undefined)[] = [];
  for (const { 1: command = '', 2: rest = '' } of data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [x = 0, y = 0] = numbers.slice(-2);
    const [pageX, pageY] = apply(placed, [x, y]);
    const point = [pageX * POINTS, (height - pageY) * POINTS] as const;
    const to = command === 'C' ? begin : point;
    if ((command === 'L' || command === 'C') && last !== undefined && to !== undefined)
      strokes.push({ x0: last[0], y0: last[1], x1: to[0], y1: to[1] });
    if (command === 'M' || command === 'S') begin = point;
    last = to;
  }
  return strokes;
}

function areaOf(object: Element, outer: Matrix, height: number): Stroke {
  const [left, top, width, depth] = boxOf(object.getAttribute('Boundary') ?? '') ?? [0, 0, 0, 0];
  const [x, y] = apply(outer, [left, top]);
  return {
    ...{ x0: x * POINTS, x1: (x + width) * POINTS },
    ...{ y0: (height - y - depth) * POINTS, y1: (height - y) * POINTS },
  };
}

function matrixOf(value: string | null): Matrix {
  const [a, b, c, d, e, f] = (value ?? '').trim().split(/\s+/).map(Number);
  return f === undefined || [a, b, c, d, e, f].some((one) => !Number.isFinite(one))
    ? [1, 0, 0, 1, 0, 0]
    : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
}

function readNumber(value: string | null): number | undefined {
  const number = Number(value);
  return value === null || value.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
