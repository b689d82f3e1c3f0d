import { compareAnchors } from '../../../report/anchor/compare-anchors.ts';
import type { Archive, ArchiveRule, OrphanAnchors } from '../rule.ts';

/** A published report that is no longer there is said to be moved or withdrawn, and why. */
export const departed: ArchiveRule = {
  code: 'w-005',
  name: 'departed',
  severity: 'error',
  scope: 'archive',
  describe:
    'An anchor record without a report says why the report is no longer there, and one that moved leads to a report that is.',
  check: (archive) =>
    archive.orphanAnchors.flatMap((orphan) => [
      ...compareAnchors(orphan.record, undefined, orphan.file),
      ...leadsNowhere(archive, orphan),
    ]),
};

/** Follow where a report moved, however often; a report that could not be read may be the one. */
function leadsNowhere(
  { entries, unread, orphanAnchors }: Archive,
  { file, record }: OrphanAnchors,
): ReturnType<ArchiveRule['check']> {
  if (record.departed?.kind !== 'moved' || unread.length > 0) return [];
  const seen = new Set([record.id]);
  let id = record.departed.to;
  for (;;) {
    if (entries.some((entry) => entry.id === id)) return [];
    const next = orphanAnchors.find((other) => other.record.id === id)?.record.departed;
    if (next?.kind === 'withdrawn') return [];
    if (next === undefined || seen.has(id)) break;
    seen.add(id);
    id = next.to;
  }
  return [
    {
      location: { file },
      text: `Unexpected \`to\` \`${record.departed.to}\` of the departed report ${record.id}, expected a report that is there`,
      hint: 'readers of the old address are sent there: give the id of a report of this archive, or say `withdrawn`',
    },
  ];
}
