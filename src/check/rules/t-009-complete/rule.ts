import { type AddressedText, undoInText } from '../../../report/former-versions.ts';
import { proveReport } from '../../../report/prove-complete.ts';
import type { Correction } from '../../../report/report.ts';
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
    const prove = (kept: ReadonlySet<Correction>) => {
      const undone = corrections.filter((correction) => !kept.has(correction));
      const former = undone.reduceRight<AddressedText>(undoInText, { sections, notes });
      return proveReport(reading, source.omitted, former);
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
