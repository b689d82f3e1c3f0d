import { findRegion } from '../../../vocabulary/region/region-tree.ts';
import { locateField } from '../frontmatter-fields.ts';
import type { ReportRule } from '../rule.ts';

/** A report keeps the code of its year for ever, so that the code must have been in use then. */
export const region: ReportRule = {
  code: 'm-010',
  name: 'region',
  severity: 'error',
  scope: 'report',
  describe: 'The region is in the table, and its code was in use in the report year.',
  check: (report, { regions }) => {
    const { region: code, year } = report.frontmatter;
    const region = findRegion(regions, code);
    const location = () => locateField(report, ['region']);
    if (region === undefined)
      return [
        {
          location: location(),
          text: `Unexpected region \`${code}\`, expected a code of the region table`,
          hint: 'a zone outside GB/T 2260 is added to content/regions first',
        },
      ];
    if (region.until === null || region.until >= year) return [];
    const now = region.successors.map((successor) => `\`${successor}\``).join(' or ');
    return [
      {
        location: location(),
        text: `Unexpected region \`${code}\`, in use until ${region.until}, expected ${now === '' ? 'a code' : now} of ${year}`,
        hint: 'a report is filed under the code valid in its report year',
      },
    ];
  },
};
