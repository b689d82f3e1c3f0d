const WHITE_SPACE = /^\s$/u;

/** The simplified character of a traditional one, by code point. */
export type CharacterTable = ReadonlyMap<number, number>;

/** Folds all but the script: enough to count characters, since scripts change no lengths. */
export const NO_CHARACTERS: CharacterTable = new Map();

/**
 * Fold a text with the given table of characters: NFKC, lower case, simplified script, and every
 * white space character a space.
 * Each character folds by itself, so that fold(a + b) = fold(a) + fold(b): what stands in a text
 * is found by any part of it. Hence white space is not run together, and NFKC joins nothing.
 * @param text any text
 * @param simplified which characters are written as others
 * @returns the folded text
 */
export function foldWith(text: string, simplified: CharacterTable): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character, simplified);
  return folded;
}

/** Fold one code point to one or more: NFKC writes … as three and ㎡ as two. */
function foldCharacter(character: string, simplified: CharacterTable): string {
  const code = character.codePointAt(0) ?? 0;
  // Most of a Chinese text, quickly: Han characters that NFKC and case leave alone.
  if (code >= 0x4e00 && code <= 0x9fff) {
    const other = simplified.get(code);
    return other === undefined ? character : String.fromCodePoint(other);
  }
  if (WHITE_SPACE.test(character)) return ' ';
  const plain = character.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const part of plain) {
    const other = simplified.get(part.codePointAt(0) ?? 0);
    folded += other === undefined ? part : String.fromCodePoint(other);
  }
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
 * Fold a text and keep the offsets of every folded character. NFKC changes lengths, so a position
 * in the folded text is not an offset in the text.
 * @param text any text
 * @param simplified which characters are written as others
 * @returns the folded characters and the offsets of each in the text
 */
export function foldWithOffsets(text: string, simplified: CharacterTable): FoldedText {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const part of foldCharacter(character, simplified)) {
      characters.push(part);
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return { characters, starts, ends };
}
