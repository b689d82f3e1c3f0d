import { splitLines } from '../../report/prove-complete.ts';
import type { Extracted } from './extracted.ts';

/** Gives plain text line by line; breaks inside a line (of a page, of a form) begin new ones too. */
export function extractPlain(text: string, extension = 'txt'): Extracted {
  const lines = splitLines(text).flatMap((line, index) =>
    line.split(/[\u2028\u2029\u0085\f\v]/).map((part) => ({ line: index + 1, text: part })),
  );
  return { text, lines, hints: {}, extension };
}
