import { simplifiedCharacters } from './simplified-characters.ts';

/** Some converters to traditional script put a reading after a character: 建設(shè). */
const READING =
  /(?<=\p{Script=Han})[（(][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]*[)）]/gu;
/** Stands in names of simplified script too: 乾县, 乾安县. */
const KEPT = /乾(?=[县縣安])/u;
/** Forms in names of places that the table of characters lacks. */
const VARIANTS: Readonly<Record<string, string>> = { 濬: '浚', 澂: '澄', 衞: '卫', 敍: '叙' };
const FULL_WIDTH_ZERO = '０'.charCodeAt(0);
/** The zero of a year in Chinese numerals is typed as whatever looks like one: letters of three scripts, rings. */
const HAN_YEAR = /二(?:\s*[〇零○◯OoОоΟοＯ0一二三四五六七八九]){3}(?=\s*年)/gu;
const RINGS = /[○◯OoОоΟοＯ0]/gu;

/**
 * Gives a text as a describer reads it: in simplified script, with plain digits, without the
 * readings that a converter put in. What is told of a page must not depend on its script.
 */
export function legible(text: string): string {
  return simplified(text.replace(READING, ''));
}

/** Gives a text in simplified script with plain digits, each character in its place. */
export function simplified(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO))
    .replace(HAN_YEAR, (year) => year.replace(RINGS, '〇'))
    .replace(/\p{Script=Han}/gu, (character, at: number, whole: string) => {
      const code = simplifiedCharacters.get(character.codePointAt(0) ?? 0);
      if (code === undefined) return VARIANTS[character] ?? character;
      if (character === '乾' && KEPT.test(whole.slice(at, at + 2))) return character;
      const written = String.fromCodePoint(code);
      return written.length === character.length ? written : character;
    });
}
