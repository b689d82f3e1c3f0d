import { readSprms } from './read-sprms.ts';

/** Where the header says that the style sheet stands ([MS-DOC] 2.9.271). */
const AT = 0xa2;
const PARAGRAPH_STYLE = 1;
const NO_STYLE = 0xfff;
/** The list that a paragraph is an item of, and its level in it. */
const LIST = 0x460b;
const LEVEL = 0x260a;
/** A style rests on another, which rests on another, no deeper than this. */
const DEEPEST = 20;

/**
 * Find the paragraph styles of a Word document that number their paragraphs, by themselves or by a
 * style that they rest on.
 *
 * @returns the list and the level of each, by the number that paragraphs refer to it by
 */
export function findNumberedStyles(
  document: Buffer,
  tables: Buffer,
): ReadonlyMap<number, { readonly list: number; readonly level: number }> {
  const [start, size] = [document.readUInt32LE(AT), document.readUInt32LE(AT + 4)];
  const sheet = tables.subarray(start, start + size);
  if (sheet.length < 6) return new Map();
  const head = sheet.readUInt16LE(0);
  const [count, base] = [sheet.readUInt16LE(2), sheet.readUInt16LE(4)];
  const styles: (Style | undefined)[] = [];
  for (let at = 2 + head; styles.length < count && at + 2 <= sheet.length; ) {
    const length = sheet.readUInt16LE(at);
    styles.push(readStyle(sheet.subarray(at + 2, at + 2 + length), base));
    at += 2 + length;
  }
  const find = (
    number: number,
    of: (style: Style) => number | undefined,
    depth = 0,
  ): number | undefined => {
    const style = styles[number];
    if (style === undefined || depth > DEEPEST) return undefined;
    return of(style) ?? find(style.base, of, depth + 1);
  };
  return new Map(
    [...styles.keys()].flatMap((number) => {
      const list = find(number, (style) => style.list);
      const level = find(number, (style) => style.level) ?? 0;
      return list === undefined || list === 0 ? [] : [[number, { list, level }]];
    }),
  );
}

interface Style {
  /** The style that it rests on. */
  readonly base: number;
  /** The list that it says; absent where it says none. */
  readonly list: number | undefined;
  readonly level: number | undefined;
}

/** @param size of the fixed part of a style, in bytes */
function readStyle(data: Buffer, size: number): Style | undefined {
  if (data.length < size + 2 || size < 6) return undefined;
  const kind = data.readUInt16LE(2);
  if ((kind & 0xf) !== PARAGRAPH_STYLE) return undefined;
  const base = kind >> 4;
  // The name, with a zero at its end; then the paragraph's properties behind their length.
  const at = size + 2 + 2 * data.readUInt16LE(size) + 2;
  const length = at + 2 <= data.length ? data.readUInt16LE(at) : 0;
  const properties = readSprms(data.subarray(at + 4, at + 2 + length));
  return {
    base: base === NO_STYLE ? -1 : base,
    list: properties.get(LIST),
    level: properties.get(LEVEL),
  };
}
