import { parseSigned } from './number-text.ts';
import { SIMPLIFIED_TABLE } from './simplified-table.ts';

/**
 * The simplified character of each traditional one, by code point.
 * One to one and without context, unlike OpenCC's phrases: a character must fold alike wherever
 * it stands, or a phrase cut from a text would no longer be found in it.
 */
export const simplifiedCharacters: ReadonlyMap<number, number> = decode(SIMPLIFIED_TABLE);

/** Each pair is two differences from the pair before: the simplified character's, the traditional one's. */
function decode(table: string): Map<number, number> {
  const steps = parseSigned(table);
  const characters = new Map<number, number>();
  let [simplified, traditional] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    simplified += steps[i] ?? 0;
    traditional += steps[i + 1] ?? 0;
    characters.set(traditional, simplified);
  }
  return characters;
}
