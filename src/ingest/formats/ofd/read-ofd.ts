import { DOMParser } from '@xmldom/xmldom';
import JSZip from 'jszip';
import { refusal } from '../../ingest-codes.ts';
import type { Extracted } from '../extracted.ts';
import type { InventoryPiece, SourceDoubt } from '../inventory.ts';
import { layOutPages } from '../printed/lay-out-pages.ts';
import { apply, type Matrix, multiply } from '../printed/matrix.ts';
import type { Glyph, PrintedFrame, PrintedPicture, Stroke } from '../printed/printed-page.ts';
import { replaceTwins } from '../printed/replace-twins.ts';

/** Bounds of what is unpacked, in bytes: a report of a hundred pages has a tenth of it. */
const LARGEST_PART = 30_000_000;
const LARGEST_WHOLE = 120_000_000;
const MOST_PARTS = 5000;
const MOST_PAGES = 1000;
/** From the millimetres of the standard to points. */
const POINTS = 72 / 25.4;
const DEEPEST = 20;
const SCANNED = 0.5;

/**
 * Read an OFD file (GB/T 33190-2016): a ZIP of XML in which each text tells where its glyphs stand.
 * Its inventory is every `TextCode` of its pages.
 *
 * @throws ArchiveError `i-004` where it is locked, `i-005` where it has no text, `i-006` where it
 *   unpacks to more than any report; other errors where it is broken
 */
export async function readOfd(bytes: Uint8Array, file: string): Promise<Extracted> {
  const parts = await unpack(bytes, file);
  if (parts.has('Encryptions.xml') || parts.has('Encryption.xml'))
    throw refusal(
      'i-004',
      file,
      'Unexpected OFD under a password, expected one that opens without',
      'open it with its password, and save it without, or as PDF',
    );
  const root = parts.xml('OFD.xml');
  const frames: PrintedFrame[] = [];
  const doubts: SourceDoubt[] = [];
  const inventory: InventoryPiece[] = [];
  for (const body of all(root, 'DocBody')) {
    const document = textOf(first(body, 'DocRoot'));
    for (const page of listPages(parts, document)) {
      const number = frames.length + 1;
      if (number > MOST_PAGES)
        throw refusal(
          'i-006',
          file,
          `Unexpected OFD of more than ${MOST_PAGES} pages, expected one report`,
          'give the report alone',
        );
      const read = readPage(page, number);
      frames.push(...read.frames);
      doubts.push(...read.doubts);
      inventory.push(...read.inventory);
    }
  }
  const laidOut = layOutPages(frames);
  const made = laidOut.lines.flatMap(({ picture, text }) => (picture === undefined ? [] : [text]));
  if (frames.every(({ glyphs }) => glyphs.length === 0))
    throw refusal(
      'i-005',
      file,
      'Unexpected OFD without text (a scan?), expected one that has its text',
      'ingest the page or Word file of the document, or have its characters recognised and proof-read',
    );
  return {
    ...{ text: laidOut.text, lines: laidOut.lines, running: laidOut.running },
    ...{ hints: {}, extension: 'ofd', made, inventory },
    doubts: [...doubts, ...laidOut.doubts],
  };
}

/** The parts of an OFD file, by their path in it. */
interface Parts {
  has(path: string): boolean;
  xml(path: string): Element;
}

async function unpack(bytes: Uint8Array, file: string): Promise<Parts> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  const texts = new Map<string, string>();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let whole = 0;
  for (const name of names.slice(0, MOST_PARTS)) {
    if (!/\.xml$/i.test(name)) continue;
    const data = await inflate(zip.files[name], LARGEST_PART);
    whole += data?.length ?? 0;
    if (data === undefined || whole > LARGEST_WHOLE || names.length > MOST_PARTS)
      throw refusal(
        'i-006',
        file,
        `Unexpected OFD file that unpacks to more than ${LARGEST_WHOLE} bytes, expected one report`,
        'give the report alone',
      );
    texts.set(name.replace(/^\//, ''), decoder.decode(data));
  }
  return {
    has: (path) => texts.has(path),
    xml(path) {
      const text = texts.get(path);
      if (text === undefined) throw new Error(`${path} is missing`);
      return parseXml(text, path);
    },
  };
}

/** Unpack a part, and stop where it grows beyond a bound. */
function inflate(
  part: JSZip.JSZipObject | undefined,
  bound: number,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    if (part === undefined) return resolve(new Uint8Array());
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = part.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bound) {
        stream.pause();
        resolve(undefined);
      } else chunks.push(chunk);
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

function parseXml(text: string, path: string): Element {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error(`${path} declares entities`);
  const fail = (message: string) => {
    throw new Error(`${path}: ${message}`);
  };
  const parser = new DOMParser({ errorHandler: { warning() {}, error: fail, fatalError: fail } });
  const { documentElement } = parser.parseFromString(text, 'application/xml');
  if (documentElement === null) throw new Error(`${path} is empty`);
  return documentElement;
}

/** A page: its area, and its layers of content with those of its template, in the order they are drawn. */
interface Page {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Element[];
}

function listPages(parts: Parts, path: string): Page[] {
  const document = parts.xml(join('', path));
  const folder = join('', path).replace(/[^/]*$/, '');
  const common = first(document, 'CommonData');
  const templates = new Map(
    all(common, 'TemplatePage').map((template) => [
      template.getAttribute('ID') ?? '',
      join(folder, template.getAttribute('BaseLoc') ?? ''),
    ]),
  );
  const area = boxOf(textOf(first(first(common, 'PageArea'), 'PhysicalBox')));
  return all(first(document, 'Pages'), 'Page').map((page): Page => {
    const content = parts.xml(join(folder, page.getAttribute('BaseLoc') ?? ''));
    const own = boxOf(textOf(first(first(content, 'Area'), 'PhysicalBox'))) ?? area;
    const used = all(content, 'Template').flatMap((template) => {
      const at = templates.get(template.getAttribute('TemplateID') ?? '');
      return at === undefined ? [] : all(first(parts.xml(at), 'Content'), 'Layer');
    });
    const layers = [...used, ...all(first(content, 'Content'), 'Layer')];
    return { width: own?.[2] ?? 210, height: own?.[3] ?? 297, layers };
  });
}

interface Found {
  readonly glyphs: { readonly glyph: Glyph; readonly angle: number }[];
  readonly strokes: Stroke[];
  readonly pictures: PrintedPicture[];
  readonly codes: string[];
  untold: number;
}

function readPage({ width, height, layers }: Page, number: number) {
  const found: Found = { glyphs: [], strokes: [], pictures: [], codes: [], untold: 0 };
  for (const layer of layers) readBlock(layer, [1, 0, 0, 1, 0, 0], found, height, 0);
  const where = `第${number}页`;
  const covered = found.pictures.reduce(
    (sum, { x0, y0, x1, y1 }) => sum + (x1 - x0) * (y1 - y0),
    0,
  );
  const isScan = found.glyphs.length === 0 && covered > width * height * POINTS ** 2 * SCANNED;
  const angles = [...new Set(found.glyphs.map(({ angle }) => angle))];
  const frames = (angles.length === 0 ? [0] : angles).map(
    (angle, at): PrintedFrame => ({
      page: number,
      glyphs: found.glyphs.filter((one) => one.angle === angle).map(({ glyph }) => glyph),
      strokes: angle === 0 ? found.strokes : [],
      pictures: at === 0 ? found.pictures : [],
      isAslant: angle % 90 !== 0,
    }),
  );
  const doubts: SourceDoubt[] = [];
  const doubt = (why: string) => doubts.push({ where, words: '', why, from: 'reader' });
  if (isScan)
    doubt(
      'this page is a picture (a scan): its text is not in the report; type it, or have it recognised',
    );
  if (found.untold > 0)
    doubt(
      `${found.untold} texts of this page tell no characters, or not how they are drawn: compare it with the original`,
    );
  const inventory: InventoryPiece[] = [
    { where, text: replaceTwins(found.codes.join('')), kind: 'text' },
  ];
  return { frames, doubts, inventory };
}

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
    else if (name === 'ImageObject')
      found.pictures.push({ ...areaOf(object, outer, height), alt: '' });
    else if (name === 'PathObject') found.strokes.push(...readPath(object, outer, height));
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
    found.codes.push(...codes.map(textOf));
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
    const characters = [...textOf(code)];
    found.codes.push(characters.join(''));
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
      const width = (character <= '\u007e' ? em * 0.5 : em) * stretch;
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
      x += dx[at] ?? 0;
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

function boxOf(value: string): readonly [number, number, number, number] | undefined {
  const [x, y, width, height] = value.trim().split(/\s+/).map(Number);
  return x !== undefined &&
    y !== undefined &&
    width !== undefined &&
    height !== undefined &&
    [x, y, width, height].every(Number.isFinite)
    ? [x, y, width, height]
    : undefined;
}

function readNumber(value: string | null): number | undefined {
  const number = Number(value);
  return value === null || value.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

/** A path in the file: from its root, or from the folder of the part that names it. */
function join(folder: string, path: string): string {
  const whole = path.startsWith('/') ? path.slice(1) : folder + path;
  const steps: string[] = [];
  for (const step of whole.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

function children(element: Element | undefined): Element[] {
  return Array.from<ChildNode>(element?.childNodes ?? []).filter(
    (node): node is Element => node.nodeType === 1,
  );
}

function localName(element: Element): string {
  return element.localName ?? element.nodeName.replace(/^.*:/, '');
}

function all(element: Element | undefined, name: string): Element[] {
  return children(element).filter((child) => localName(child) === name);
}

function first(element: Element | undefined, name: string): Element | undefined {
  return all(element, name)[0];
}

function textOf(element: Element | undefined): string {
  return element?.textContent ?? '';
}
