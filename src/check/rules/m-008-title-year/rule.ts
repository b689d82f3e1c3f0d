import { locateField } from '../frontmatter-fields.ts';
import type { ReportRule } from '../rule.ts';

/** A plan's name holds a span of years (2016—2020年), which is no report year. */
const SPAN = /\d{4}\s*年?\s*[-—–－~～至到]+\s*\d{4}/g;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?=\s*年)/g;

/** The year of the report is the one its title names; where the title errs, an editor says so. */
export const titleYear: ReportRule = {
  code: 'm-008',
  name: 'title-year',
  severity: 'error',
  scope: 'report',
  describe: 'The year is the one the title names, unless an editor decided otherwise.',
  check: (report) => {
    const { title, year, basis } = report.frontmatter;
    const named = [...title.replace(SPAN, '').matchAll(YEAR)].map(([found]) => found);
    if (named.length === 0 || named.includes(String(year)) || basis.year === 'editor') return [];
    return [
      {
        location: locateField(report, ['year']),
        text: `Unexpected year ${year}, expected ${named.join(' or ')} as in the title`,
        hint: 'where the title errs, `basis.year: editor` says that the year was decided by hand',
      },
    ];
  },
};
