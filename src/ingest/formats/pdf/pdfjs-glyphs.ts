import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { apply, type Matrix, multiply } from '../printed/matrix.ts';
import { makeStandardMap } from './make-standard-map.ts';

/** A character as a page shows it, in the page's coordinates, in points. */
export interface ShownGlyph {
  readonly text: string;
  /** The direction it is written in, in degrees. */
  readonly angle: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Whether it is laid over a picture and not shown: text that a program recognised. */
  readonly isInvisible: boolean;
  /** Which sign of which font it is, whatever character the font says that this is. */
  readonly sign: string;
}

/** What pdf.js shows on the pages of a PDF. */
export interface ShownPages {
  readonly pages: readonly (readonly ShownGlyph[])[];
  /** Character maps that the PDF asks for, and that are not at hand: their text is not read. */
  readonly lacking: readonly string[];
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const INVISIBLE = 3;
const DEFAULT_SCALE = 0.001;

/**
 * Read every glyph that a PDF shows, in the order it is drawn, from what pdf.js would draw.
 *
 * @throws Error where the PDF is broken; one named `PasswordException` where it is locked
 */
export async function readShownGlyphs(bytes: Uint8Array): Promise<ShownPages> {
  const asked = new Set<string>();
  /** Is asked for what PDFs take from outside: character maps, and fonts, which no text needs. */
  class Outside {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
      const map = kind === 'cMapUrl' ? makeStandardMap(filename) : undefined;
      if (kind === 'cMapUrl') asked.add(filename);
      if (map === undefined) throw new Error(`${filename} is not in the PDF`);
      return map;
    }
  }
  const { OPS } = await getResolvedPDFJS();
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    BinaryDataFactory: Outside,
    cMapPacked: false,
    useWorkerFetch: false,
  });
  try {
    const pages: ShownGlyph[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      const fonts = page.commonObjs;
      const reader = new GlyphReader(OPS, (name) =>
        fonts.has(name) ? (fonts.get(name) as LoadedFont) : {},
      );
      for (const [at, operator] of fnArray.entries())
        reader.run(operator, (argsArray[at] ?? []) as readonly unknown[]);
      pages.push(reader.glyphs);
      page.cleanup();
    }
    return { pages, lacking: lackingOf(asked) };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A map from glyph numbers to characters serves only where the map to those numbers is ours too. */
function lackingOf(asked: ReadonlySet<string>): string[] {
  const known = [...asked].filter((name) => makeStandardMap(name) !== undefined);
  const isOurs = known.some((name) => !name.startsWith('Adobe-'));
  return isOurs ? [...asked].filter((name) => !known.includes(name)) : [...asked];
}

interface LoadedFont {
  readonly loadedName?: string;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

interface FontGlyph {
  readonly originalCharCode?: number;
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

interface State {
  readonly matrix: Matrix;
  readonly font: LoadedFont;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

const START: State = {
  ...{ matrix: IDENTITY, font: {}, size: 0, charSpacing: 0, wordSpacing: 0 },
  ...{ scale: 1, leading: 0, rise: 0, mode: 0 },
};

/** Goes through the operators of a page, and notes where each glyph is shown. */
class GlyphReader {
  readonly glyphs: ShownGlyph[] = [];
  readonly #names: ReadonlyMap<number, string>;
  readonly #fontOf: (name: string) => LoadedFont;
  readonly #saved: State[] = [];
  #state = START;
  #text = IDENTITY;
  #line: readonly [number, number] = [0, 0];
  #x = 0;
  #y = 0;

  constructor(operators: Readonly<Record<string, number>>, fontOf: (name: string) => LoadedFont) {
    this.#names = new Map(Object.entries(operators).map(([name, number]) => [number, name]));
    this.#fontOf = fontOf;
  }

  run(operator: number, args: readonly unknown[]): void {
    this.#steps[this.#names.get(operator) ?? '']?.(args);
  }

  readonly #steps: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => this.#save(),
    restore: () => this.#restore(),
    transform: (args) => this.#transform(args),
    paintFormXObjectBegin: ([matrix]) => {
      this.#save();
      this.#transform(matrix);
    },
    paintFormXObjectEnd: () => this.#restore(),
    beginAnnotation: ([, , placed, matrix]) => {
      this.#save();
      this.#transform(placed);
      this.#transform(matrix);
    },
    endAnnotation: () => this.#restore(),
    beginText: () => this.#setTextMatrix(IDENTITY),
    setTextMatrix: (args) =>
      this.#setTextMatrix(toMatrix(args.length === 1 ? args[0] : args) ?? IDENTITY),
    moveText: ([x, y]) => this.#move(Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      this.#set({ leading: Number(y) });
      this.#move(Number(x), Number(y));
    },
    setLeading: ([leading]) => this.#set({ leading: -Number(leading) }),
    nextLine: () => this.#move(0, this.#state.leading),
    setCharSpacing: ([spacing]) => this.#set({ charSpacing: Number(spacing) }),
    setWordSpacing: ([spacing]) => this.#set({ wordSpacing: Number(spacing) }),
    setHScale: ([percent]) => this.#set({ scale: Number(percent) / 100 }),
    setTextRise: ([rise]) => this.#set({ rise: Number(rise) }),
    setTextRenderingMode: ([mode]) => this.#set({ mode: Number(mode) }),
    setFont: ([name, size]) => this.#set({ font: this.#fontOf(String(name)), size: Number(size) }),
    showText: ([shown]) => this.#show(shown),
    showSpacedText: ([shown]) => this.#show(shown),
    nextLineShowText: ([shown]) => {
      this.#move(0, this.#state.leading);
      this.#show(shown);
    },
  };

  #save(): void {
    this.#saved.push(this.#state);
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #transform(by: unknown): void {
    const matrix = toMatrix(by);
    if (matrix !== undefined) this.#set({ matrix: multiply(matrix, this.#state.matrix) });
  }

  #setTextMatrix(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = [0, 0];
    this.#x = 0;
    this.#y = 0;
  }

  #move(x: number, y: number): void {
    this.#line = [this.#line[0] + x, this.#line[1] + y];
    [this.#x, this.#y] = this.#line;
  }

  #show(shown: unknown): void {
    if (!Array.isArray(shown)) return;
    const { font, size, charSpacing, wordSpacing, scale, rise, mode, matrix } = this.#state;
    const whole = multiply(this.#text, matrix);
    const isVertical = font.vertical === true;
    const unit = font.fontMatrix?.[0] ?? DEFAULT_SCALE;
    const stretch = Math.hypot(whole[0], whole[1]);
    const height = Math.hypot(whole[2], whole[3]);
    const turn = isVertical ? -90 : size < 0 ? 180 : 0;
    const angle = toDegrees(Math.atan2(whole[1], whole[0])) + turn;
    for (const one of shown as readonly (FontGlyph | number | null)[]) {
      if (one === null) continue;
      if (typeof one === 'number') {
        this.#advance((-one * size) / 1000, isVertical);
        continue;
      }
      const spacing = charSpacing + (one.isSpace === true ? wordSpacing : 0);
      const length = isVertical ? size : (one.width ?? 0) * unit * size;
      const [x, y] = apply(whole, [this.#x, this.#y + rise]);
      const text = one.unicode ?? '';
      if (text !== '')
        this.glyphs.push({
          ...{ text, x, y, angle: ((angle % 360) + 360) % 360 },
          width: Math.abs(length) * (isVertical ? height : stretch * scale),
          size: Math.round(Math.abs(size) * height * 10) / 10,
          isInvisible: mode === INVISIBLE,
          sign: `${font.loadedName ?? ''} ${one.originalCharCode ?? text}`,
        });
      this.#advance(length + spacing, isVertical);
    }
  }

  #advance(length: number, isVertical: boolean): void {
    if (isVertical) this.#y -= length;
    else this.#x += length * this.#state.scale;
  }
}

function toMatrix(value: unknown): Matrix | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [a, b, c, d, e, f] = Object.values(value).map(Number);
  return f === undefined || Number.isNaN(f)
    ? undefined
    : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
}

function toDegrees(radians: number): number {
  return Math.round((radians * 180) / Math.PI);
}
