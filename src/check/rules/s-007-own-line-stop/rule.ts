import { everySection } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/**
 * A heading that leads on into its paragraph mostly stands at the head of it in the source. One that
 * ends in a full stop or a semicolon does so as printed: the stop is kept apart from its words.
 */
export const ownLineStop: ReportRule = {
  code: 's-007',
  name: 'own-line-stop',
  severity: 'warning',
  scope: 'report',
  describe: 'A heading on a line of its own does not lead on into a paragraph.',
  check: (report) =>
    everySection(report)
      .map(({ section, location }) => ({
        location,
        isOwnLine: section.style === 'own-line',
        end: section.heading.slice(-1),
      }))
      .filter(({ isOwnLine, end }) => isOwnLine && /[：，]/.test(end))
      .map(({ location, end }) => ({
        location,
        text: `Unexpected \`${end}\` at the end of an own-line heading, expected none`,
        hint: 'a heading at the head of its paragraph ends in ` {.run-in}`; where the source prints it so on a line of its own, accept the warning',
      })),
};
