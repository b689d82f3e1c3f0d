import { excerpt, type Message } from '../archive-error.ts';
import type { AddressedText } from '../former-versions.ts';
import type { Report } from '../report.ts';
import { unprovedWords } from './anchor-changes.ts';
import type { AnchorRecord } from './anchor-record.ts';
import { anchorWords, hashWords } from './anchor-words.ts';

/** How much of a passage a message tells. */
const EXCERPT = 20;

/** What is wrong with a published address; the rule that asks gives it its code. */
export type AnchorFinding = Omit<Message, 'code' | 'severity'>;

/**
 * Hold a report against the addresses published of it: each must still be there and point at the
 * same words, unless an editor has said why not.
 *
 * Three things count as said: a correction that the report lists (taken back, it gives the published
 * words: that is proved, not believed), a change in the record, and an address moved or gone there.
 *
 * @param published the record of the last release, or of another one
 * @param report `undefined` where the archive no longer has it
 * @param file the record's path, to name in messages
 */
export function compareAnchors(
  published: AnchorRecord,
  report: (AddressedText & Pick<Report, 'corrections'>) | undefined,
  file: string,
): AnchorFinding[] {
  const finding = (text: string, hint: string): AnchorFinding => ({
    location: { file },
    text,
    hint,
  });
  const { departed } = published;
  if (report === undefined && departed === undefined)
    return [
      finding(
        `Unexpected end of the published report ${published.id}, expected its file`,
        'give it back, or say in `departed` of this record why it was `withdrawn` or where it `moved`',
      ),
    ];
  if (report === undefined) return [];
  if (departed !== undefined)
    return [
      finding(
        `Unexpected report ${published.id}, expected it to stay ${departed.kind}`,
        'take `departed` out of this record where the report is back',
      ),
    ];

  const now = anchorWords(report.sections, report.notes);
  const left = new Map(
    published.changes.filter(({ kind }) => kind !== 'words').map((change) => [change.id, change]),
  );
  const said = new Set(
    published.changes
      .filter((change) => change.kind === 'words' && change.was === undefined)
      .map(({ id }) => id),
  );
  const vanished = Object.keys(published.anchors).filter((id) => !now.has(id) && !left.has(id));
  const changed = Object.entries(published.anchors).filter(
    ([id, hash]) => now.has(id) && !said.has(id) && hashWords(now.get(id) ?? '') !== hash,
  );
  const returned = [...left.keys()].filter((id) => now.has(id));
  const astray = [...left.values()].filter(
    (change) => change.kind === 'moved' && !now.has(change.to) && !left.has(change.to),
  );
  return [
    ...vanished.map((id) =>
      finding(
        `Unexpected end of the published address #${id}, expected it in the report`,
        'give it back, or say in `changes` of this record why it is `gone` or where it `moved`',
      ),
    ),
    ...unprovedWords(new Map(changed), report).map((id) =>
      finding(
        `Unexpected words at the published address #${id} (${excerpt(now.get(id) ?? '', EXCERPT)}), expected those it was published with`,
        'list the correction in the report, or say in `changes` of this record why the `words` are others',
      ),
    ),
    ...returned.map((id) =>
      finding(
        `Unexpected address #${id}, expected it to stay ${left.get(id)?.kind}`,
        'an address that was given up is never given again: take the change back, or the heading',
      ),
    ),
    ...astray.map(({ id }) =>
      finding(
        `Unexpected target of the moved address #${id}, expected an address of the report`,
        'name in `to` a section, paragraph or point that the report has',
      ),
    ),
  ];
}
