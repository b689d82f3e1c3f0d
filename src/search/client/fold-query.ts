import { type CharacterTable, NO_CHARACTERS } from '../../report/characters/fold-with.ts';
import { type FoldedQuery, foldParts, LONGEST_QUERY } from '../text/folded-query.ts';
import type { QuerySyntax } from '../text/parse-query.ts';

/** GB 2312's characters which stand for another one all the same, as `fold-query.test.ts` proves. */
const EXCEPTIONS = '乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽';

/**
 * Get the table of traditional characters, where a text may have any: else it need not be fetched.
 * GB 2312 is the standard of simplified writing, and every browser and Node carry it as a
 * decoder: what it has is not traditional, but for a few.
 * @param text what is to be folded
 * @returns a table that folds this text as the whole one does
 */
export async function loadCharacterTable(text: string): Promise<CharacterTable> {
  plainUnits ??= decodeGb2312();
  for (let i = 0; i < text.length; i += 1) {
    if (isPlain(text.charCodeAt(i), plainUnits)) continue;
    return (await import('../../report/characters/simplified-characters.ts')).simplifiedCharacters;
  }
  return NO_CHARACTERS;
}

/** By UTF-16 unit, 1 for the characters of GB 2312; made once, when first needed. */
let plainUnits: Uint8Array | undefined;

/** Whether a unit folds without the table: not Han, nor anything that NFKC makes Han. */
function isPlain(unit: number, plain: Uint8Array): boolean {
  return (
    unit < 0x2e80 ||
    (unit >= 0x3000 && unit < 0x3100) ||
    (unit >= 0xff00 && unit < 0xfff0) ||
    plain[unit] === 1
  );
}

/** The level 1 and 2 characters of GB 2312: rows B0 to F7, 94 a row. */
function decodeGb2312(): Uint8Array {
  const bytes = new Uint8Array((0xf8 - 0xb0) * 94 * 2);
  let at = 0;
  for (let row = 0xb0; row < 0xf8; row += 1) {
    for (let cell = 0xa1; cell < 0xff; cell += 1) {
      bytes[at] = row;
      bytes[at + 1] = cell;
      at += 2;
    }
  }
  const units = new Uint8Array(0x10000);
  const characters = new TextDecoder('gb2312').decode(bytes);
  for (let i = 0; i < characters.length; i += 1) units[characters.charCodeAt(i)] = 1;
  // And what a cell without a character is decoded to.
  for (const other of `${EXCEPTIONS}\ufffd`) units[other.charCodeAt(0)] = 0;
  return units;
}

/**
 * Take a query apart and fold its phrases as the index's text was folded.
 * @param text what was typed
 * @param syntax how to read it
 * @returns the folded parts; none where there is nothing to search for
 * @throws QueryTooLongError where it has too many characters or phrases
 */
export async function foldQuery(text: string, syntax: QuerySyntax): Promise<FoldedQuery> {
  // Nobody types more than is answered: do not look for characters in it either.
  return foldParts(text, syntax, await loadCharacterTable(text.slice(0, 2 * LONGEST_QUERY)));
}
