/**
 * Choose which overlapping pairs of a phrase to look up, so that every character lies in one and
 * the whole costs least: with like costs every second pair.
 * Any such choice is exact, since each pair's place is fixed by the phrase's.
 * @param length the phrase's characters, 2 or more
 * @param cost what it costs to look up the pair at a place, more than 0
 * @returns the places of the chosen pairs, ascending
 */
export function coverPairs(length: number, cost: (place: number) => number): number[] {
  // best[n]: the cheapest choice that covers the first n characters.
  const best: { cost: number; last: number; from: number }[] = [{ cost: 0, last: -1, from: 0 }];
  for (let covered = 1; covered <= length; covered += 1) {
    best.push({ cost: Number.POSITIVE_INFINITY, last: -1, from: 0 });
    if (covered < 2) continue;
    const price = cost(covered - 2);
    for (const from of [covered - 2, covered - 1]) {
      const total = (best[from]?.cost ?? Number.POSITIVE_INFINITY) + price;
      if (total < (best[covered]?.cost ?? 0)) {
        best[covered] = { cost: total, last: covered - 2, from };
      }
    }
  }
  const places: number[] = [];
  for (let step = best[length]; step && step.last >= 0; step = best[step.from]) {
    places.unshift(step.last);
  }
  return places;
}
