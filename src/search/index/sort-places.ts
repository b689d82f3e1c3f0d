/**
 * Sort the places of words of two symbols by word, the places of one word ascending.
 * A counting sort by the second symbol, then one by the first that leaves equal ones in their
 * order: its time grows with the text alone, which sorting by comparison does not promise.
 * @param first the first symbol of the word at each place
 * @param second the second one
 * @param symbols how many symbols there are
 * @returns the places
 */
export function sortPlaces(first: Uint32Array, second: Uint32Array, symbols: number): Uint32Array {
  return sortBy(first, sortBy(second, undefined, symbols), symbols);
}

/** Sort places by the key each has; those of one key stay as they were. */
function sortBy(keys: Uint32Array, places: Uint32Array | undefined, symbols: number): Uint32Array {
  const next = new Uint32Array(symbols + 1);
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1;
  for (let key = 1; key <= symbols; key += 1) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const sorted = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const place = places === undefined ? i : (places[i] ?? 0);
    const key = keys[place] ?? 0;
    const at = next[key] ?? 0;
    sorted[at] = place;
    next[key] = at + 1;
  }
  return sorted;
}
