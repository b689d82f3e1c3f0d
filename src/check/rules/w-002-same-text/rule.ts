import { findSameTexts } from '../../same-text/find-same-texts.ts';
import type { ArchiveRule } from '../rule.ts';

/** Share of common runs of twelve characters from which a text is taken for another copy. */
const SAME = 0.9;

/** The same document from two sites is one report with two sources, not two reports. */
export const sameText: ArchiveRule = {
  code: 'w-002',
  name: 'same-text',
  severity: 'warning',
  scope: 'archive',
  describe: `No two reports have nearly the same text (${SAME * 100} % of it).`,
  check: ({ entries }) =>
    findSameTexts(entries, SAME).map(({ item, first, share }) => ({
      place: { file: item.file },
      text: `Unexpected text, ${Math.round(share * 100)} % that of \`${first.path}\`, expected a document of its own`,
      hint: 'the same document from two sites is one report; a place that hands in last year’s text is two',
    })),
};
