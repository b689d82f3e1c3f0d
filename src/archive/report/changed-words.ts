import type { Section } from './report.ts';
import { printedHeading } from './report-lines.ts';
import { walkSections } from './walk-sections.ts';

/** Words at one address that are not the same in two versions. */
export interface ChangedWords {
  readonly id: string;
  /** What stands before and after the change in both. */
  readonly before: string;
  readonly after: string;
  readonly old: string;
  readonly now: string;
}

/**
 * Compares two versions of a report: each heading and paragraph that differs, with the stretch.
 *
 * @returns in printed order; an address that only one of them has is compared with nothing
 */
export function changedWords(then: readonly Section[], now: readonly Section[]): ChangedWords[] {
  const former = blocks(then);
  const present = blocks(now);
  const ids = new Set([...present.keys(), ...former.keys()]);
  return [...ids].flatMap((id) => {
    const [old, words] = [former.get(id) ?? '', present.get(id) ?? ''];
    return old === words ? [] : [{ id, ...difference(old, words) }];
  });
}

/** Headings by the section's id, paragraphs by their own. */
function blocks(sections: readonly Section[]): Map<string, string> {
  return new Map(
    walkSections(sections).flatMap((section): [string, string][] => [
      [section.id, printedHeading(section)],
      ...section.paragraphs.map(({ id, text }): [string, string] => [id, text]),
    ]),
  );
}

/** Takes off what two texts begin and end with alike; a character of two units stays whole. */
function difference(old: string, now: string): Omit<ChangedWords, 'id'> {
  const a = [...old];
  const b = [...now];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(a.length, b.length) - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const middle = (text: readonly string[]): string => text.slice(head, text.length - tail).join('');
  return {
    before: a.slice(0, head).join(''),
    after: a.slice(a.length - tail).join(''),
    old: middle(a),
    now: middle(b),
  };
}
