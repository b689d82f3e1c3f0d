import { type BasisField, basisFields } from '../../../report/report.ts';
import { locateField } from '../frontmatter-fields.ts';
import type { CheckedReport, Finding, ReportRule } from '../rule.ts';

/** Readers see where each value comes from: a word for each field that has one, none for the others. */
export const basis: ReportRule = {
  code: 'm-005',
  name: 'basis',
  severity: 'error',
  scope: 'report',
  describe: 'Each field with a value says where it comes from; a field without one does not.',
  check: (report) => basisFields.flatMap((field) => findings(report, field)),
};

function findings(report: CheckedReport, field: BasisField): Finding[] {
  const value = report.frontmatter[field];
  const isGiven = Array.isArray(value) ? value.length > 0 : value !== null;
  const word = report.frontmatter.basis[field] ?? null;
  if (isGiven === (word !== null)) return [];
  return isGiven
    ? [
        {
          location: locateField(report, [field]),
          text: `Unexpected \`${field}\` without a basis, expected \`basis.${field}\``,
          hint: '`document`: the text itself; `page`: the page around it; `inferred`; `editor`',
        },
      ]
    : [
        {
          location: locateField(report, ['basis', field]),
          text: `Unexpected basis \`${word}\` for \`${field}\`, which has no value, expected none`,
          hint: 'give the field its value, or take its basis out',
        },
      ];
}
