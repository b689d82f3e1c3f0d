/** The line end, as a character no folded line holds. */
export const LINE_END = 10;
/** The symbol of a count's ones: the first number that is no code point. */
export const FIRST_DIGIT = 0x110000;
/** How many binary digits a count may have. */
export const COUNT_DIGITS = 26;
/** How many symbols there are: the code points, then the digits of counts. */
export const SYMBOLS = FIRST_DIGIT + COUNT_DIGITS;
/** Room for the second symbol of a word: a power of two. */
const ROOM = 2 ** 21;

/**
 * Write two symbols as one word, a number: words of the same first symbol stand together in the
 * order of words, and are in the order of the second one.
 * @param first a code point
 * @param second a code point, or a digit of the first one's count
 */
export function pairWord(first: number, second: number): number {
  return first * ROOM + second;
}

/** The first symbol of a word. */
export function firstSymbol(word: number): number {
  return Math.floor(word / ROOM);
}

/** The second symbol of a word. */
export function secondSymbol(word: number): number {
  return word % ROOM;
}

/**
 * Write one binary digit of a character's count as a word: how often a character stands in a
 * report is a word for each digit set, so that a query of one character finds its reports and
 * their counts without the positions of every pair.
 * The words of a character's count stand together behind its pairs, mostly in one chunk.
 * @param code the character's code point
 * @param digit 0 for the ones, 1 for the twos, and so on
 */
export function countWord(code: number, digit: number): number {
  return pairWord(code, FIRST_DIGIT + digit);
}

/**
 * Cut a report's folded lines into words of two symbols each, in order.
 * A word's position among them is its character's position in the lines joined by line ends: each
 * character is written with the one after it, the last of a line with the line end, and the line
 * end itself is one word, so that no phrase crosses it even where every second pair is read. Then
 * follow the words of the counts.
 * @param lines the folded lines
 * @param take called with the symbols of each word: see `pairWord`
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
export function pairTokens(lines: readonly string[]): number[] {
  const words: number[] = [];
  eachPair(lines, (first, second) => words.push(pairWord(first, second)));
  return words;
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
