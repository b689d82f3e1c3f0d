import type { Element } from 'hast';
import { formatNumber } from '../docx/format-number.ts';
import type { Declarations } from './page-styles.ts';

/** How a list prints its numbers: the name of a format as Word has it, and what follows the number. */
interface NumberStyle {
  readonly format: string;
  readonly before: string;
  readonly after: string;
}

const style = (format: string, after: string, before = ''): NumberStyle => ({
  format,
  before,
  after,
});
const HAN = style('chineseCounting', '、');
const STYLES: ReadonlyMap<string, NumberStyle> = new Map([
  ['decimal', style('decimal', '. ')],
  ['decimal-leading-zero', style('decimalZero', '. ')],
  ['lower-alpha', style('lowerLetter', '. ')],
  ['lower-latin', style('lowerLetter', '. ')],
  ['upper-alpha', style('upperLetter', '. ')],
  ['upper-latin', style('upperLetter', '. ')],
  ['lower-roman', style('lowerRoman', '. ')],
  ['upper-roman', style('upperRoman', '. ')],
  ['cjk-ideographic', HAN],
  ['simp-chinese-informal', HAN],
  ['trad-chinese-informal', HAN],
  ['cjk-decimal', style('ideographDigital', '、')],
  ['simp-chinese-formal', style('chineseLegalSimplified', '、')],
  ['cjk-heavenly-stem', style('ideographTraditional', '、')],
  ['cjk-earthly-branch', style('ideographZodiac', '、')],
  // Lists of UEditor, whose numbers are pictures of the style sheet.
  ['custom_num', style('decimal', '. ')],
  ['custom_num1', style('decimal', '）')],
  ['custom_num2', style('decimal', '）', '（')],
  ['custom_cn', HAN],
  ['custom_cn1', style('chineseCounting', '）')],
  ['custom_cn2', style('chineseCounting', '）', '（')],
]);
const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Gives items of a list their numbers, in order, as a browser prints them. */
export class ListNumbers {
  readonly #step: number;
  #next: number;
  readonly #style: string | undefined;

  /** @param list an `ol`, or another element that items stand in */
  constructor(list: Element, declared: Declarations) {
    const { start, reversed, type, className } = list.properties;
    const items = list.children.filter((one) => one.type === 'element' && one.tagName === 'li');
    const isReversed = reversed !== undefined && reversed !== false;
    const first = Number.parseInt(String(start ?? ''), 10);
    this.#step = isReversed ? -1 : 1;
    this.#next = Number.isNaN(first) ? (isReversed ? items.length : 1) : first;
    const custom = Array.isArray(className)
      ? className.map(String).find((name) => name.startsWith('custom_'))
      : undefined;
    const standard = list.tagName === 'ol' ? 'decimal' : 'disc';
    this.#style = custom ?? declared['list-style-type'] ?? TYPES[String(type ?? '')] ?? standard;
  }

  /** @returns what is printed before an item; empty for bullets and where a list prints none */
  take(item: Element, declared: Declarations): string {
    const { value, type } = item.properties;
    const own = Number.parseInt(String(value ?? ''), 10);
    const number = Number.isNaN(own) ? this.#next : own;
    this.#next = number + this.#step;
    const name = declared['list-style-type'] ?? TYPES[String(type ?? '')] ?? this.#style ?? '';
    return printNumber(number, name, true);
  }
}

/** The numbers of a page's own counters (CSS), of which plain ones are followed. */
export class PageCounters {
  readonly #values = new Map<string, number>();

  /** Reset and increment what an element declares. */
  step(declared: Declarations): void {
    for (const [name, value] of readCounters(declared['counter-reset'], 0))
      this.#values.set(name, value);
    for (const [name, value] of readCounters(declared['counter-increment'], 1))
      this.#values.set(name, (this.#values.get(name) ?? 0) + value);
  }

  /** Write what `content` prints: its strings and its counters. */
  print(content: string): string {
    return [
      ...content.matchAll(/"([^"]*)"|'([^']*)'|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)/g),
    ]
      .map(([, double, single, name, kind]) =>
        name === undefined
          ? readEscapes(double ?? single ?? '')
          : printNumber(this.#values.get(name) ?? 0, kind ?? 'decimal', false),
      )
      .join('');
  }
}

function printNumber(number: number, name: string, isMarker: boolean): string {
  const words = name.toLowerCase().split(/\s+/);
  const found = words.map((word) => STYLES.get(word)).find((one) => one !== undefined);
  if (found === undefined) return '';
  const { format, before, after } = found;
  const printed = formatNumber(number, format);
  return isMarker ? `${before}${printed}${after}` : printed;
}

function readCounters(text: string | undefined, standard: number): [string, number][] {
  if (text === undefined || text === 'none') return [];
  return [...text.matchAll(/([a-z_][\w-]*)(?:\s+(-?\d+))?/gi)].map(([, name = '', value]) => [
    name,
    value === undefined ? standard : Number(value),
  ]);
}

/** Strings of style sheets write characters by their codes too: `\3001`. */
function readEscapes(text: string): string {
  return text.replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) => {
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
