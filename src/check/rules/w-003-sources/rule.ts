import type { ArchiveRule } from '../rule.ts';

/** A snapshot that no report names is lost to readers. */
export const sources: ArchiveRule = {
  code: 'w-003',
  name: 'sources',
  severity: 'error',
  scope: 'archive',
  describe: 'Each snapshot is the source of a report, and of one only.',
  check: ({ entries, unread, sources }) => {
    const bySource = Map.groupBy(entries, ({ source }) => source);
    const stems = new Set([...unread, ...entries.map(({ path }) => path)].map(stemOf));
    const shared = [...bySource.values()].flatMap(([first, ...others]) =>
      others.map(({ file, source }) => ({
        location: { file },
        text: `Unexpected source \`${source}\`, expected one that \`${first?.path}\` does not have`,
      })),
    );
    const orphans = sources
      .filter(({ path }) => !bySource.has(path) && !stems.has(stemOf(path)))
      .map(({ file }) => ({
        location: { file },
        text: 'Unexpected snapshot without a report, expected a report that names it',
        hint: 'ingest it again, or put it into content/review',
      }));
    return [...shared, ...orphans];
  },
};

/** Take folder and extension off, and the number of a second source or of a version: a report’s files lie alike. */
function stemOf(path: string): string {
  return path.replace(/^[^/]+\//, '').replace(/(?:\.v?\d+)?\.[^./]+$/, '');
}
