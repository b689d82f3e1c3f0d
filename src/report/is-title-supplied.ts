import type { Report } from './report.ts';

/**
 * Tells whether the source prints no title, so that the archive supplied one.
 * Citations put it in square brackets, and search does not find it: nobody printed it.
 */
export function isTitleSupplied({
  basis,
}: {
  readonly basis: Pick<Report['basis'], 'title'>;
}): boolean {
  return basis.title === 'editor';
}
