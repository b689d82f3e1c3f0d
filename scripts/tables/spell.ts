import { pinyin } from 'pinyin-pro';

/** Readings that the machine gets wrong, by short name and by character. */
export interface Readings {
  readonly readings: Readonly<Record<string, string>>;
  readonly characters: Readonly<Record<string, string>>;
}

/**
 * Spells a place's name in letters without tones (ü as v), a syllable an entry.
 *
 * @param name short name of the place, or its full one where it has none
 */
export function spell(name: string, corrections: Readings): string[] {
  const given = corrections.readings[name];
  if (given !== undefined) return given.split(' ');
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
  return [...name].map((character, i) => corrections.characters[character] ?? syllables[i] ?? '');
}
