import { undoCorrection } from '../../anchor/undo-correction.ts';
import { proveComplete } from '../../fidelity/prove-complete.ts';
import type { Section } from '../../report/report.ts';
import { printedHeading } from '../../report/report-lines.ts';
import { walkSections } from '../../report/walk-sections.ts';
import type { ReportRule } from '../rule.ts';

/** The promise that no character is lost, proved against the snapshot with all corrections undone. */
export const complete: ReportRule = {
  code: 't-009',
  name: 'complete',
  severity: 'error',
  scope: 'report',
  describe: 'The snapshot without what was omitted is the report’s text, to the character.',
  check: ({ file, frontmatter, sections, snapshot }) => {
    if (snapshot === undefined || snapshot.reading.kind === 'proved') return [];
    const { corrections, source } = frontmatter;
    if (snapshot.reading.kind === 'fault')
      return [
        {
          place: { file },
          text: `Unexpected snapshot \`${source.file}\` (${snapshot.reading.fault}), expected one that can be read`,
        },
      ];
    const { text: snapshotText } = snapshot.reading;
    // A correction mends the reading of the snapshot, or what of it was taken for the text: the
    // latter holds as it stands, so the proof is tried before, between and after them.
    const states = corrections.reduceRight<(readonly Section[])[]>(
      (later, correction) => [undoCorrection(later[0] ?? sections, correction), ...later],
      [sections],
    );
    const faults = states.map((state) =>
      proveComplete(snapshotText, source.omitted, printedText(state)),
    );
    const [fault] = faults;
    if (fault === undefined || faults.includes(undefined)) return [];
    const { line, text, hint } = fault;
    return [{ place: { file }, text: `${text} (line ${line} of \`${source.file}\`)`, hint }];
  },
};

function printedText(sections: readonly Section[]): string {
  return walkSections(sections)
    .flatMap((section) => [printedHeading(section), ...section.paragraphs.map(({ text }) => text)])
    .join('\n');
}
