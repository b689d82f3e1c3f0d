const WHITE_SPACE = /^\s$/u;

/** The simplified character of a traditional one, by code point. */
export type CharacterTable = ReadonlyMap<number, number>;

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

/**
 * Fold one character.
 * @param character one code point
 * @param simplified which characters are written as others
 * @returns one or more code points: NFKC writes … as three and ㎡ as two
 */
export function foldCharacter(character: string, simplified: CharacterTable): string {
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
