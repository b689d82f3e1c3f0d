import type { Observation } from '../../report/report.ts';

/** Words for a time that end in the report's own year, and hold all of it. */
const WHOLE_YEAR = /^(?:全年|今年|今年以?来|本年度?|年内|年初以来|当年|一年来|截[至止].*)$/;

/**
 * Tell whether a figure may stand for the year of its report beside other reports'.
 *
 * A figure of several years, of another year or of half a one may not, nor may a part or the figure
 * of a larger place.
 *
 * @param year the report year
 */
export function isOfYear(
  { period, subsetOf, scope }: Pick<Observation, 'period' | 'subsetOf' | 'scope'>,
  year: number,
): boolean {
  if (subsetOf !== null || scope === '全国') return false;
  if (period === null) return true;
  const named = /(?:19|20)\d\d/.exec(period)?.[0];
  if (named !== undefined && Number(named) !== year) return false;
  return WHOLE_YEAR.test(period) || /^(?:19|20)\d\d年度?$/.test(period);
}
