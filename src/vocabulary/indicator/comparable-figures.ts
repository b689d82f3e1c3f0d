import type { Observation } from '../../report/report.ts';
import { isOfYear } from './is-of-year.ts';

/** Months before the last, which a year up to them does not hold. */
const EARLIER_MONTH = /(?<!\d)(?:0?[1-9]|1[01])月|(?<!十)[一二三四五六七八九]月|十一?月/;

/**
 * Tell whether a figure stands for a report's whole year and whole count, in the indicator's unit:
 * only such figures are drawn and compared. What is a part (其中), or of several years, is listed.
 *
 * @param year the report year
 */
export function isComparable(
  figure: Pick<Observation, 'subsetOf' | 'unit' | 'period' | 'scope'>,
  indicator: { readonly unit: string },
  year: number,
): boolean {
  return (
    figure.unit === indicator.unit &&
    isOfYear(figure, year) &&
    !EARLIER_MONTH.test(figure.period ?? '')
  );
}

/**
 * Choose the figure that stands for a report: the first without a narrower scope, else the first.
 *
 * @param of gives the figure of an item
 */
export function chooseMain<Item>(
  items: readonly Item[],
  of: (item: Item) => Pick<Observation, 'scope'>,
): Item | undefined {
  return items.find((item) => of(item).scope === null) ?? items[0];
}
