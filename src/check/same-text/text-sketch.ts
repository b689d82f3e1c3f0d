import { foldPrinted } from '../../report/characters/typography.ts';
import { hashRuns } from '../../report/text-likeness.ts';

/** Hashes of a sketch: a share is then told to about 6 %. */
const SIZE = 128;

/** The least hashes of a text's runs, in order: two texts share as many as they are alike. */
export type TextSketch = readonly number[];

/**
 * Sketches a text, so that near-identical ones can be found among many.
 *
 * Every run of 12 characters is hashed, and the least hashes kept (a bottom-k sketch): of two texts
 * the share of common runs is about the share of common hashes among the least of both.
 */
export function sketchText(text: string): TextSketch {
  const folded = foldPrinted(text);
  const enough = Math.ceil((LARGEST * SIZE * 4) / (folded.length + 1));
  const least = leastHashes(folded, enough);
  return least.length === SIZE ? least : leastHashes(folded, LARGEST);
}

const LARGEST = 0xffff_ffff;

/** Lists the least hashes among those up to `most`: with a low one there are few to put in order. */
function leastHashes(text: string, most: number): number[] {
  const hashes = new Set<number>();
  hashRuns(text, (hash) => {
    if (hash <= most) hashes.add(hash);
  });
  return [...Uint32Array.from(hashes).sort().subarray(0, SIZE)];
}

/**
 * Tells how much of two texts is the same.
 *
 * @returns the share of common runs, from 0 to 1
 */
export function sketchShare(a: TextSketch, b: TextSketch): number {
  let common = 0;
  let seen = 0;
  for (let i = 0, j = 0; seen < SIZE && (i < a.length || j < b.length); seen++) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return seen === 0 ? 0 : common / seen;
}
