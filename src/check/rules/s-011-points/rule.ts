import { parsePrintedNumber } from '../../../report/printed-numeral.ts';
import { walkSections } from '../../../report/report-lines.ts';
import { everyParagraph } from '../body-sections.ts';
import type { Finding, ReportRule } from '../rule.ts';

/** 一是, 二是 follow one by one; a source that repeats or skips one is kept, and said. */
export const points: ReportRule = {
  code: 's-011',
  name: 'points',
  severity: 'warning',
  scope: 'report',
  describe: 'The points 一是, 二是 of a section follow one by one, or begin again.',
  check: (report) => {
    const places = everyParagraph(report).map(({ location }) => location);
    const findings: Finding[] = [];
    let paragraph = 0;
    for (const section of walkSections(report.sections)) {
      let last = 0;
      for (const { points } of section.paragraphs) {
        const location = places[paragraph++] ?? { file: report.file };
        for (const { kind, label, start } of points) {
          const number = kind === 'ordinal' ? parsePrintedNumber(label.slice(0, -1)) : undefined;
          if (number === undefined) continue;
          if (number !== last + 1 && number !== 1)
            findings.push({
              location: { ...location, column: start + 1 },
              text: `Unexpected point \`${label}\`, expected ${last === 0 ? 1 : `${last + 1} or 1`}`,
              hint: 'keep it as the source prints it; see whether a point was lost',
            });
          last = number;
        }
      }
    }
    return findings;
  },
};
