import type { InventoryPiece } from '../inventory.ts';
import { wordSymbol } from './word-symbols.ts';
import type { WordPackage } from './word-xml.ts';

/** A tag or the text between two. */
const TOKEN = /<(\/?)([\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;
/** Elements that hold text: of Word, of formulas, of drawings. */
const TEXTS = new Set(['w:t', 'm:t', 'a:t', 'w:delText']);
const REMOVED = new Set(['del', 'moveFrom']);

/**
 * List all text of a Word document, part by part and tag by tag, without building a tree of it.
 * It knows nothing of fields, styles, numbers and layout: it is there to hold `readDocx` to what the
 * file has.
 */
export function listDocxText({ parts, main, named }: WordPackage): InventoryPiece[] {
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  const once = new Set<string>();
  const running = (kind: string, where: string) =>
    named(kind).flatMap((name) => {
      const pieces = listPart(text(name), where);
      const whole = pieces
        .map((piece) => piece.text)
        .join('')
        .replace(/\s/gu, '');
      const isRepeated = once.has(whole) || !text(main).includes(`${kind}Reference`);
      once.add(whole);
      return isRepeated ? pieces.map((piece) => ({ ...piece, kind: 'repeated' as const })) : pieces;
    });
  const notes = (kind: 'footnote' | 'endnote', where: string) =>
    named(`${kind}s`).flatMap((name) => listNotes(text(name), kind, where, text(main)));
  const others = (pattern: RegExp, where: string, kind: InventoryPiece['kind']) =>
    [...parts.keys()]
      .filter((name) => pattern.test(name))
      .flatMap((name) => listPart(text(name), where).map((piece) => ({ ...piece, kind })));
  return [
    ...running('header', '页眉'),
    ...listPart(text(main), '正文'),
    ...notes('footnote', '脚注'),
    ...notes('endnote', '尾注'),
    ...running('footer', '页脚'),
    ...others(/\/diagrams\/data\d*\.xml$/, '图示', 'text'),
    ...others(/\/comments\w*\.xml$/, '批注', 'hidden'),
  ];
}

/** List the notes that the document refers to. */
function listNotes(xml: string, kind: string, where: string, document: string): InventoryPiece[] {
  const bodies = xml.match(new RegExp(`<w:${kind}\\b[\\s\\S]*?</w:${kind}>`, 'g')) ?? [];
  return bodies.flatMap((body, index) => {
    const id = /\bw:id="([^"]*)"/.exec(body)?.[1] ?? '';
    const reference = new RegExp(
      `<w:${kind}Reference\\b[^>]*\\bw:id="${id.replace(/[^\w-]/g, '')}"`,
    );
    const isReferred = reference.test(document) || reference.test(xml);
    return listPart(body, `${where}${index + 1}`).map((piece) =>
      isReferred ? piece : { ...piece, kind: 'hidden' as const },
    );
  });
}

function listPart(xml: string, where: string): InventoryPiece[] {
  const pieces: InventoryPiece[] = [];
  const runs: { isHidden: boolean }[] = [];
  const ways: { from: number; isSaid: boolean }[] = [];
  const depth = { repeated: 0, removed: 0, boxes: 0, tables: 0, marks: 0 };
  let tables = 0;
  let reading = '';
  const region = () => {
    if (depth.boxes > 0) return '文本框';
    return depth.tables > 0 ? `表${tables}` : where;
  };
  const add = (text: string, isRemoved = false) => {
    const isHidden = isRemoved || depth.removed > 0 || runs.at(-1)?.isHidden === true;
    const kind = depth.repeated > 0 ? 'repeated' : isHidden ? 'hidden' : 'text';
    pieces.push({ where: region(), text, kind });
  };
  for (const [, end, prefix = '', name = '', attributes = '', empty, words] of xml.matchAll(
    TOKEN,
  )) {
    if (words !== undefined) {
      if (TEXTS.has(reading)) add(decodeEntities(words), reading === 'w:delText');
      else if (reading === 'w:instrText' && /^\s*EQ\b/i.test(words))
        for (const part of words.match(/[\p{L}\p{N}]+/gu) ?? [])
          pieces.push({ where, text: part, kind: 'repeated' });
      continue;
    }
    const step = end === '/' ? -1 : empty === '/' ? 0 : 1;
    const tag = `${prefix}${name}`;
    if (TEXTS.has(tag) || tag === 'w:instrText') reading = step > 0 ? tag : '';
    else if (name === 'rt') depth.repeated += step;
    else if (name === 'AlternateContent' && step > 0) ways.push({ from: 0, isSaid: false });
    else if (name === 'AlternateContent' && step < 0) ways.pop();
    else if (name === 'Choice' || name === 'Fallback') {
      const way = ways.at(-1);
      if (way !== undefined && step > 0) way.from = pieces.length;
      // What is said in one way is not listed again in the other, for older programs.
      if (way !== undefined && step < 0 && way.isSaid) pieces.length = way.from;
      if (way !== undefined && step < 0) way.isSaid ||= pieces.length > way.from;
    } else if (REMOVED.has(name) && prefix === 'w:') depth.removed += step;
    else if (name === 'txbxContent') depth.boxes += step;
    else if (tag === 'w:pPr') depth.marks += step;
    else if (tag === 'w:tbl') {
      depth.tables += step;
      if (step > 0 && depth.tables === 1) tables++;
    } else if (tag === 'w:r') {
      if (step > 0) runs.push({ isHidden: false });
      if (step < 0) runs.pop();
    } else if (/^w:(?:vanish|strike|dstrike)$/.test(tag) && depth.marks === 0 && step >= 0) {
      const run = runs.at(-1);
      if (run !== undefined && !/val="(?:0|false|off)"/.test(attributes)) run.isHidden = true;
    } else if (tag === 'w:sym') add(symbolOf(attributes));
    else if (tag === 'w:noBreakHyphen') add('-');
    else if (tag === 'v:textpath')
      add(decodeEntities(/\bstring="([^"]*)"/.exec(attributes)?.[1] ?? ''));
  }
  return pieces;
}

function symbolOf(attributes: string): string {
  const code = Number.parseInt(/:char="([^"]*)"/.exec(attributes)?.[1] ?? '', 16);
  if (Number.isNaN(code)) return '';
  return (
    wordSymbol(/:font="([^"]*)"/.exec(attributes)?.[1] ?? '', code) ?? String.fromCodePoint(code)
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Decode the entities of XML. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
