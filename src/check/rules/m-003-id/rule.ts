import { parseReportId } from '../../../report/report-id.ts';
import { locateField } from '../frontmatter-fields.ts';
import type { ReportRule } from '../rule.ts';

/** A report's id is made of its region, year and kind, and says nothing else than those fields. */
export const id: ReportRule = {
  code: 'm-003',
  name: 'id',
  severity: 'error',
  scope: 'report',
  describe: 'The id is made of the region, the year and the kind that the fields name.',
  check: (report) => {
    const { id, region, year, kind } = report.frontmatter;
    const location = locateField.bind(undefined, report);
    const identity = parseReportId(id);
    if (identity === undefined)
      return [
        {
          location: location(['id']),
          text: `Unexpected id \`${id}\`, expected \`<code>-<year>[-<kind>[-<slug>][-<n>]]\``,
          hint: 'an annual report has no kind in its id: `410600-2017`; a plan has: `371481-2018-plan`',
        },
      ];
    const pairs = [
      ['region', region, identity.code],
      ['year', year, identity.year],
      ['kind', kind, identity.kind],
    ] as const;
    return pairs
      .filter(([, value, inId]) => value !== inId)
      .map(([field, value, inId]) => ({
        location: location([field]),
        text: `Unexpected ${field} \`${value}\`, expected \`${inId}\` as in the id \`${id}\``,
        hint: 'a published id never changes: mend the field, or file the report as another one',
      }));
  },
};
