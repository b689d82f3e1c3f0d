import { undoCorrection } from '../anchor/undo-correction.ts';
import type { Correction, Report, Section } from './report.ts';

/** A report as it stood before corrections were made. */
export interface FormerVersion {
  readonly version: number;
  /** Day of the corrections that ended it. */
  readonly until: string;
  readonly sections: readonly Section[];
  /** The corrections that ended it. */
  readonly corrections: readonly Correction[];
}

/**
 * Gives the earlier versions of a report, the latest first.
 *
 * They are kept nowhere: taking the listed corrections back, a day at a time, gives them, which the
 * check proves against the addresses published then.
 *
 * @returns as many as days of corrections are listed, down to version 1
 */
export function formerVersions({
  version,
  sections,
  corrections,
}: Pick<Report, 'version' | 'sections' | 'corrections'>): FormerVersion[] {
  const days = [...Map.groupBy(corrections, ({ date }) => date)].toSorted(([a], [b]) =>
    a < b ? 1 : -1,
  );
  const versions: FormerVersion[] = [];
  let former: readonly Section[] = sections;
  for (const [until, ofDay] of days.slice(0, version - 1)) {
    former = ofDay.toReversed().reduce<readonly Section[]>(undoCorrection, former);
    versions.push({
      version: version - versions.length - 1,
      until,
      sections: former,
      corrections: ofDay,
    });
  }
  return versions;
}
