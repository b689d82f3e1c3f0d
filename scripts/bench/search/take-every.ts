/**
 * Take about so many, evenly from the first to the last.
 * @param items any items
 * @param count how many; all where there are fewer
 */
export function takeEvery<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  const numbers = Array.from({ length: Math.min(count, items.length) }, (_, i) => i);
  return numbers.flatMap((i) => items.slice(Math.floor(i * step), Math.floor(i * step) + 1));
}
