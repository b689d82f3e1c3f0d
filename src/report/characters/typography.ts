import { unifyIdeographs } from './unify-ideographs.ts';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
};

const ascii = /[A-Za-z0-9 ]/;
const cjk = String.raw`[\p{Script=Han}\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u3001-\u303f\u30fb\uff01-\uff60\u2587]`;
const spaceBetweenCjk = new RegExp(`(?<=${cjk}) (?=${cjk})`, 'gu');
const address = /(?:https?:\/\/|www\.)[!-~]+/gi;

/**
 * Give a line the archive's typography.
 *
 * Sources mix half-width `, : ; ( )` with full-width marks. They become full width unless both
 * neighbours are ASCII letters, digits or spaces; a bracket pair is decided as one, by its content
 * and its left neighbour, so that no pair ends up half and half. `%`, `.` and digits stay, and so
 * does a web address. White space between two Chinese characters or marks is dropped, other white
 * space is one space. The result equals the source up to NFKC and white space.
 *
 * @param text one line
 * @example normaliseTypography('互联网 政务(试行):2,680家') // '互联网政务（试行）：2,680家'
 */
export function normaliseTypography(text: string): string {
  const source = [...dropInvisible(unifyIdeographs(text)).replace(/\s+/gu, ' ').trim()];
  const kept = addressPositions(source);
  const widen = (character: string, at: number, isWide: boolean) =>
    isWide && !kept.has(at) ? (FULL_WIDTH[character] ?? character) : character;
  const marked = source.map((character, at) =>
    widen(
      character,
      at,
      !/[()]/.test(character) && !(isAscii(source[at - 1]) && isAscii(source[at + 1])),
    ),
  );
  // Brackets come after the marks inside them, so that a second time changes nothing.
  const pairs = bracketPairs(marked);
  return marked
    .map((character, at) => {
      const isAlone = !(isAscii(marked[at - 1]) && isAscii(marked[at + 1]));
      return widen(character, at, /[()]/.test(character) && (pairs.get(at) ?? isAlone));
    })
    .join('')
    .replace(spaceBetweenCjk, '');
}

function isAscii(character: string | undefined): boolean {
  return character !== undefined && ascii.test(character);
}

/** Pair half-width brackets, inner ones too; tell for each offset whether its pair is to be wide. */
function bracketPairs(characters: readonly string[]): ReadonlyMap<number, boolean> {
  const open: number[] = [];
  const pairs = new Map<number, boolean>();
  characters.forEach((character, at) => {
    if (character === '(') open.push(at);
    if (character !== ')') return;
    const start = open.pop();
    if (start === undefined) return;
    const content = characters.slice(start + 1, at);
    const isWide = !(content.every((one) => /[ -~]/.test(one)) && isAscii(characters[start - 1]));
    pairs.set(start, isWide).set(at, isWide);
  });
  return pairs;
}

/** Positions inside a web address, where a wide mark would break it. */
function addressPositions(characters: readonly string[]): ReadonlySet<number> {
  const text = characters.map((character) => (character.length > 1 ? '�' : character)).join('');
  const positions = new Set<number>();
  for (const { index, 0: found } of text.matchAll(address))
    for (let at = index; at < index + found.length; at++) positions.add(at);
  return positions;
}

/**
 * Drop characters that print nothing and are not white space: zero-width spaces and joiners,
 * byte order marks, soft hyphens, direction marks, variation selectors. They would hide a phrase from the search.
 */
export function dropInvisible(text: string): string {
  return text.replace(
    /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|\p{Variation_Selector}/gu,
    '',
  );
}

/** Text of which nothing is dropped and nothing looks like something else: nearly every line. */
const PLAIN = /^[!-~\u2014\u2018-\u201d\u3001\u3002\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * Fold a text to what the archive promises to keep of it: NFKC, radicals as ideographs, without white space and
 * characters that print nothing.
 */
export function foldPrinted(text: string): string {
  if (PLAIN.test(text)) return text.normalize('NFKC');
  const dense = (one: string) => dropInvisible(one).replace(/[\s\p{Cc}]+/gu, '');
  return dense(unifyIdeographs(dense(text)).normalize('NFKC'));
}
