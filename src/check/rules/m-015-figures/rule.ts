import { closestWord } from '../../../report/closest-word.ts';
import { walkSections } from '../../../report/report-lines.ts';
import { locateField } from '../frontmatter-fields.ts';
import type { Finding, ReportRule } from '../rule.ts';

/** What an editor decided of a figure holds by its words: where they are gone it decides nothing. */
export const figures: ReportRule = {
  code: 'm-015',
  name: 'figures',
  severity: 'error',
  scope: 'report',
  describe: 'An editor’s figures are of an indicator, by words that their paragraph has.',
  check: (report, vocabulary) => {
    const known = vocabulary.indicators.indicators.map(({ id }) => id);
    const paragraphs = walkSections(report.sections).flatMap((section) => section.paragraphs);
    return (report.frontmatter.figures ?? []).flatMap(
      ({ paragraph, indicator, raw }, index): Finding[] => {
        const findings: Finding[] = [];
        const at = (field: string) => locateField(report, ['figures', index, field]);
        const text = paragraphs.find(({ id }) => id === paragraph)?.text;
        if (!known.includes(indicator)) {
          const closest = closestWord(indicator, known);
          const expected = closest === undefined ? 'one of content/indicators' : `\`${closest}\``;
          findings.push({
            location: at('indicator'),
            text: `Unexpected indicator \`${indicator}\`, expected ${expected}`,
          });
        }
        if (text === undefined)
          findings.push({
            location: at('paragraph'),
            text: `Unexpected paragraph \`${paragraph}\`, expected one of the report`,
            hint: 'the text has changed: look the figure up again, or take the entry out',
          });
        else if (!text.includes(raw))
          findings.push({
            location: at('raw'),
            text: `Unexpected words \`${raw}\`, expected words of paragraph \`${paragraph}\``,
            hint: 'the text has changed: look the figure up again, or take the entry out',
          });
        return findings;
      },
    );
  },
};
