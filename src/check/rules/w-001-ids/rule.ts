import type { ArchiveRule } from '../rule.ts';

/** An id is one report's: every address is made of it. */
export const ids: ArchiveRule = {
  code: 'w-001',
  name: 'ids',
  severity: 'error',
  scope: 'archive',
  describe: 'No two reports have the same id.',
  check: ({ entries }) =>
    [...Map.groupBy(entries, ({ id }) => id).values()].flatMap(([first, ...others]) =>
      others.map(({ file, id }) => ({
        location: { file },
        text: `Unexpected id \`${id}\`, expected one that \`${first?.path}\` does not have`,
        hint: 'a second document of a kind takes a number from 2: `410600-2017-plan-2`',
      })),
    ),
};
