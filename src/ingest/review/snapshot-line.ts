import { foldPrinted } from '../../report/characters/typography.ts';
import type { ReviewEntry } from '../../report/frontmatter.ts';
import { splitLines } from '../../report/prove-complete.ts';
import type { Omission } from '../../report/report.ts';

const LONGEST = 100;

/**
 * Finds the line of the snapshot that a guess rests on: the one it was read from, else the first
 * that holds the evidence, else the value.
 *
 * @returns `line 3: 发布时间:2020-03-27`; `undefined` where none is found
 */
export function snapshotLine(
  snapshot: string,
  { field, value, evidence }: Pick<ReviewEntry, 'field' | 'value' | 'evidence'>,
  omitted: readonly Omission[] = [],
): string | undefined {
  const lines = splitLines(snapshot);
  const read = omitted.find(({ fields }) => fields?.includes(field))?.line;
  const holding = (words: string | null): number | undefined => {
    const folded = foldPrinted(words ?? '');
    const index =
      folded === '' ? -1 : lines.findIndex((line) => foldPrinted(line).includes(folded));
    return index < 0 ? undefined : index + 1;
  };
  const number = read ?? holding(evidence) ?? holding(value);
  if (number === undefined) return undefined;
  const text = lines[number - 1]?.trim() ?? '';
  return `line ${number}: ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`;
}
