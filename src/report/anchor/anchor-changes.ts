import type { Section } from '../report.ts';
import type { AnchorChange, AnchorRecord } from './anchor-record.ts';
import { anchorWords } from './anchor-words.ts';
import { hashWords } from './hash-words.ts';

/**
 * Says of every published address that another text has in its place why its words are others, or
 * gone: the issuer's own text changed, so that one reason holds for all of them.
 *
 * @param sections of the new text, with the addresses that the record keeps
 * @returns the record with a change for each; its anchors stay, as they are what was published
 */
export function explainChanges(
  record: AnchorRecord,
  sections: readonly Section[],
  reason: { readonly why: string; readonly date: string },
): AnchorRecord {
  const now = anchorWords(sections);
  const said = new Set(
    record.changes
      .filter((change) => change.kind !== 'words' || change.was === undefined)
      .map(({ id }) => id),
  );
  const changes = Object.entries(record.anchors).flatMap(([id, hash]): AnchorChange[] => {
    if (said.has(id)) return [];
    const words = now.get(id);
    if (words === undefined) return [{ kind: 'gone', id, ...reason }];
    return hashWords(words) === hash ? [] : [{ kind: 'words', id, ...reason }];
  });
  return { ...record, changes: [...record.changes, ...changes] };
}
