import type { ShownGlyph } from './pdfjs-glyphs.ts';

/** As wide as a Han character, in parts of the size of the type. */
const WIDE = 0.95;
/** Widths of one character in one font differ by less. */
const SAME_WIDTH = 0.2;
const HAN = /^\p{Script=Han}$/u;
/** Letters of Latin with signs above them are narrow; so are control characters, where they show at all. */
const NEVER_WIDE = /^[\u00c0-\u024f\p{Cc}]$/u;
const MAY_DIFFER = /^[\s\u00a0]*$/u;

/**
 * Find the characters of a page that its fonts tell wrongly. A font has a table from its signs to
 * characters, which programs that write a PDF again sometimes garble: two signs are then one
 * character (。 and 2 both 2), or a sign as wide as 办 is à. Every engine reads that table, so that
 * their agreement proves nothing.
 *
 * @returns the characters that are told of signs they cannot be, each once
 */
export function findWrongCharacters(glyphs: readonly ShownGlyph[]): string[] {
  const signs = new Map<string, { readonly sign: string; readonly width: number }>();
  const wrong = new Set<string>();
  for (const { text, sign, width, size } of glyphs) {
    const part = size === 0 ? 0 : width / size;
    if (NEVER_WIDE.test(text) && part > WIDE) wrong.add(text);
    if (MAY_DIFFER.test(text)) continue;
    const key = `${sign.slice(0, sign.indexOf(' '))} ${text}`;
    const known = signs.get(key);
    if (known === undefined) signs.set(key, { sign, width: part });
    else if (known.sign !== sign && (HAN.test(text) || Math.abs(known.width - part) > SAME_WIDTH))
      wrong.add(text);
  }
  return [...wrong];
}
