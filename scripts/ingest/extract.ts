import type { PageHints } from '../../src/archive/describe/describe.ts';
import type { SourceLine } from '../../src/archive/describe/page.ts';
import { splitLines } from '../../src/archive/fidelity/prove-complete.ts';
import { decodeText } from './decode-text.ts';

/** What a source says, format and encoding left behind. */
export interface Extracted {
  /** The text that omissions are counted in and the proof runs on. */
  readonly text: string;
  /** Its lines. */
  readonly lines: readonly SourceLine[];
  readonly hints: PageHints;
  /** Of the snapshot: `txt`, `html`, `docx`, `pdf`. */
  readonly extension: string;
}

/**
 * Takes the text out of a source file.
 *
 * @param file the place to name in errors
 * @throws ArchiveError `i-001` to `i-004`
 */
export async function extract(bytes: Uint8Array, file: string): Promise<Extracted> {
  return extractPlain(decodeText(bytes, file).text);
}

/** Gives plain text line by line; breaks inside a line (of a page, of a form) begin new ones too. */
export function extractPlain(text: string): Extracted {
  const lines = splitLines(text).flatMap((line, index) =>
    line.split(/[\u2028\u2029\u0085\f\v]/).map((part) => ({ line: index + 1, text: part })),
  );
  return { text, lines, hints: {}, extension: 'txt' };
}
