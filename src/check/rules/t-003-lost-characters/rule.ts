import { codePoint, everyMatch } from '../printed-text.ts';
import type { TextRule } from '../rule.ts';

/** Replacement, private-use and unassigned characters: no reader sees what the source printed. */
const LOST = /\ufffd|\p{Co}|\p{Cn}|\p{Cs}/gu;

/** Each character is one that any device can show. */
export const lostCharacters: TextRule = {
  code: 't-003',
  name: 'lost-characters',
  severity: 'error',
  scope: 'text',
  describe: 'No replacement character, private-use or unassigned code stands for a lost character.',
  check: (report) =>
    everyMatch(report, LOST, (found) => ({
      text: `Unexpected ${codePoint(found)}, expected the character that the source prints`,
      hint: 'ingest the source again with the right encoding, or mend it and note it in `corrections`',
    })),
};
