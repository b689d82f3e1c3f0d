import { everySection } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** A run-in heading is taken off the head of a paragraph: it has a stop, and a paragraph to stand at. */
export const runInHeading: ReportRule = {
  code: 's-006',
  name: 'run-in-heading',
  severity: 'error',
  scope: 'report',
  describe: 'A run-in heading ends in a stop and has a paragraph right under it.',
  check: (report) =>
    everySection(report)
      .filter(({ section }) => section.style === 'run-in')
      .flatMap(({ section, printed, location }) => [
        ...(section.stop === null
          ? [
              {
                location,
                text: `Unexpected run-in heading \`${printed}\` without a stop, expected \`${printed}。\``,
                hint: 'a heading on a line of its own has no `{.run-in}`',
              },
            ]
          : []),
        ...(section.paragraphs.length === 0
          ? [
              {
                location,
                text: `Unexpected run-in heading \`${printed}\` without a paragraph, expected the text it stands before`,
                hint: 'a heading on a line of its own has no `{.run-in}`',
              },
            ]
          : []),
      ]),
};
