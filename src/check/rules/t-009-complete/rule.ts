import { undoCorrection } from '../../../report/former-versions.ts';
import { proveComplete } from '../../../report/prove-complete.ts';
import type { Correction, Section } from '../../../report/report.ts';
import { printedHeading } from '../../../report/report-body.ts';
import { walkSections } from '../../../report/report-lines.ts';
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
          location: { file },
          text: `Unexpected snapshot \`${source.file}\` (${snapshot.reading.fault}), expected one that can be read`,
        },
      ];
    const { text: snapshotText } = snapshot.reading;
    const prove = (kept: ReadonlySet<Correction>) => {
      const undone = corrections.filter((correction) => !kept.has(correction));
      const former = undone.reduceRight<readonly Section[]>(undoCorrection, sections);
      return proveComplete(snapshotText, source.omitted, printedText(former));
    };
    // A correction mends how the snapshot was read, or what of it was taken for the text: the
    // latter holds as it stands, and is told by the proof getting further with it.
    const kept = new Set<Correction>();
    let fault = prove(kept);
    for (const correction of corrections) {
      if (fault === undefined) return [];
      const next = prove(new Set([...kept, correction]));
      if (next !== undefined && next.line <= fault.line) continue;
      kept.add(correction);
      fault = next;
    }
    if (fault === undefined) return [];
    const { line, text, hint } = fault;
    return [{ location: { file }, text: `${text} (line ${line} of \`${source.file}\`)`, hint }];
  },
};

function printedText(sections: readonly Section[]): string {
  return walkSections(sections)
    .flatMap((section) => [printedHeading(section), ...section.paragraphs.map(({ text }) => text)])
    .join('\n');
}
