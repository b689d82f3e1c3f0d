import { everySection } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** A heading with nothing below it is mostly a paragraph that was marked, or a text that was lost. */
export const emptySection: ReportRule = {
  code: 's-008',
  name: 'empty-section',
  severity: 'warning',
  scope: 'report',
  describe: 'A heading on a line of its own has a paragraph or a subsection below it.',
  check: (report) =>
    everySection(report)
      .filter(
        ({ section }) =>
          section.style === 'own-line' &&
          section.paragraphs.length === 0 &&
          section.sections.length === 0,
      )
      .map(({ printed, location }) => ({
        location,
        text: `Unexpected end of section \`${printed.slice(0, 30)}\`, expected a paragraph`,
        hint: 'see in the source whether its text is missing, or whether the line is a paragraph',
      })),
};
