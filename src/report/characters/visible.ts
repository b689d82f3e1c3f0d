/** Control characters; a tab and the end of a line are none here. */
const CONTROL = /(?![\t\n])[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const PICTURES = 0x2400;
const DELETE = '\u007f';

/**
 * Show control characters as signs, so that a text from a file cannot move the cursor of a terminal,
 * recolour it, or turn the reading direction: ESC is `␛`.
 */
export function visible(text: string): string {
  return text.replace(CONTROL, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(PICTURES + code);
    return character === DELETE ? '␡' : '�';
  });
}

/** Find the control characters in a text, each named once: `U+001B`. */
export function findControls(text: string): string[] {
  const found = [...text.matchAll(CONTROL)].map(
    ([character]) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return [...new Set(found)];
}
