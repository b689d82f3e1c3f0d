import { locateField } from '../frontmatter-fields.ts';
import type { ReportRule } from '../rule.ts';

/** A report is worth what its source is: the file as captured, byte for byte. */
export const snapshot: ReportRule = {
  code: 'm-009',
  name: 'snapshot',
  severity: 'error',
  scope: 'report',
  describe: 'The snapshot that the report names is there, with the bytes it had when captured.',
  check: (report) => {
    const { file, sha256 } = report.frontmatter.source;
    if (report.snapshot === undefined)
      return [
        {
          location: locateField(report, ['source', 'file']),
          text: `Unexpected absence of \`${file}\`, expected the snapshot of the source`,
          hint: 'the path is under the content directory; `npm run ingest` puts the file there',
        },
      ];
    if (report.snapshot.sha256 === sha256) return [];
    return [
      {
        location: locateField(report, ['source', 'sha256']),
        text: `Unexpected sha256 \`${report.snapshot.sha256.slice(0, 12)}…\` of \`${file}\`, expected \`${sha256.slice(0, 12)}…\``,
        hint: 'a snapshot is never edited: restore it; a source captured again is ingested again',
      },
    ];
  },
};
