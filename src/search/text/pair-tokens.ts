const LETTERS = 26;
/** The line end, as a character no folded line holds. */
const LINE_END = 10;
/** The symbol of a count's ones: the first number that is no code point. */
const FIRST_DIGIT = 0x110000;

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

/** How many binary digits a count may have. */
export const COUNT_DIGITS = 26;
/** How many symbols there are: the code points, then the digits of counts. */
export const SYMBOLS = FIRST_DIGIT + COUNT_DIGITS;

/**
 * Write one binary digit of a character's count as a word: how often a character stands in a
 * report is a word for each digit set, so that a query of one character finds its reports and
 * their counts without the positions of every pair.
 * The words of a character stand together behind its pairs, mostly in one chunk of the index.
 * @param code the character's code point
 * @param digit 0 for the ones, 1 for the twos, and so on
 * @returns the word, which is shorter than any pair of the character
 */
export function countWord(code: number, digit: number): string {
  return letters(code) + symbolLetters(FIRST_DIGIT + digit);
}

/** How many letters a count's word has beyond the character's. */
export const COUNT_LETTERS = 2;

/** The letters every word of a character begins with: its pairs as the first one, its counts. */
export function characterPrefix(code: number): string {
  return letters(code);
}

/**
 * Cut a report's folded lines into words of two symbols each, in order.
 * A word's position among them is its character's position in the lines joined by line ends: each
 * character is written with the one after it, the last of a line with the line end, and the line
 * end itself is one word, so that no phrase crosses it even where every second pair is read. Then
 * follow the words of the counts.
 * @param lines the folded lines
 * @param take called with the symbols of each word: see `symbolLetters`
 */
export function eachPair(
  lines: readonly string[],
  take: (first: number, second: number) => void,
): void {
  const counts = new Map<number, number>();
  for (const line of lines) {
    let before = -1;
    for (let at = 0; at < line.length; at += before > 0xffff ? 2 : 1) {
      const code = line.codePointAt(at) ?? 0;
      if (before >= 0) take(before, code);
      counts.set(code, (counts.get(code) ?? 0) + 1);
      before = code;
    }
    if (before >= 0) take(before, LINE_END);
    take(LINE_END, LINE_END);
  }
  for (const [code, count] of counts) {
    for (let rest = count, digit = 0; rest > 0; rest >>>= 1, digit += 1) {
      if (rest & 1) take(code, FIRST_DIGIT + digit);
    }
  }
}

/** The words of `eachPair`, written out. */
export function pairTokens(lines: readonly string[]): string[] {
  const words: string[] = [];
  eachPair(lines, (first, second) => words.push(symbolLetters(first) + symbolLetters(second)));
  return words;
}

/**
 * Write a symbol: a character, or as the second one of a word a binary digit of the first one's
 * count.
 * @param symbol a code point, or from the first number above them all a digit
 * @returns its letters
 */
export function symbolLetters(symbol: number): string {
  return symbol < FIRST_DIGIT ? letters(symbol) : `z${letter(symbol - FIRST_DIGIT)}`;
}

/** The code points of a text. */
export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/**
 * Count a text's characters without taking it apart.
 * @param text any text
 * @returns how many code points it has
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    count += 1;
    if ((text.codePointAt(at) ?? 0) > 0xffff) at += 1;
  }
  return count;
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
