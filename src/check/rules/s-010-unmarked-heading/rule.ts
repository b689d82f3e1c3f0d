import { splitLabel } from '../../../report/printed-numeral.ts';
import { everyParagraph } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** A numeral that heads a paragraph mostly is a heading's, which was not marked as one; 第…条 is an article's. */
export const unmarkedHeading: ReportRule = {
  code: 's-010',
  name: 'unmarked-heading',
  severity: 'warning',
  scope: 'report',
  describe: 'No paragraph starts with the numeral of a heading.',
  check: (report) =>
    everyParagraph(report).flatMap(({ text, location }) => {
      const { label } = splitLabel(text);
      if (label === null || !/\p{Script=Han}/u.test(label) || label.endsWith('条')) return [];
      return [
        {
          location,
          text: `Unexpected numeral \`${label}\` at the head of a paragraph, expected a heading`,
          hint: 'put `#` before it, as many as its depth and one; at the head of its paragraph, end the heading in ` {.run-in}`',
        },
      ];
    }),
};
