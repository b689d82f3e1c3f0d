import { ArchiveError } from '../../src/archive/error/archive-error.ts';
import type { FiledBefore } from './find-filed.ts';
import type { IngestCode } from './ingest-codes.ts';
import { type Placed, placeReport, type ReportPlace } from './place-report.ts';

/**
 * Chooses the place of a new report: the first of its kind, or the next number; a year has one annual
 * report.
 *
 * @param name what the caller calls the file
 * @throws ArchiveError `i-020` where another annual report of the place and year is there
 */
export function choosePlace(
  description: Placed,
  before: readonly FiledBefore[],
  name: string,
): ReportPlace {
  const taken = new Map(before.map(({ path: file, report }) => [report.frontmatter.id, file]));
  const first = placeReport(description);
  const holder = taken.get(first.id);
  if (holder === undefined) return first;
  if (description.kind.value === 'annual')
    throw new ArchiveError({
      place: { file: name },
      code: 'i-020' satisfies IngestCode,
      text: `Unexpected second annual report of ${first.id}, expected none: \`${holder}\` has another text`,
      hint: 'where it is another document give --kind other; where it is a better copy, put it in place of the old one by hand',
    });
  for (let n = 2; ; n++) {
    const next = placeReport(description, n);
    if (!taken.has(next.id)) return next;
  }
}
