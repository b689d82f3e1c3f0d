import { everyMatch } from '../printed-text.ts';
import type { TextRule } from '../rule.ts';

/**
 * Question marks in place of marks the page could not encode, also before the mark that follows; two
 * years that lost their dash; days and numbers of documents that lost 年, 月 or 〕; a comma put in
 * again and again; names of marks that the page escaped twice (`&ldquo;`).
 */
const LOST_MARK =
  /[?？]{2,}|[?？](?=[，。、！；：])|(?:19|20)\d{2}(?:19|20)\d{2}(?=年)|(?<!\d)20[012]\d\d{1,2}月|(?<!\d)20[012]\d\d{1,4}日|[〔（[]20[012]\d\d{1,4}号|(?<=^|[。；])20[012]\d(?=以来|坚持|[，、]|全[省市县区州])|(?:，，[^，]+){3}|&(?:[a-z]{2,}|#\w+)[;；]/gu;

/** Marks that the page lost are looked at by an editor; the archive keeps what the source prints. */
export const lostMarks: TextRule = {
  code: 't-006',
  name: 'lost-marks',
  severity: 'warning',
  scope: 'text',
  describe: 'No mark is lost: no `??` before a heading, no two years run together, no `2021730日`.',
  check: (report) =>
    everyMatch(report, LOST_MARK, (found) => ({
      text: `Unexpected \`${found}\`, expected the marks that the page lost`,
      hint: 'see whether another copy of the document has them',
    })),
};
