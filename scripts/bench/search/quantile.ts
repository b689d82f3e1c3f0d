/**
 * Get the value below which a share of all lies.
 * @param values any numbers
 * @param share 0.5 for the median
 * @returns the value; 0 where there are none
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
