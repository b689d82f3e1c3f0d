import type { ReviewEntry } from '../../report/frontmatter.ts';

/** What a doubt is about, as an editor would call it; a described field goes by its own name. */
const NAMES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  text: ['1 place in the text', 'places in the text'],
  omitted: ['1 line that was left out', 'lines that were left out'],
  id: ['whether it is another report of the same place and year', ''],
  url: ['the address', ''],
  outline: ['the outline', ''],
};

/**
 * Name what an editor is to look at, each kind once.
 *
 * @returns empty where there is nothing
 * @example nameDoubts([{ field: 'text' }, { field: 'text' }]) // '2 places in the text'
 */
export function nameDoubts(review: readonly Pick<ReviewEntry, 'field'>[]): string {
  const counts = new Map<string, number>();
  for (const { field } of review) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts]
    .map(([field, count]) => {
      const [one, many] = NAMES[field] ?? [field, ''];
      return count === 1 || many === '' ? one : `${count} ${many}`;
    })
    .join(', ');
}
