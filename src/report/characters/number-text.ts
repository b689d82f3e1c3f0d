/**
 * Write whole numbers of 0 and more as letters: digits of base 32, the low ones first, the last of
 * a number from `P` on. Short, safe in JSON, and pressed well by gzip.
 * @param numbers the numbers, in order
 * @returns the text
 */
export function formatNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (const number of numbers) {
    let rest = number;
    for (; rest > 31; rest = Math.floor(rest / 32)) text += String.fromCharCode(48 + (rest % 32));
    text += String.fromCharCode(80 + rest);
  }
  return text;
}

/**
 * Read numbers written by `formatNumbers`.
 * @param text the letters
 * @returns the numbers, in order
 */
export function parseNumbers(text: string): number[] {
  const numbers: number[] = [];
  let [number, scale] = [0, 1];
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    number += (digit % 32) * scale;
    scale *= 32;
    if (digit < 32) continue;
    numbers.push(number);
    [number, scale] = [0, 1];
  }
  return numbers;
}

/** Write whole numbers of either sign: see `formatNumbers`. */
export function formatSigned(numbers: readonly number[]): string {
  return formatNumbers(numbers.map((number) => (number < 0 ? -2 * number - 1 : 2 * number)));
}

/** Read numbers written by `formatSigned`. */
export function parseSigned(text: string): number[] {
  return parseNumbers(text).map((each) => (each % 2 === 1 ? -(each + 1) / 2 : each / 2));
}
