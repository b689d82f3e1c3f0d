import { everySection } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** Characters, more than which no heading of a report was seen to have. */
const MOST = 80;

/** A heading so long is a paragraph that was marked as one. */
export const longHeading: ReportRule = {
  code: 's-009',
  name: 'long-heading',
  severity: 'warning',
  scope: 'report',
  describe: `A heading has at most ${MOST} characters.`,
  check: (report) =>
    everySection(report)
      .filter(({ section }) => section.heading.length > MOST)
      .map(({ section, location }) => ({
        location,
        text: `Unexpected heading of ${section.heading.length} characters, expected at most ${MOST}`,
        hint: 'where its first sentence is the heading, end that in ` {.run-in}` and put the rest below',
      })),
};
