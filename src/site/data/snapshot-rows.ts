import { type AlignedRow, noteBlocks, printedBlocks } from '../../report/align-snapshot.ts';
import type { AddressedText } from '../../report/former-versions.ts';
import { omissionWords } from './reader-words.ts';

/** A row of the page: lines of the snapshot, and what the report has of them. */
export interface SnapshotRow {
  /** Numbers of the lines: `12`, `3—7`. */
  readonly lines: string;
  readonly pieces: readonly { readonly text: string; readonly why: string | null }[];
  /** What the report has of them; `null` where all was left out. */
  readonly block: { readonly address: string; readonly text: string } | null;
}

/** More rows than this would make a page too large to open on a phone: some are joined. */
const MOST_ROWS = 300;
/** Of a snapshot longer than this, in characters, each row shows the ends. */
const MOST_TEXT = 36_000;
/** Of each end. */
const END = 30;

/**
 * Make the rows of the page that shows a report beside its snapshot.
 *
 * @returns `isLong` where each row shows only the ends of its texts
 */
export function snapshotRows(
  { rows, characters }: { readonly rows: readonly AlignedRow[]; readonly characters: number },
  text: AddressedText,
): { readonly rows: readonly SnapshotRow[]; readonly isLong: boolean } {
  const texts = new Map(
    [...printedBlocks(text), ...noteBlocks(text)].map((block) => [block.address, block.text]),
  );
  const isLong = characters > MOST_TEXT;
  return { rows: joinRows(rows).map((row) => snapshotRow(row, texts, isLong)), isLong };
}

function snapshotRow(
  { lines, blocks }: AlignedRow,
  texts: ReadonlyMap<string, string>,
  isLong: boolean,
): SnapshotRow {
  const show = (text: string) => (isLong ? showEnds(text) : text);
  const numbersOf = lines.map(({ line }) => line);
  const [first, last] = [Math.min(...numbersOf), Math.max(...numbersOf)];
  const pieces = lines.flatMap((line, at) =>
    line.pieces.map(({ text, why }, index) => ({
      text: (at > 0 && index === 0 ? '\n' : '') + text.trim(),
      why: why === undefined ? null : omissionWords[why],
    })),
  );
  const joined: { text: string; why: string | null }[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before?.why === piece.why) before.text += piece.text;
    else joined.push({ ...piece });
  }
  // A heading at the head of its paragraph is one line of the snapshot and two blocks.
  const block = blocks
    .map((address) => texts.get(address) ?? '')
    .join(lines.length > 1 ? '\n' : '');
  const [address] = blocks;
  return {
    lines: first === last ? `${first}` : `${first}—${last}`,
    pieces: joined.map(({ text, why }) => ({ text: show(text), why })),
    block: address === undefined ? null : { address, text: show(block) },
  };
}

function showEnds(text: string): string {
  const characters = [...text];
  if (characters.length <= 2 * END) return text;
  return `${characters.slice(0, END).join('')}……${characters.slice(-END).join('')}`;
}

/**
 * Join rows that follow one another and were left out, and of very many others as many as it takes.
 */
function joinRows(rows: readonly AlignedRow[]): AlignedRow[] {
  const isLeftOut = ({ blocks }: AlignedRow) => blocks.length === 0;
  const groups: AlignedRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.every(isLeftOut) && isLeftOut(row)) last.push(row);
    else groups.push([row]);
  }
  const size = Math.ceil(groups.length / MOST_ROWS);
  return Array.from({ length: Math.ceil(groups.length / size) }, (_, at) => {
    const joined = groups.slice(at * size, (at + 1) * size).flat();
    return {
      lines: joined.flatMap(({ lines }) => lines),
      blocks: joined.flatMap(({ blocks }) => blocks),
    };
  });
}
