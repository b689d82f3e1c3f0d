import { everyMatch } from '../printed-text.ts';
import type { TextRule } from '../rule.ts';

/** Question marks in place of marks the page could not encode; two years that lost their dash. */
const LOST_MARK = /[?？]{2,}|(?:19|20)\d{2}(?:19|20)\d{2}(?=年)/g;

/** Marks that the page lost are looked at by an editor; the archive keeps what the source prints. */
export const lostMarks: TextRule = {
  code: 't-006',
  name: 'lost-marks',
  severity: 'warning',
  scope: 'text',
  describe: 'No mark is lost: no `??` before a heading, no two years run together.',
  check: (report) =>
    everyMatch(report, LOST_MARK, (found) => ({
      text: `Unexpected \`${found}\`, expected the marks that the page lost`,
      hint: 'see whether another copy of the document has them',
    })),
};
