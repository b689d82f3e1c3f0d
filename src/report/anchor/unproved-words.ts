import type { Report } from '../report.ts';
import { anchorWords } from './anchor-words.ts';
import { hashWords } from './hash-words.ts';
import { undoCorrection } from './undo-correction.ts';

/**
 * Finds which addresses a text does not prove: those whose published words are neither in it nor
 * come back when its corrections are taken back.
 *
 * @param published hashes by address
 */
export function unprovedWords(
  published: ReadonlyMap<string, string>,
  { sections, corrections }: Pick<Report, 'sections' | 'corrections'>,
): string[] {
  const left = new Map(published);
  const strike = (words: ReadonlyMap<string, string>): void => {
    for (const [id, hash] of left) if (hashWords(words.get(id) ?? '') === hash) left.delete(id);
  };
  let former = sections;
  strike(anchorWords(former));
  for (const correction of corrections.toReversed()) {
    if (left.size === 0) break;
    former = undoCorrection(former, correction);
    strike(anchorWords(former));
  }
  return [...left.keys()];
}
