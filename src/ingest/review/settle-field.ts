import { foldPrinted } from '../../report/characters/typography.ts';
import type { Frontmatter, ReviewEntry } from '../../report/frontmatter.ts';
import type { BasisField } from '../../report/report.ts';

/** An editor's decision on a doubt: the machine's value stands, or another does. */
export type Decision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'value'; readonly value: Frontmatter[BasisField] };

/**
 * Settles a doubt in a report's frontmatter.
 *
 * An accepted value keeps its basis where it was read from the document or its page: it still comes
 * from there. What the machine only inferred is the editor's from now on. A title of the editor's
 * own counts as supplied, so one that the source prints is taken as the page's.
 *
 * @param snapshot the decoded snapshot
 */
export function settleField(
  frontmatter: Frontmatter,
  entry: ReviewEntry,
  field: BasisField | undefined,
  decision: Decision,
  snapshot: string,
): Frontmatter {
  const review = frontmatter.review.filter((one) => one.field !== entry.field);
  if (field === undefined) return { ...frontmatter, review };
  const { [field]: before, ...basis } = frontmatter.basis;
  if (decision.kind === 'accept') {
    const own = before === 'inferred' && field !== 'title' ? 'editor' : before;
    return {
      ...frontmatter,
      basis: { ...basis, ...(own == null ? {} : { [field]: own }) },
      review,
    };
  }
  const { value } = decision;
  const isNone = value === null || (Array.isArray(value) && value.length === 0);
  const isPrintedTitle =
    field === 'title' && foldPrinted(snapshot).includes(foldPrinted(String(value)));
  const own = isPrintedTitle ? 'page' : 'editor';
  return {
    ...frontmatter,
    [field]: value,
    basis: isNone ? basis : { ...basis, [field]: own },
    review,
  };
}
