import { anchorWords, foldWords } from '../report/anchor/anchor-words.ts';
import type { Section } from '../report/report.ts';
import { citedText } from './cited-text.ts';

/**
 * Finds where quoted words stand in a report.
 *
 * White space and the width of marks do not count; words left out (……) may be anything.
 *
 * @param anchor the address cited, which goes first; `undefined`: the report as a whole
 * @returns the address cited or, where the words are not there, the first paragraph that has them;
 *   `undefined` where the report does not have them
 */
export function findQuote(
  sections: readonly Section[],
  anchor: string | undefined,
  quote: string,
): string | undefined {
  const pieces = quote
    .split(/…+|\.{3,}/)
    .map(foldWords)
    .filter((piece) => piece !== '');
  const has = (words: string): boolean => {
    const folded = foldWords(words);
    let at = 0;
    return pieces.every((piece) => {
      at = folded.indexOf(piece, at);
      const isFound = at >= 0;
      at += piece.length;
      return isFound;
    });
  };
  if (pieces.length === 0) return undefined;
  if (anchor !== undefined && has(citedText(sections, anchor) ?? '')) return anchor;
  for (const [id, words] of anchorWords(sections)) if (/^p\d/.test(id) && has(words)) return id;
  return undefined;
}
