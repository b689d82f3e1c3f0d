import { foldPrinted } from './characters/typography.ts';
import type { AddressedText } from './former-versions.ts';
import { dropNoteReferences } from './note-reference.ts';
import { cutOmissions, type SnapshotPiece, type SnapshotText } from './prove-complete.ts';
import type { Omission } from './report.ts';
import { printedHeading } from './report-body.ts';
import { walkSections } from './report-lines.ts';
import { rowAddress } from './table-text.ts';

/** Lines of a snapshot and the blocks of the report that have their words, and no others. */
export interface AlignedRow {
  readonly lines: readonly { readonly line: number; readonly pieces: readonly SnapshotPiece[] }[];
  /** Addresses of headings, paragraphs, rows and notes; none where the lines were all left out. */
  readonly blocks: readonly string[];
}

/** A printed block: a heading has the address of its section, a table a block a row. */
export interface AddressedBlock {
  readonly address: string;
  readonly text: string;
}

/**
 * Put a snapshot and the report that it became side by side.
 *
 * Both are folded as the proof folds them; a row ends where both have had the same characters. So
 * the snapshot must have been proved complete with this text.
 *
 * @returns rows in the order of the snapshot; lines that print nothing are in none
 */
export function alignSnapshot(
  { text, noteLines }: SnapshotText,
  omitted: readonly Omission[],
  addressed: AddressedText,
): AlignedRow[] {
  const cut = cutOmissions(dropNoteReferences(text), omitted);
  if (!Array.isArray(cut)) return [];
  const lines = cut.map((pieces, at) => ({
    line: at + 1,
    pieces: pieces.filter((piece) => piece.text.trim() !== ''),
  }));
  const areNotes = new Set(noteLines);
  const { notes = [], printed = [] } = Object.groupBy(lines, ({ line }) =>
    areNotes.has(line) ? 'notes' : 'printed',
  );
  const rows = [
    ...alignLines(printed, printedBlocks(addressed)),
    ...alignLines(notes, noteBlocks(addressed)),
  ];
  return rows.toSorted((a, b) => (a.lines[0]?.line ?? 0) - (b.lines[0]?.line ?? 0));
}

/** List the headings, paragraphs and rows of a report, in printed order. */
export function printedBlocks({ sections }: AddressedText): AddressedBlock[] {
  return walkSections(sections).flatMap((section) => [
    { address: section.id, text: printedHeading(section) },
    ...section.paragraphs.flatMap(({ id, text, table }) =>
      table === undefined
        ? [{ address: id, text }]
        : text.split('\n').map((row, at) => ({ address: rowAddress(id, at + 1), text: row })),
    ),
  ]);
}

/** List the notes of a report. */
export function noteBlocks({ notes = [] }: AddressedText): AddressedBlock[] {
  return notes.map(({ id, text }) => ({ address: id, text }));
}

/** Count the characters of a text as the proof counts them: white space is none. */
export function countPrinted(text: string): number {
  return [...foldPrinted(text)].length;
}

function alignLines(lines: AlignedRow['lines'], blocks: readonly AddressedBlock[]): AlignedRow[] {
  const rows: AlignedRow[] = [];
  const size = (text: string) => foldPrinted(text).length;
  const waiting = blocks.filter(({ text }) => size(text) > 0);
  let row: { lines: AlignedRow['lines'][number][]; blocks: string[] } = { lines: [], blocks: [] };
  // How many characters of the row's blocks its lines do not have yet; below 0, of the lines.
  let open = 0;
  for (const line of lines) {
    if (line.pieces.length === 0) continue;
    row.lines.push(line);
    const kept = line.pieces.filter(({ why }) => why === undefined);
    open -= size(kept.map(({ text }) => text).join(''));
    while (open < 0 && waiting.length > 0) {
      const block = waiting.shift();
      if (block === undefined) break;
      row.blocks.push(block.address);
      open += size(block.text);
    }
    if (open > 0) continue;
    rows.push(row);
    row = { lines: [], blocks: [] };
  }
  return row.lines.length === 0 ? rows : [...rows, row];
}
