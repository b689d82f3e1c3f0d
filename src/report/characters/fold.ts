import { foldWith } from './fold-with.ts';
import { simplifiedCharacters } from './simplified-characters.ts';

/**
 * Fold a text to what the search compares: NFKC, lower case, simplified script, marks of one kind
 * as one, nothing that prints nothing, no white space beside digits. See `foldWith`.
 * @param text any text
 * @returns the folded text
 * @example fold('法治政府建設２０１６—２０２０') // '法治政府建设2016-2020'
 */
export function fold(text: string): string {
  return foldWith(text, simplifiedCharacters);
}
