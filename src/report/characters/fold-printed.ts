import { dropInvisible } from './drop-invisible.ts';

/**
 * Folds a text to what the archive promises to keep of it: NFKC, without white space and
 * characters that print nothing.
 */
export function foldPrinted(text: string): string {
  const dense = (one: string) => dropInvisible(one).replace(/\s+/gu, '');
  return dense(dense(text).normalize('NFKC'));
}
