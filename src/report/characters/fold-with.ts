import { CHARACTER_VARIANTS } from './character-variants.ts';
import { unifyIdeographs } from './unify-ideographs.ts';

const WHITE_SPACE = /^\s$/u;
/** Characters that print nothing: joiners, direction marks, selectors, soft hyphens, controls. */
const INVISIBLE = /^(?:\p{Default_Ignorable_Code_Point}|(?![\t-\r])\p{Cc}|[\ufff9-\ufffb])$/u;

/** The simplified character of a traditional one, by code point. */
export type CharacterTable = ReadonlyMap<number, number>;

/** Folds all but the script: enough to count characters, since scripts change no lengths. */
export const NO_CHARACTERS: CharacterTable = new Map();

/**
 * Fold a text with the given table of characters.
 *
 * Each character folds by itself to NFKC, lower case and simplified script; marks of one kind, as
 * all dashes, fold to one; what prints nothing folds to nothing. White space is spaces, but beside
 * a digit it is nothing: sources set gaps around numbers that nobody types.
 * Hence fold(a + b) = fold(a) + fold(b) wherever neither side of the cut is white space: what
 * stands in a text is found by any part of it.
 * @param text any text
 * @param simplified which characters are written as others
 * @returns the folded text
 */
export function foldWith(text: string, simplified: CharacterTable): string {
  let folded = '';
  eachFolded(text, simplified, (part) => {
    folded += part;
  });
  return folded;
}

/** A folded text, character by character, with the offsets each came from. */
export interface FoldedText {
  /** The folded text, one code point each. */
  readonly characters: readonly string[];
  /** Where the character it came from starts in the text, UTF-16 units. */
  readonly starts: readonly number[];
  /** Where it ends, exclusive. */
  readonly ends: readonly number[];
}

/**
 * Fold a text and keep the offsets of every folded character. Folding changes lengths, so a
 * position in the folded text is not an offset in the text.
 * @param text any text
 * @param simplified which characters are written as others
 * @returns the folded characters and the offsets of each in the text
 */
export function foldWithOffsets(text: string, simplified: CharacterTable): FoldedText {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  eachFolded(text, simplified, (folded, start, end) => {
    for (const part of folded) {
      characters.push(part);
      starts.push(start);
      ends.push(end);
    }
  });
  return { characters, starts, ends };
}

/** Visit what each character folds to, with its offsets; what folds to nothing is not visited. */
function eachFolded(
  text: string,
  simplified: CharacterTable,
  visit: (folded: string, start: number, end: number) => void,
): void {
  let gap: number[] = [];
  let isAfterDigit = false;
  let start = 0;
  const endGap = (isBesideDigit: boolean) => {
    if (!isBesideDigit) for (const at of gap) visit(' ', at, at + 1);
    gap = [];
  };
  for (const character of text) {
    const folded = foldCharacter(character, simplified);
    const end = start + character.length;
    if (folded === ' ') gap.push(start);
    else if (folded !== '') {
      if (gap.length > 0) endGap(isAfterDigit || isDigit(folded, 0));
      visit(folded, start, end);
      isAfterDigit = isDigit(folded, folded.length - 1);
    }
    start = end;
  }
  endGap(isAfterDigit);
}

function isDigit(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

/** Fold one code point to any number of them: NFKC writes … as three and ㎡ as two. */
function foldCharacter(character: string, simplified: CharacterTable): string {
  const code = character.codePointAt(0) ?? 0;
  // Most of a Chinese text, quickly: Han characters that NFKC and case leave alone.
  if (code >= 0x4e00 && code <= 0x9fff)
    return code === TRADITIONAL_ZHU || simplified.has(code)
      ? simplifiedOf(code, simplified)
      : character;
  const variant = CHARACTER_VARIANTS.get(code);
  if (variant !== undefined) return simplifiedOf(variant, simplified);
  if (code >= FIRST_RADICAL && code <= LAST_RADICAL)
    return simplifiedOf(unifyIdeographs(character).codePointAt(0) ?? code, simplified);
  if (code > 0x20 && code < 0x7f) return character.toLowerCase();
  if (INVISIBLE.test(character)) return '';
  if (WHITE_SPACE.test(character)) return ' ';
  let folded = '';
  for (const part of character.normalize('NFKC').toLowerCase()) {
    // What NFKC makes of a mark may be a mark of a kind, or print nothing.
    if (part === character) folded += simplifiedOf(code, simplified);
    // The space of a mark that stands alone, as of ¨, is none of the text's.
    else if (part !== ' ') folded += foldCharacter(part, simplified);
  }
  return folded;
}

/** Radicals as characters of their own: the supplement and the Kangxi block. */
const FIRST_RADICAL = 0x2e80;
const LAST_RADICAL = 0x2fd5;

function simplifiedOf(code: number, simplified: CharacterTable): string {
  const known = code === TRADITIONAL_ZHU ? SIMPLIFIED_ZHE : simplified.get(code);
  return String.fromCodePoint(known ?? code);
}

/** 著 stands for 着 in traditional script, and both are written in simplified: they are one. */
const TRADITIONAL_ZHU = 0x8457;
const SIMPLIFIED_ZHE = 0x7740;
