import type { AnchorRecord } from './anchor-record.ts';

/**
 * Gives another release's record what has been said since, so that a report can be held against it.
 *
 * The addresses are the other's; reasons are ours. A change of words that a later release settled is
 * open again where the other release is the one that still had the former words.
 *
 * @param other record of the release to compare with
 * @param own our record of the same report; `undefined` where we have none
 */
export function withReasonsSince(other: AnchorRecord, own: AnchorRecord | undefined): AnchorRecord {
  if (own === undefined) return other;
  const changes = own.changes.map((change) => {
    if (change.kind !== 'words' || change.was !== other.anchors[change.id]) return change;
    const { was: _, ...open } = change;
    return open;
  });
  const { departed: _, ...published } = other;
  return {
    ...published,
    changes,
    ...(own.departed === undefined ? {} : { departed: own.departed }),
  };
}
