import { closestWord } from '../../../report/closest-word.ts';
import { walkSections } from '../../../report/report-lines.ts';
import { locateField } from '../frontmatter-fields.ts';
import type { ReportRule } from '../rule.ts';

/** What an editor decides about themes is about a section that is there, in words of the vocabulary. */
export const themes: ReportRule = {
  code: 'm-013',
  name: 'themes',
  severity: 'error',
  scope: 'report',
  describe: 'An editor’s themes are of the vocabulary, for sections that the report has.',
  check: (report, vocabulary) => {
    const known = vocabulary.themes.map(({ id }) => id);
    const sections = walkSections(report.sections).map(({ id }) => id);
    return report.frontmatter.themes.flatMap(({ section, themes }, index) => [
      ...(sections.includes(section)
        ? []
        : [
            {
              location: locateField(report, ['themes', index, 'section']),
              text: `Unexpected section \`${section}\`, expected one of the report`,
              hint: `it has ${sections.join(', ')}`,
            },
          ]),
      ...themes.flatMap((theme, at) => {
        if (known.includes(theme)) return [];
        const closest = closestWord(theme, known);
        return [
          {
            location: locateField(report, ['themes', index, 'themes', at]),
            text: `Unexpected theme \`${theme}\`, expected ${closest === undefined ? 'one of content/themes' : `\`${closest}\``}`,
          },
        ];
      }),
    ]);
  },
};
