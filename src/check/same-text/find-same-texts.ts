import { sketchShare, type TextSketch } from './text-sketch.ts';

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
 * Finds the texts that are nearly the same as one before them.
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
