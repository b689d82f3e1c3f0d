import { proveCorrected } from '../../../report/prove-complete.ts';
import type { ReportRule } from '../rule.ts';

/** The promise that no character is lost, proved against the snapshot with all corrections undone. */
export const complete: ReportRule = {
  code: 't-009',
  name: 'complete',
  severity: 'error',
  scope: 'report',
  describe: 'The snapshot without what was omitted is the report’s text, to the character.',
  check: ({ file, frontmatter, sections, notes, snapshot }) => {
    if (snapshot === undefined) return [];
    const { corrections, source } = frontmatter;
    const { reading } = snapshot;
    if (reading.kind === 'proved') return [];
    if (reading.kind === 'fault')
      return [
        {
          location: { file },
          text: `Unexpected snapshot \`${source.file}\` (${reading.fault}), expected one that can be read`,
        },
      ];
    const { fault } = proveCorrected(reading, source.omitted, { sections, notes }, corrections);
    if (fault === undefined) return [];
    const { line, text, hint } = fault;
    return [{ location: { file }, text: `${text} (line ${line} of \`${source.file}\`)`, hint }];
  },
};
