import { everyMatch } from '../printed-text.ts';
import type { TextRule } from '../rule.ts';

/**
 * What a wrong encoding leaves: U+FFFD read as GBK (锟斤拷), unset memory (烫, 屯), UTF-8 read as
 * Latin-1 (ä¸­), and UTF-8 read as GBK, whose commas and stops come out as 锛 and 銆.
 */
const MOJIBAKE =
  /锟斤拷|(?:烫){3,}|(?:屯){3,}|[\u00c2-\u00ef][\u0080-\u00bf]+|[锛銆](?=.{0,60}[锛銆])/g;

/** No text is archived that was read in a wrong encoding. */
export const mojibake: TextRule = {
  code: 't-005',
  name: 'mojibake',
  severity: 'error',
  scope: 'text',
  describe: 'No text was read in a wrong encoding.',
  check: (report) =>
    everyMatch(report, MOJIBAKE, (found) => ({
      text: `Unexpected \`${found}\`, expected text read in its own encoding`,
      hint: 'ingest the snapshot again; where the page itself is garbled, find another copy',
    })),
};
