import { isBasisField } from '../../../report/report.ts';
import { locateField } from '../frontmatter-fields.ts';
import type { ReportRule } from '../rule.ts';

/** What ingest was not sure of waits for an editor, and is shown at each run until then. */
export const review: ReportRule = {
  code: 'm-006',
  name: 'review',
  severity: 'warning',
  scope: 'report',
  describe: 'No doubt of ingest is left for an editor to decide.',
  check: (report) =>
    report.frontmatter.review.map(({ field, value, confidence, evidence }, index) => ({
      location: locateField(report, ['review', index]),
      text: `Unexpected doubt about \`${field}\` (${isBasisField(field) ? `${value ?? 'no value'}, confidence ${confidence}` : (value ?? 'see the hint')}), expected an editor’s decision`,
      hint: isBasisField(field)
        ? `${evidence}; once decided, set \`basis.${field}: editor\` and take the entry out, or run \`npm run review\``
        : `${evidence}; once looked at, take the entry out, or run \`npm run review\``,
    })),
};
