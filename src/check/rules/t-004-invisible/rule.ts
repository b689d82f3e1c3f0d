import { codePoint, everyMatch } from '../printed-text.ts';
import type { TextRule } from '../rule.ts';

/** Control and format characters but the tab, which is white space. */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/gu;

/** A character that cannot be seen hides a phrase from the search. */
export const invisible: TextRule = {
  code: 't-004',
  name: 'invisible',
  severity: 'error',
  scope: 'text',
  describe: 'No control, zero-width or direction character hides in the text.',
  check: (report) =>
    everyMatch(report, INVISIBLE, (found) => ({
      text: `Unexpected invisible character ${codePoint(found)}, expected none`,
      hint: 'retype the word, or take the character out with an editor that shows it',
    })),
};
