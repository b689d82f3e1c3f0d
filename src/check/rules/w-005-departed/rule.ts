import { compareAnchors } from '../../../report/anchor/compare-anchors.ts';
import type { ArchiveRule } from '../rule.ts';

/** A published report that is no longer there is said to be moved or withdrawn, and why. */
export const departed: ArchiveRule = {
  code: 'w-005',
  name: 'departed',
  severity: 'error',
  scope: 'archive',
  describe: 'An anchor record without a report says why the report is no longer there.',
  check: ({ orphanAnchors }) =>
    orphanAnchors.flatMap(({ record, file }) => compareAnchors(record, undefined, file)),
};
