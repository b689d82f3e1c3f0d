import { type SnapshotText, splitLines } from '../../report/prove-complete.ts';
import type { PageHints } from '../describe/description.ts';
import type { SourceLine } from '../describe/source-page.ts';
import type { InventoryPiece, SourceDoubt } from './inventory.ts';
import type { Transcript } from './pictures/transcript.ts';

/**
 * Reads the sources of one format.
 *
 * @param file what messages call the source
 * @param transcript what is written on its pictures
 * @throws ArchiveError `i-001` to `i-006` where the source is refused; other errors where it is broken
 */
export type FormatReader = (
  bytes: Uint8Array,
  file: string,
  transcript: Transcript,
) => Extracted | Promise<Extracted>;

/** A picture that is a page of text, and of which no transcript says what is written on it. */
export interface UnreadPicture {
  /** The region of the file, as in an inventory: `第2页`, `图1`. */
  readonly where: string;
  /** Give it as a file: PNG, JPEG, TIFF, GIF or WebP. */
  readonly picture: () => Uint8Array | Promise<Uint8Array>;
  /** Whether it is the source itself, so that it need not be kept beside it. */
  readonly isSource?: boolean;
  /** Whether it may as well be a photo. */
  readonly isGuess?: boolean;
}

/** What a source says, with its format and encoding left behind. */
export interface Extracted {
  /** The text that omissions are counted in and that the proof runs on. */
  readonly text: string;
  /** Its lines, without the running ones. */
  readonly lines: readonly SourceLine[];
  /** Lines of the text that are printed on page after page: page numbers, running heads and feet. */
  readonly running?: readonly SourceLine[] | undefined;
  readonly hints: PageHints;
  /** Where a saved page says it was saved from. */
  readonly url?: string | undefined;
  /** What the reader is not sure of; `extract` adds what the inventory finds. */
  readonly doubts?: readonly SourceDoubt[] | undefined;
  /**
   * All that a reader of the original could see, by an independent and simpler reading of the same
   * bytes; absent where a format has none.
   */
  readonly inventory?: readonly InventoryPiece[] | undefined;
  /** Words of the text that no text of the file holds: numbers that a list prints. */
  readonly made?: readonly string[] | undefined;
  /** Pages and pictures of text that were not read: a program can recognise what is written there. */
  readonly unread?: readonly UnreadPicture[] | undefined;
  /** Whether nothing in the source is text but what was recognised on pictures. */
  readonly isRecognised?: boolean | undefined;
  /** Of the snapshot: `txt`, `html`, `mhtml`, `docx`, `pdf`. */
  readonly extension: string;
}

/** The formats that are read, as messages name them. */
export const READ_FORMATS = 'text, HTML, DOCX, DOC, ODT, OFD, PDF or a picture of a page';

/** Return what the proof of a report runs on. */
export function snapshotText({ text, lines }: Pick<Extracted, 'text' | 'lines'>): SnapshotText {
  return { text, noteLines: lines.flatMap(({ line, note }) => (note === undefined ? [] : [line])) };
}

/** Split plain text into lines; breaks inside a line (of a page, of a form) begin new lines too. */
export function extractPlain(text: string, extension = 'txt'): Extracted {
  const lines = splitLines(text).flatMap((line, index) =>
    line.split(/[\u2028\u2029\u0085\f\v]/).map((part) => ({ line: index + 1, text: part })),
  );
  return { text, lines, hints: {}, extension, inventory: [{ where: '正文', text, kind: 'text' }] };
}
