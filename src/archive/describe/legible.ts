import { simplifiedCharacters } from '../query/simplified-characters.ts';

/** Some converters to traditional script put a reading after a character: 建設(shè). */
const READING =
  /(?<=\p{Script=Han})[（(][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]*[)）]/gu;
/** Stands in names of simplified script too: 乾县, 乾安县. */
const KEPT = new Set('乾');
const FULL_WIDTH_ZERO = '０'.charCodeAt(0);

/**
 * Gives a text as a describer reads it: in simplified script, with plain digits, without the
 * readings that a converter put in. What is told of a page must not depend on its script.
 */
export function legible(text: string): string {
  return text
    .replace(READING, '')
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO))
    .replace(/\p{Script=Han}/gu, (character) => {
      const simplified = simplifiedCharacters.get(character.codePointAt(0) ?? 0);
      if (simplified === undefined || KEPT.has(character)) return character;
      const written = String.fromCodePoint(simplified);
      return written.length === character.length ? written : character;
    });
}
