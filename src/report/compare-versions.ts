import { diffArrays } from 'diff';
import type { Report } from './report.ts';
import { type ReportLine, reportLines } from './report-lines.ts';
import { textLikeness } from './text-likeness.ts';

/** A stretch of a line: in both versions, only in the former, or only in the later. */
export interface DiffPart {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** What became of a printed line, or how many lines in a row stayed as they were. */
export type LineChange =
  | { readonly kind: 'same'; readonly lines: number }
  | {
      readonly kind: 'changed' | 'added' | 'removed';
      /** Its address in the former version; `null` where it has none. */
      readonly was: string | null;
      /** Its address in the later version. */
      readonly id: string | null;
      readonly parts: readonly DiffPart[];
    };

/** Lines as alike as this are one line that was changed. */
const ALIKE = 0.25;

/**
 * Compares the printed text of two versions of a report, line by line and then by characters and numbers.
 *
 * @returns in printed order; together the parts `same` and `old` are the former text, `same` and
 *   `new` the later one, but for the lines that are only counted
 */
export function compareVersions(former: Report, later: Report): LineChange[] {
  const then = reportLines(former);
  const now = reportLines(later);
  const runs = diffArrays(
    then.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  const changes: LineChange[] = [];
  let [thenAt, nowAt] = [0, 0];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    if (run === undefined) break;
    if (!run.removed && !run.added) {
      changes.push({ kind: 'same', lines: run.count });
      thenAt += run.count;
      nowAt += run.count;
      continue;
    }
    const next = runs[at + 1];
    const removed = run.removed ? run.count : next?.removed ? next.count : 0;
    const added = run.added ? run.count : next?.added ? next.count : 0;
    if (removed > 0 && added > 0) at += 1;
    changes.push(
      ...pairLines(then.slice(thenAt, thenAt + removed), now.slice(nowAt, nowAt + added)),
    );
    thenAt += removed;
    nowAt += added;
  }
  return changes;
}

/** Takes lines for one that was changed where they have one address or much of their text is the same. */
function pairLines(removed: readonly ReportLine[], added: readonly ReportLine[]): LineChange[] {
  const changes: LineChange[] = [];
  let from = 0;
  for (const line of removed) {
    const found = added.findIndex(
      (one, index) =>
        index >= from &&
        ((addressOf(one) !== null && addressOf(one) === addressOf(line)) ||
          textLikeness(one.text, line.text) >= ALIKE),
    );
    const match = added[found];
    if (match === undefined) changes.push(whole('removed', line));
    else {
      changes.push(...added.slice(from, found).map((one) => whole('added', one)));
      changes.push(changed(line, match));
      from = found + 1;
    }
  }
  return [...changes, ...added.slice(from).map((one) => whole('added', one))];
}

function changed(line: ReportLine, match: ReportLine): LineChange {
  const parts = diffArrays(tokens(line.text), tokens(match.text)).map(
    ({ value, added, removed }): DiffPart => ({
      kind: added ? 'new' : removed ? 'old' : 'same',
      text: value.join(''),
    }),
  );
  return { kind: 'changed', was: addressOf(line), id: addressOf(match), parts };
}

/** Single characters, but numbers and Latin words whole: 23 and 32 have nothing in common. */
function tokens(text: string): string[] {
  return text.match(/\p{N}+(?:[.,]\p{N}+)*|[A-Za-z]+|./gsu) ?? [];
}

function whole(kind: 'added' | 'removed', line: ReportLine): LineChange {
  const address = addressOf(line);
  return kind === 'added'
    ? { kind, was: null, id: address, parts: [{ kind: 'new', text: line.text }] }
    : { kind, was: address, id: null, parts: [{ kind: 'old', text: line.text }] };
}

function addressOf({ paragraph, section }: ReportLine): string | null {
  return paragraph ?? section;
}
