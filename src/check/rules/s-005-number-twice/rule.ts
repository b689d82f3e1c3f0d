import { locatedSections, numberedSections } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** A number printed twice gets a letter in its address, which an editor should know. */
export const numberTwice: ReportRule = {
  code: 's-005',
  name: 'number-twice',
  severity: 'warning',
  scope: 'report',
  describe: 'No number is printed twice in a row among the headings of a section.',
  check: (report) =>
    numberedSections(locatedSections(report))
      .filter(({ number, before }) => number === before)
      .map(({ section, location, number }) => ({
        location,
        text: `Unexpected number \`${section.label}\` again, expected ${number + 1}`,
        hint: 'keep it where the source prints it so: its address takes a letter (`s2b`)',
      })),
};
