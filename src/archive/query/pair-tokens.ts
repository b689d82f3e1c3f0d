const LETTERS = 26;
/** The line end, as a character no folded line holds. */
const LINE_END = 10;

/**
 * Write the pair of two characters as one word of ASCII letters, which neither Pagefind's
 * segmenter nor a browser's cuts.
 * @param a the first code point
 * @param b the second one
 * @returns the word; words of the same first character stand together in the order of words
 */
export function pairWord(a: number, b: number): string {
  return letters(a) + letters(b);
}

/**
 * Write how often a character stands in a report as words, one for each binary digit set, so that
 * a query of one character finds its reports and their counts without the places of every pair.
 * @param code the character's code point
 * @param count how often it stands there, 1 or more
 * @returns the words, none of which can be a pair
 */
export function countWords(code: number, count: number): string[] {
  const words: string[] = [];
  for (let digit = 0; digit < COUNT_DIGITS; digit += 1) {
    if (Math.floor(count / 2 ** digit) % 2 === 1) words.push(countWord(code, digit));
  }
  return words;
}

/** How many binary digits a count may have. */
export const COUNT_DIGITS = 26;

/**
 * Write one binary digit of a character's count as a word.
 * The words of a character stand together behind its pairs, mostly in one chunk of the index.
 * @param code the character's code point
 * @param digit 0 for the ones, 1 for the twos, and so on
 * @returns the word, which is shorter than any pair of the character
 */
export function countWord(code: number, digit: number): string {
  return `${letters(code)}z${letter(digit)}`;
}

/** How many letters a count's word has beyond the character's. */
export const COUNT_LETTERS = 2;

/** The letters every word of a character begins with: its pairs as the first one, its counts. */
export function characterPrefix(code: number): string {
  return letters(code);
}

/**
 * Cut a report's folded lines into the words Pagefind indexes.
 * A word's place in the list is its character's place in the lines joined by line ends: each
 * character is written with the one after it, the last of a line with the line end, and the line
 * end itself is one word, so that no phrase crosses it even where every second pair is read.
 * @param lines the folded lines
 * @returns the words in order, then those of the counts
 */
export function pairTokens(lines: readonly string[]): string[] {
  const words: string[] = [];
  const counts = new Map<number, number>();
  // Written once a character, not once a place: this runs over every character of the archive.
  const written = new Map<number, string>();
  const write = (code: number): string => {
    const known = written.get(code) ?? letters(code);
    written.set(code, known);
    return known;
  };
  const lineEnd = letters(LINE_END);
  for (const line of lines) {
    let before = '';
    for (const character of line) {
      const code = character.codePointAt(0) ?? 0;
      const now = write(code);
      if (before !== '') words.push(before + now);
      counts.set(code, (counts.get(code) ?? 0) + 1);
      before = now;
    }
    if (before !== '') words.push(before + lineEnd);
    words.push(lineEnd + lineEnd);
  }
  for (const [code, count] of counts) words.push(...countWords(code, count));
  return words;
}

/** The code points of a text. */
export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/**
 * Four letters for every character Unicode has given out but private ones, six for the rest; no
 * word of six begins as one of four does.
 */
function letters(code: number): string {
  return code < 25 * LETTERS ** 3 ? digits(code, 4) : letter(25) + digits(code, 5);
}

function digits(code: number, count: number): string {
  let text = '';
  for (let rest = code; text.length < count; rest = Math.floor(rest / LETTERS)) {
    text = letter(rest % LETTERS) + text;
  }
  return text;
}

function letter(digit: number): string {
  return String.fromCharCode(97 + digit);
}
