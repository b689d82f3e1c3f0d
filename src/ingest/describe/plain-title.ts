import { legible } from '../../report/characters/legible.ts';
import { unwrapTitle } from './unwrap-title.ts';
import type { VerbatimLine } from './verbatim-line.ts';

/** Gives a line as a title is read: legible, without column, path and brackets around the whole. */
export function plainTitle(line: VerbatimLine): string {
  return legible(unwrapTitle(line).title);
}
