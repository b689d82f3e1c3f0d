import { type AddressedText, undoInText } from '../former-versions.ts';
import type { Superseded } from '../frontmatter.ts';
import type { Report } from '../report.ts';
import type { AnchorChange, AnchorRecord } from './anchor-record.ts';
import { anchorWords, hashWords } from './anchor-words.ts';

/**
 * Say of every published address that another text has why its words are others, or
 * gone: the issuer's own text changed, so that one reason holds for all of them.
 *
 * @param text the new one, with the addresses that the record keeps
 * @returns the record with a change for each; its anchors stay, as they are what was published
 */
export function explainChanges(
  record: AnchorRecord,
  text: AddressedText,
  reason: { readonly why: string; readonly date: string },
): AnchorRecord {
  const now = anchorWords(text.sections, text.notes);
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

/**
 * Record the addresses that a release publishes.
 *
 * A change of words that was pending is settled with the former hash, so that it excuses one change
 * and not the next. Only for a report that `compareAnchors` finds nothing against: what has left the report is then
 * moved or gone with a reason, and changed words have theirs. Nothing else is ever taken out.
 *
 * @param previous the record of the release before; `undefined` for a new report
 * @returns the record to write; equal to `previous` where nothing new is published
 */
export function recordAnchors(
  report: Pick<Report, 'id' | 'version'> & AddressedText,
  previous: AnchorRecord | undefined,
): AnchorRecord {
  const anchors: Record<string, string> = {};
  for (const [id, words] of anchorWords(report.sections, report.notes))
    anchors[id] = hashWords(words);
  const settle = (change: AnchorChange): AnchorChange => {
    const was = previous?.anchors[change.id];
    const isPending = change.kind === 'words' && change.was === undefined;
    return isPending && was !== undefined ? { ...change, was } : change;
  };
  return {
    id: report.id,
    version: report.version,
    anchors,
    changes: (previous?.changes ?? []).map(settle),
    ...(previous?.departed === undefined ? {} : { departed: previous.departed }),
  };
}

/**
 * Find which addresses a text does not prove: those whose published words are neither in it nor
 * come back when its corrections are taken back.
 *
 * @param published hashes by address
 */
export function unprovedWords(
  published: ReadonlyMap<string, string>,
  { sections, notes, corrections }: AddressedText & Pick<Report, 'corrections'>,
): string[] {
  const left = new Map(published);
  const strike = (words: ReadonlyMap<string, string>): void => {
    for (const [id, hash] of left) if (hashWords(words.get(id) ?? '') === hash) left.delete(id);
  };
  let former: AddressedText = { sections, notes };
  strike(anchorWords(sections, notes));
  for (const correction of corrections.toReversed()) {
    if (left.size === 0) break;
    former = undoInText(former, correction);
    strike(anchorWords(former.sections, former.notes));
  }
  return [...left.keys()];
}

/** A text that another one of the issuer's replaced, with the addresses that the record keeps. */
export interface ReplacedText extends AddressedText, Pick<Report, 'version' | 'corrections'> {
  readonly superseded: Superseded;
}

/**
 * Take the reason that an earlier version was replaced for one that holds for every address that
 * changed with it, so that an editor says it once.
 *
 * It is proved, not believed: only an address whose published words that version has, or had before
 * its corrections, is excused. What was lost before it still has to be said.
 *
 * @param present the text now
 * @param replaced those kept of this report, in any order; what was replaced before the record's
 *   version was published is settled there
 * @returns the record with a change for each such address
 */
export function withReplacedTexts(
  record: AnchorRecord,
  present: AddressedText,
  replaced: readonly ReplacedText[],
): AnchorRecord {
  const published = new Map(Object.entries(record.anchors));
  const since = replaced
    .filter(({ version }) => version >= record.version)
    .toSorted((a, b) => a.version - b.version);
  let said = record;
  for (const text of since) {
    const unproved = new Set(unprovedWords(published, text));
    const all = explainChanges(said, present, text.superseded).changes;
    const added = all.slice(said.changes.length).filter(({ id }) => !unproved.has(id));
    said = { ...said, changes: said.changes.concat(added) };
  }
  return said;
}

/**
 * Add to another release's record what has been said since, to hold a report against it.
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
