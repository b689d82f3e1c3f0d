import { foldPrinted } from '../../../report/characters/typography.ts';
import { hashRuns } from '../../../report/text-likeness.ts';
import type { ArchiveRule, TextSketch } from '../rule.ts';

/** Share of common runs of twelve characters from which a text is taken for another copy. */
const SAME = 0.9;

/** The same document from two sites is one report with two sources, not two reports. */
export const sameText: ArchiveRule = {
  code: 'w-002',
  name: 'same-text',
  severity: 'warning',
  scope: 'archive',
  describe: `No two reports have nearly the same text (${SAME * 100} % of it).`,
  check: ({ entries }) =>
    findSameTexts(entries, SAME).map(({ item, first, share }) => ({
      location: { file: item.file },
      text: `Unexpected text, ${Math.round(share * 100)} % that of \`${first.path}\`, expected a document of its own`,
      hint: 'the same document from two sites is one report; a place that hands in last year’s text is two',
    })),
};

/** A text that is nearly another one. */
export interface SameText<T> {
  readonly item: T;
  readonly first: T;
  /** Share of common runs of characters, from 0 to 1. */
  readonly share: number;
}

/** Hashes of a sketch by which texts are found: two that are nearly the same share most of them. */
const INDEXED = 16;
/** A hash that so many texts have is a stock phrase's, and tells nothing. */
const STOCK = 64;

/**
 * Find the texts that are nearly the same as one before them.
 *
 * Only texts with one of their least hashes in common are compared, and a text that is found the
 * same as another is not compared with later ones, so that the work grows with the number of texts.
 *
 * @param least share from which two texts count as the same
 */
export function findSameTexts<T extends { readonly sketch: TextSketch }>(
  items: readonly T[],
  least: number,
): SameText<T>[] {
  const byHash = new Map<number, T[]>();
  const same: SameText<T>[] = [];
  for (const item of items) {
    const marks = item.sketch.slice(0, INDEXED);
    const near = new Set(marks.flatMap((hash) => byHash.get(hash) ?? []));
    const found = [...near]
      .map((first) => ({ item, first, share: sketchShare(item.sketch, first.sketch) }))
      .filter(({ share }) => share >= least)
      .sort((a, b) => b.share - a.share)[0];
    if (found === undefined)
      for (const hash of marks) {
        const bucket = byHash.get(hash);
        if (bucket === undefined) byHash.set(hash, [item]);
        else if (bucket.length < STOCK) bucket.push(item);
      }
    else same.push(found);
  }
  return same;
}

/** Hashes of a sketch: a share is then told to about 6 %. */
const SIZE = 128;

/**
 * Sketch a text, so that near-identical ones can be found among many.
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

/** List the least hashes among those up to `most`: with a low one there are few to put in order. */
function leastHashes(text: string, most: number): number[] {
  const hashes = new Set<number>();
  hashRuns(text, (hash) => {
    if (hash <= most) hashes.add(hash);
  });
  return [...Uint32Array.from(hashes).sort().subarray(0, SIZE)];
}

/**
 * Tell how much of two texts is the same.
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
