import type { Report } from '../report.ts';
import type { AnchorChange, AnchorRecord } from './anchor-record.ts';
import { anchorWords } from './anchor-words.ts';
import { hashWords } from './hash-words.ts';

/**
 * Records the addresses that a release publishes.
 *
 * A change of words that was pending is settled with the former hash, so that it excuses one change
 * and not the next. Only for a report that `compareAnchors` finds nothing against: what has left the report is then
 * moved or gone with a reason, and changed words have theirs. Nothing else is ever taken out.
 *
 * @param previous the record of the release before; `undefined` for a new report
 * @returns the record to write; equal to `previous` where nothing new is published
 */
export function recordAnchors(
  report: Pick<Report, 'id' | 'version' | 'sections'>,
  previous: AnchorRecord | undefined,
): AnchorRecord {
  const anchors: Record<string, string> = {};
  for (const [id, words] of anchorWords(report.sections)) anchors[id] = hashWords(words);
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
