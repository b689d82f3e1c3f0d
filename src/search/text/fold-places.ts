import { type CharacterTable, foldCharacter } from './fold-with.ts';

/** A folded text, character by character, with the place each came from. */
export interface FoldedPlaces {
  /** The folded text, one code point each. */
  readonly characters: readonly string[];
  /** Where the character it came from starts in the text, UTF-16 units. */
  readonly starts: readonly number[];
  /** Where it ends, exclusive. */
  readonly ends: readonly number[];
}

/**
 * Fold a text and keep the place of every folded character: NFKC changes lengths, so a place in
 * the folded text is not one in the text.
 * @param text any text
 * @param simplified which characters are written as others
 * @returns the folded characters and the places of each in the text
 */
export function foldPlaces(text: string, simplified: CharacterTable): FoldedPlaces {
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
