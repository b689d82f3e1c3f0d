/** The first and the last year of a search; empty where that end is open. */
interface YearRange {
  readonly from: string;
  readonly to: string;
}

/**
 * Read the years of a search as one range.
 *
 * @param years as the address has them: `2019`, `2019-2022`, `2019-`, `-2022`
 * @returns nothing at either end where they are no one range
 */
export function readYearRange(years: readonly string[]): YearRange {
  const open = { from: '', to: '' };
  const [year, ...others] = years;
  const found = /^(\d{4})?(-?)(\d{4})?$/.exec(year ?? '');
  if (others.length > 0 || found === null) return open;
  const [, from = '', dash, to = ''] = found;
  return dash === '' ? { from, to: from } : { from, to };
}

/**
 * Write a range as the years of a search.
 *
 * @param changed the end that was chosen last: one that it goes past is open again
 */
export function writeYearRange({ from, to }: YearRange, changed: 'from' | 'to'): string[] {
  if (from === '' && to === '') return [];
  if (from === to) return [from];
  if (to === '' || from === '' || from < to) return [`${from}-${to}`];
  return [changed === 'from' ? `${from}-` : `-${to}`];
}

/** Say the years of a search to readers: 2019—2022年, 2019年以来, 2022年及以前. */
export function yearWords(year: string): string {
  const { from, to } = readYearRange([year]);
  if (from === '' && to === '') return year;
  if (to === '') return `${from}年以来`;
  if (from === '') return `${to}年及以前`;
  return from === to ? `${from}年` : `${from}—${to}年`;
}

/**
 * Make the two lists of years work.
 *
 * @returns `show`, which has them say which years are chosen
 */
export function connectYears(
  root: HTMLElement | null,
  onChoose: (years: string[]) => void,
): { show: (years: readonly string[]) => void } {
  const [from, to] = root?.querySelectorAll('select') ?? [];
  if (from === undefined || to === undefined) return { show: () => undefined };
  const range = () => ({ from: from.value, to: to.value });
  from.addEventListener('change', () => onChoose(writeYearRange(range(), 'from')));
  to.addEventListener('change', () => onChoose(writeYearRange(range(), 'to')));
  return {
    show(years) {
      const chosen = readYearRange(years);
      [from.value, to.value] = [chosen.from, chosen.to];
      // A year that the archive has not is none of the list's.
      for (const list of [from, to]) if (list.selectedIndex < 0) list.value = '';
    },
  };
}
