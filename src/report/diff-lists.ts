import { diffArrays } from 'diff';

/** Items in a row that two lists share, or that stand in each other's stead. */
export interface Stretch {
  readonly isSame: boolean;
  /** Those of the former list; empty where items were only added. */
  readonly former: readonly string[];
  /** Those of the later list; empty where items were only removed. */
  readonly later: readonly string[];
}

/**
 * Split two lists into stretches that are the same and stretches that differ, with as many items
 * the same as can be.
 *
 * @returns in order, same and different ones by turns; together they are the two lists
 */
export function diffLists(former: readonly string[], later: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { value, added, removed } of diffArrays([...former], [...later])) {
    const last = stretches.at(-1);
    if (!added && !removed) stretches.push({ isSame: true, former: value, later: value });
    else if (removed) stretches.push({ isSame: false, former: value, later: [] });
    else if (last === undefined || last.isSame)
      stretches.push({ isSame: false, former: [], later: value });
    else stretches[stretches.length - 1] = { ...last, later: value };
  }
  return stretches;
}
