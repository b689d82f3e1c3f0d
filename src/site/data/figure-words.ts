import type { Observation } from '../../report/report.ts';

/** Made once: making one takes longer than all else on a page of figures. */
const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });

const approxWords = { about: '约', 'at-least': '逾', under: '不足' } as const;

/**
 * Writes a figure as it was meant: its bound, its value, its unit.
 *
 * @example figureWords({ value: 29000, unit: '条', approx: 'at-least' }) // '逾 29,000 条'
 */
export function figureWords({
  value,
  unit,
  approx,
}: Pick<Observation, 'value' | 'unit' | 'approx'>): string {
  const bound = approx === null ? '' : `${approxWords[approx]} `;
  const gap = unit === '%' ? '' : ' ';
  return `${bound}${numbers.format(value)}${gap}${unit}`;
}

/** Says of what and of when a figure is, where the text says so. */
export function figureLimits({ scope, period }: Pick<Observation, 'scope' | 'period'>): string {
  return [scope, period].filter((word) => word !== null).join('，');
}
