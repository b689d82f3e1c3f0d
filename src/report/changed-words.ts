import { diffChars } from 'diff';

/** A stretch of a sentence, and whether it is new against the sentence before. */
export interface ChangedWords {
  readonly text: string;
  readonly isNew: boolean;
}

/** Two sentences are one rewritten where as much as this of the later one stood in the earlier. */
const ALIKE = 0.6;

/**
 * Mark the words of a sentence that are new against the likeliest of some earlier ones.
 *
 * @returns `undefined` where none of them is like it: the whole sentence is new
 */
export function changedWords(
  sentence: string,
  earlier: readonly string[],
): ChangedWords[] | undefined {
  const [best] = earlier
    .map((one) => ({ one, likeness: pairLikeness(sentence, one) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  if (best === undefined || best.likeness < ALIKE) return undefined;
  return diffChars(best.one, sentence)
    .filter(({ removed }) => !removed)
    .map(({ value, added }) => ({ text: value, isNew: added }));
}

/** How much of a sentence's pairs of characters stand in another, which is of about its length. */
function pairLikeness(sentence: string, other: string): number {
  const [shorter, longer] = [sentence.length, other.length].toSorted((a, b) => a - b);
  if ((shorter ?? 0) * 2 < (longer ?? 0)) return 0;
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const held = new Set(pairs(other));
  const own = pairs(sentence);
  return own.length === 0 ? 0 : own.filter((pair) => held.has(pair)).length / own.length;
}
