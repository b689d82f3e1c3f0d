import { everySection } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** A heading that ends like a sentence mostly stands at the head of its paragraph in the source. */
export const ownLineStop: ReportRule = {
  code: 's-007',
  name: 'own-line-stop',
  severity: 'warning',
  scope: 'report',
  describe: 'A heading on a line of its own does not end like a sentence.',
  check: (report) =>
    everySection(report)
      .map(({ section, location }) => ({
        location,
        isOwnLine: section.style === 'own-line',
        end: section.stop ?? section.heading.slice(-1),
      }))
      .filter(({ isOwnLine, end }) => isOwnLine && /[。；：，]/.test(end))
      .map(({ location, end }) => ({
        location,
        text: `Unexpected \`${end}\` at the end of an own-line heading, expected none`,
        hint: 'a heading at the head of its paragraph ends in ` {.run-in}`; keep the mark where the source prints it on a line of its own',
      })),
};
