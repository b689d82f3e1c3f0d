import { excerpt } from './archive-error.ts';
import { foldPrinted } from './characters/typography.ts';
import { type AddressedText, undoInText } from './former-versions.ts';
import { dropNoteReferences } from './note-reference.ts';
import type { Correction, Omission } from './report.ts';
import { printedHeading } from './report-body.ts';
import { walkSections } from './report-lines.ts';

/** Where a snapshot and a report first differ. */
interface FidelityFault {
  /** 1-based line of the snapshot. */
  readonly line: number;
  readonly text: string;
  readonly hint: string;
}

/** The sign that stands for one character of a private person's name. */
export const MASK = '▇';
const EXCERPT = 12;

/** The text of a snapshot as ingest reads it. */
export interface SnapshotText {
  readonly text: string;
  /** 1-based lines that are notes: they stand anywhere in it, and below the text in the report. */
  readonly noteLines: readonly number[];
}

/**
 * Prove that no character of a snapshot was lost in a report: its text and its notes, each in order.
 * The marks that refer to notes are no part of the text.
 */
export function proveReport(
  { text, noteLines }: SnapshotText,
  omitted: readonly Omission[],
  { sections, notes = [] }: AddressedText,
): FidelityFault | undefined {
  const lines = splitLines(dropNoteReferences(text));
  const areNotes = new Set(noteLines);
  const only = (isWanted: boolean) =>
    lines.map((line, at) => (areNotes.has(at + 1) === isWanted ? line : '')).join('\n');
  const printed = walkSections(sections).flatMap((section) => [
    printedHeading(section),
    ...section.paragraphs.map((paragraph) => paragraph.text),
  ]);
  return (
    proveComplete(only(false), omitted, printed.join('\n')) ??
    proveComplete(only(true), [], notes.map((note) => note.text).join('\n'))
  );
}

/**
 * Prove the same of a report with corrections: they are taken back first.
 *
 * A correction mends how the snapshot was read, or what of it was taken for the text: the latter
 * holds as it stands, and is told by the proof getting further with it.
 *
 * @returns the first difference, and the text that the proof was made of
 */
export function proveCorrected(
  snapshot: SnapshotText,
  omitted: readonly Omission[],
  text: AddressedText,
  corrections: readonly Correction[],
): { readonly fault: FidelityFault | undefined; readonly proved: AddressedText } {
  const prove = (kept: ReadonlySet<Correction>) => {
    const undone = corrections.filter((correction) => !kept.has(correction));
    const proved = undone.reduceRight<AddressedText>(undoInText, text);
    return { proved, fault: proveReport(snapshot, omitted, proved) };
  };
  const kept = new Set<Correction>();
  let best = prove(kept);
  for (const correction of corrections) {
    if (best.fault === undefined) break;
    const next = prove(new Set([...kept, correction]));
    if (next.fault !== undefined && next.fault.line <= best.fault.line) continue;
    kept.add(correction);
    best = next;
  }
  return best;
}

/**
 * Prove that no character was lost: the snapshot without what was omitted, in order, is the
 * printed text, up to NFKC and white space.
 *
 * @param snapshot the decoded snapshot
 * @param omitted in the snapshot's order; each is taken off its line, the first match from where
 *   the one before it ended
 * @param printed the report's printed text
 * @returns the first difference, `undefined` where the proof holds
 */
export function proveComplete(
  snapshot: string,
  omitted: readonly Omission[],
  printed: string,
): FidelityFault | undefined {
  const cut = cutOmissions(snapshot, omitted);
  if (!Array.isArray(cut)) return cut;
  const kept = cut.map((pieces) => pieces.filter(({ why }) => why === undefined));
  return firstDifference(
    kept.map((pieces) => foldPrinted(pieces.map(({ text }) => text).join(''))),
    printed.split('\n').map(foldPrinted).join(''),
  );
}

/** A piece of a line of a snapshot. */
export interface SnapshotPiece {
  readonly text: string;
  /** Of a piece that was left out; absent where it is in the report. */
  readonly why?: Omission['why'];
}

/**
 * Cut the lines of a snapshot into what is in the report and what was left out.
 *
 * @returns of each line its pieces, in order and whole; the fault where an omission is not there
 */
export function cutOmissions(
  snapshot: string,
  omitted: readonly Omission[],
): SnapshotPiece[][] | FidelityFault {
  const lines = splitLines(snapshot);
  const columns = new Map<number, number>();
  const cut = lines.map((text): SnapshotPiece[] => [{ text }]);
  let lastLine = 1;
  for (const omission of omitted) {
    const { line, text, why } = omission;
    const pieces = cut[line - 1];
    const from = columns.get(line) ?? 0;
    const source = lines[line - 1] ?? '';
    const found =
      line < lastLine || pieces === undefined ? null : findVerbatim(source, omission, from);
    if (pieces === undefined || found === null)
      return {
        line,
        text: `Unexpected omission \`${excerpt(text, EXCERPT)}\`, expected words of this line in order`,
        hint: 'an omission holds the words of the snapshot verbatim; they are listed in its order',
      };
    const end = found.index + found[0].length;
    pieces.pop();
    pieces.push(
      { text: source.slice(from, found.index) },
      { text: found[0], why },
      { text: source.slice(end) },
    );
    columns.set(line, end);
    lastLine = line;
  }
  return cut;
}

/** Split a text into lines as omissions count them. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\r]/);
}

function findVerbatim(source: string, { text, masked }: Omission, from: number) {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = masked === true ? literal.replaceAll(MASK, '[\\s\\S]') : literal;
  const expression = new RegExp(pattern, 'gu');
  expression.lastIndex = from;
  return expression.exec(source);
}

function firstDifference(lines: readonly string[], printed: string): FidelityFault | undefined {
  let at = 0;
  for (const [index, line] of lines.entries()) {
    if (printed.startsWith(line, at)) {
      at += line.length;
      continue;
    }
    let same = 0;
    while (line[same] === printed[at + same]) same++;
    return fault(index + 1, line.slice(same), printed.slice(at + same));
  }
  return at === printed.length ? undefined : fault(lines.length, '', printed.slice(at));
}

function fault(line: number, source: string, printed: string): FidelityFault {
  return {
    line,
    text: `Unexpected text \`${excerpt(printed, EXCERPT)}\`, expected \`${excerpt(source, EXCERPT)}\` as in the snapshot`,
    hint: 'every character of the snapshot is in the report or in `source.omitted`; a mended one is a correction',
  };
}
