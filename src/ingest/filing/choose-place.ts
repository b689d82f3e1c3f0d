import type { FiledBefore } from './find-filed.ts';
import { type Placed, placeReport, type ReportPlace } from './place-report.ts';

/** Chooses the place of a new report: the first of its kind, or the next number from 2. */
export function choosePlace(description: Placed, before: readonly FiledBefore[]): ReportPlace {
  const taken = new Set(before.map(({ report }) => report.frontmatter.id));
  const first = placeReport(description);
  if (!taken.has(first.id)) return first;
  for (let n = 2; ; n++) {
    const next = placeReport(description, n);
    if (!taken.has(next.id)) return next;
  }
}
