import type { Vocabulary } from '../format/vocabulary.ts';
import { soften } from './soften-pinyin.ts';

const SHORTEST = 4;
const LONGEST = 60;

/**
 * Find what a vocabulary has that is read as the pinyin typed: terms or parts of them.
 * @param letters what was typed
 * @param vocabulary the archive's words
 * @returns words read just so, in the order of the vocabulary; where there are none, words read
 *   nearly so; none for what is no pinyin
 * @example spelledPhrases('xingzhengfuyi', vocabulary) // ['行政复议']
 */
export function spelledPhrases(letters: string, { terms, readings }: Vocabulary): string[] {
  const typed = letters.toLowerCase().replaceAll(/[\s'’]/g, '');
  if (!/^[a-zü]+$/.test(typed) || typed.length < SHORTEST || typed.length > LONGEST) return [];
  const exact = partsRead(typed, terms, readings);
  if (exact.length > 0) return exact;
  const softened = new Map(Array.from(readings, ([key, read]) => [key, read.map(soften)]));
  return partsRead(soften(typed), terms, softened);
}

function partsRead(
  typed: string,
  terms: readonly string[],
  readings: Vocabulary['readings'],
): string[] {
  const found = new Set<string>();
  for (const term of terms) {
    const characters = Array.from(term);
    for (const start of characters.keys()) {
      const end = endRead(typed, characters, start, readings);
      if (end - start > 1) found.add(characters.slice(start, end).join(''));
    }
  }
  return [...found];
}

/** Where the characters end that are read as all the letters; -1 where they are not. */
function endRead(
  letters: string,
  characters: readonly string[],
  at: number,
  readings: Vocabulary['readings'],
): number {
  if (letters === '') return at;
  for (const syllable of readings.get(characters[at] ?? '') ?? []) {
    if (!letters.startsWith(syllable)) continue;
    const end = endRead(letters.slice(syllable.length), characters, at + 1, readings);
    if (end >= 0) return end;
  }
  return -1;
}
