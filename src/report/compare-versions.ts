import { diffLists } from './diff-lists.ts';
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
 * Compare the printed text of two versions of a report, line by line and then by characters and numbers.
 *
 * @returns in printed order; together the parts `same` and `old` are the former text, `same` and
 *   `new` the later one, but for the lines that are only counted
 */
export function compareVersions(former: Report, later: Report): LineChange[] {
  const then = reportLines(former);
  const now = reportLines(later);
  const changes: LineChange[] = [];
  let [thenAt, nowAt] = [0, 0];
  for (const { isSame, former: left, later: right } of diffLists(
    then.map(textOf),
    now.map(textOf),
  )) {
    const [thenEnd, nowEnd] = [thenAt + left.length, nowAt + right.length];
    if (isSame) changes.push({ kind: 'same', lines: left.length });
    else changes.push(...pairLines(then.slice(thenAt, thenEnd), now.slice(nowAt, nowEnd)));
    [thenAt, nowAt] = [thenEnd, nowEnd];
  }
  return changes;
}

const textOf = ({ text }: ReportLine): string => text;

/** Take lines for one that was changed where they have one address or much of their text is the same. */
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
  const parts = diffLists(tokens(line.text), tokens(match.text)).flatMap((stretch): DiffPart[] => {
    const [old, next] = [stretch.former.join(''), stretch.later.join('')];
    if (stretch.isSame) return [{ kind: 'same', text: next }];
    const both: DiffPart[] = [
      { kind: 'old', text: old },
      { kind: 'new', text: next },
    ];
    return both.filter(({ text }) => text !== '');
  });
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
