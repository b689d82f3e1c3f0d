import type { Superseded } from '../frontmatter.ts';
import type { Report, Section } from '../report.ts';
import type { AnchorRecord } from './anchor-record.ts';
import { explainChanges } from './anchor-changes.ts';
import { unprovedWords } from './unproved-words.ts';

/** A text that another one of the issuer's replaced, with the addresses that the record keeps. */
export interface ReplacedText extends Pick<Report, 'version' | 'sections' | 'corrections'> {
  readonly superseded: Superseded;
}

/**
 * Takes the reason that an earlier version was replaced for one that holds for every address that
 * changed with it, so that an editor says it once.
 *
 * It is proved, not believed: only an address whose published words that version has, or had before
 * its corrections, is excused. What was lost before it still has to be said.
 *
 * @param sections of the present text
 * @param replaced those kept of this report, in any order; what was replaced before the record's
 *   version was published is settled there
 * @returns the record with a change for each such address
 */
export function withReplacedTexts(
  record: AnchorRecord,
  sections: readonly Section[],
  replaced: readonly ReplacedText[],
): AnchorRecord {
  const published = new Map(Object.entries(record.anchors));
  const since = replaced
    .filter(({ version }) => version >= record.version)
    .toSorted((a, b) => a.version - b.version);
  let said = record;
  for (const text of since) {
    const unproved = new Set(unprovedWords(published, text));
    const all = explainChanges(said, sections, text.superseded).changes;
    const added = all.slice(said.changes.length).filter(({ id }) => !unproved.has(id));
    said = { ...said, changes: said.changes.concat(added) };
  }
  return said;
}
