import { unifyIdeographs } from '../../../report/characters/unify-ideographs.ts';

/**
 * Replace characters that a font has no glyph of their own for. A PDF's font tells either character
 * of a glyph: a radical for an ideograph, U+2015 for the long dash of 2021—2025.
 */
export function replaceTwins(text: string): string {
  return unifyIdeographs(text).replaceAll('\u2015', '—');
}
