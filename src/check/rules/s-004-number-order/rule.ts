import { locatedSections, numberedSections } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** Headings are numbered one by one; where the source skips a number, that is kept and said. */
export const numberOrder: ReportRule = {
  code: 's-004',
  name: 'number-order',
  severity: 'warning',
  scope: 'report',
  describe: 'Numbered headings follow one by one, from 1 or running on through the sections.',
  check: (report) =>
    numberedSections(locatedSections(report)).flatMap(
      ({ section, location, number, before, lastPrinted }) => {
        const next = (before ?? lastPrinted) + 1;
        const isInOrder = number === next || (before === undefined && number === 1);
        if (isInOrder || number === before) return [];
        const expected = before === undefined && next !== 1 ? `1 or ${next}` : `${next}`;
        return [
          {
            location,
            text: `Unexpected number \`${section.label}\`, expected ${expected}`,
            hint: 'keep a number as the source prints it; look for a heading that was lost or is at a wrong level',
          },
        ];
      },
    ),
};
