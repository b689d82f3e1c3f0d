const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Write digits that are printed raised as raised: m² is no m2, and the mark of a note behind 1,109
 * makes no 1,1091 of it.
 */
export function raiseDigits(text: string): string {
  return text.replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
}
