import { findRegion } from '../../../vocabulary/region/region-tree.ts';
import { locateField } from '../frontmatter-fields.ts';
import type { ReportRule } from '../rule.ts';

/** A report's file is found by year, code and name, and its snapshot lies alike. */
export const path: ReportRule = {
  code: 'm-004',
  name: 'path',
  severity: 'error',
  scope: 'report',
  describe: 'The file lies at `reports/<year>/<code>-<name>[-<kind>…].md`, its snapshot alike.',
  check: (report, { regions }) => {
    const { file, path, frontmatter } = report;
    const { id, region, year, source, version } = frontmatter;
    const name = findRegion(regions, region)?.name;
    const head = `${region}-${year}`;
    if (name === undefined || !id.startsWith(head)) return [];
    const isEarlier = path.startsWith('versions/');
    const stem = `${year}/${region}-${name}${id.slice(head.length)}`;
    const expected = isEarlier ? `versions/${stem}.v${version}.md` : `reports/${stem}.md`;
    const hint = 'the name is the region table’s; what follows the year in the id follows the name';
    return [
      ...(path === expected
        ? []
        : [
            {
              location: { file },
              text: `Unexpected path \`${path}\`, expected \`${expected}\``,
              hint,
            },
          ]),
      ...(source.file.startsWith(`sources/${stem}.`)
        ? []
        : [
            {
              location: locateField(report, ['source', 'file']),
              text: `Unexpected snapshot \`${source.file}\`, expected \`sources/${stem}.*\``,
              hint,
            },
          ]),
    ];
  },
};
