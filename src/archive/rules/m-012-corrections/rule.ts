import { undoCorrection } from '../../anchor/undo-correction.ts';
import type { Section } from '../../report/report.ts';
import { placeInFrontmatter } from '../place-in-frontmatter.ts';
import type { Finding, ReportRule } from '../rule.ts';

/** A correction is proved by taking it back, so its new words stand where it says. */
export const corrections: ReportRule = {
  code: 'm-012',
  name: 'corrections',
  severity: 'error',
  scope: 'report',
  describe: 'Each correction names a place of the report, and its new words stand there.',
  check: (report) => {
    const findings: Finding[] = [];
    let sections: readonly Section[] = report.sections;
    for (const [index, correction] of [...report.frontmatter.corrections.entries()].reverse()) {
      const former = undoCorrection(sections, correction);
      if (JSON.stringify(former) === JSON.stringify(sections))
        findings.push({
          place: placeInFrontmatter(report, ['corrections', index]),
          text: `Unexpected correction to \`${correction.new}\` at \`${correction.place}\`, expected these words there`,
          hint: '`place` is the id of a paragraph or section, `new` what now stands there, `old` what stood',
        });
      sections = former;
    }
    return findings;
  },
};
