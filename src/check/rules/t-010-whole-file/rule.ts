import { foldPrinted } from '../../../report/characters/typography.ts';
import type { ReportRule } from '../rule.ts';

/** The promise begun at the file: what a reader of the original sees is what ingest took out of it. */
export const wholeFile: ReportRule = {
  code: 't-010',
  name: 'whole-file',
  severity: 'warning',
  scope: 'report',
  describe: 'Every character that the snapshot shows a reader was taken out of it, and no other.',
  check: ({ file, frontmatter, snapshot }) => {
    if (snapshot?.reading.kind !== 'text') return [];
    const { corrections, review, source } = frontmatter;
    const mended = corrections.map((one) => foldPrinted(one.new));
    return snapshot.reading.differences
      .filter(
        ({ words, why }) =>
          // Told by the doubt itself already, or put right by an editor.
          !review.some(({ evidence }) => evidence.includes(why)) &&
          !(words !== '' && mended.some((text) => text.includes(words))),
      )
      .map(({ where, words, why }) => ({
        location: { file },
        text: `Unexpected difference ${words === '' ? '' : `\`${words}\` `}between \`${source.file}\` (${where}) and what was read of it, expected none`,
        hint: why,
      }));
  },
};
