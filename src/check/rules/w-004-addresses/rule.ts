import { compareAnchors } from '../../../report/anchor/compare-anchors.ts';
import type { ReportRule } from '../rule.ts';

/** No address breaks: what was published stays and points at the same words, or an editor says why not. */
export const addresses: ReportRule = {
  code: 'w-004',
  name: 'addresses',
  severity: 'error',
  scope: 'report',
  describe: 'Each published address is still there and points at the words it was published with.',
  check: ({ file, anchors, anchorFile, frontmatter, sections, notes }) => {
    if (anchors === undefined) return [];
    const { id, corrections } = frontmatter;
    if (anchors.id !== id)
      return [
        {
          location: { file },
          text: `Unexpected id \`${id}\`, expected \`${anchors.id}\` as it was published`,
          hint: 'a published id never changes; a report at a new address leaves a record that says so',
        },
      ];
    return compareAnchors(anchors, { sections, notes, corrections }, anchorFile);
  },
};
