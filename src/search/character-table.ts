import type { CharacterTable } from '../archive/query/fold-with.ts';

/** GB 2312's characters which stand for another one all the same, as `character-table.test.ts` proves. */
const EXCEPTIONS = '乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽';
const EMPTY: CharacterTable = new Map();

/**
 * Get the table of traditional characters, where a text may have any: else it need not be fetched.
 * GB 2312 is the standard of simplified writing, and every browser and Node carry it as a
 * decoder: what it has is not traditional, but for a few.
 * @param text what is to be folded
 * @returns a table that folds this text as the whole one does
 */
export async function loadCharacterTable(text: string): Promise<CharacterTable> {
  const plain = plainCharacters();
  for (const character of text.normalize('NFKC')) {
    if (character < '㐀' || plain.has(character)) continue;
    return (await import('../archive/query/simplified-characters.ts')).simplifiedCharacters;
  }
  return EMPTY;
}

let known: ReadonlySet<string> | undefined;

function plainCharacters(): ReadonlySet<string> {
  known ??= new Set(decodeGb2312());
  return known;
}

/** The level 1 and 2 characters of GB 2312: rows B0 to F7, 94 a row. */
function decodeGb2312(): string[] {
  const bytes = new Uint8Array((0xf8 - 0xb0) * 94 * 2);
  let at = 0;
  for (let row = 0xb0; row < 0xf8; row += 1) {
    for (let cell = 0xa1; cell < 0xff; cell += 1) {
      bytes[at] = row;
      bytes[at + 1] = cell;
      at += 2;
    }
  }
  const characters = new TextDecoder('gb2312').decode(bytes);
  return Array.from(characters).filter((character) => !EXCEPTIONS.includes(character));
}
