import { simplifiedCharacters } from './simplified-characters.ts';
import { foldWith } from './fold-with.ts';

/**
 * Fold a text to what the search compares: NFKC, lower case, simplified script, white space as
 * spaces, each character by itself.
 * @param text any text
 * @returns the folded text
 * @example fold('法治政府建設２０１８') // '法治政府建设2018'
 */
export function fold(text: string): string {
  return foldWith(text, simplifiedCharacters);
}
