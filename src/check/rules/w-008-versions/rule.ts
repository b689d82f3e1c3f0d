import type { ArchiveRule, Finding, VersionEntry } from '../rule.ts';

/** Each version that was published can still be shown: by corrections taken back, or from its file. */
export const versions: ArchiveRule = {
  code: 'w-008',
  name: 'versions',
  severity: 'error',
  scope: 'archive',
  describe:
    'Each earlier version of a report comes of a day of corrections, or is kept under `versions/` with when and why the next one came.',
  check: ({ entries, versions: kept, unread }) => {
    const byId = Map.groupBy(kept, ({ id }) => id);
    const present = new Map(entries.map(({ id, version }) => [id, version]));
    return [
      ...entries.flatMap(({ id, version }) => lost(version, byId.get(id) ?? [])),
      ...kept.flatMap((one) =>
        unread.length > 0 && !present.has(one.id) ? [] : misplaced(one, present.get(one.id)),
      ),
    ];
  },
};

/** Go down from a version to the first: each step is a day of corrections or a kept file. */
function lost(from: VersionEntry, kept: readonly VersionEntry[]): Finding[] {
  const below = kept
    .filter(({ version }) => version < from.version)
    .toSorted((a, b) => b.version - a.version)[0];
  const least = (below?.version ?? 0) + 1 + from.correctionDays;
  const findings =
    from.version <= least
      ? []
      : [
          {
            location: { file: from.file },
            text: `Unexpected version ${from.version}, expected at most ${least}: its corrections and kept files give no more`,
            hint: 'raise `version` once a day of corrections; `npm run review` files a new text and keeps the old one',
          },
        ];
  return below === undefined ? findings : [...findings, ...lost(below, kept)];
}

function misplaced(one: VersionEntry, present: VersionEntry | undefined): Finding[] {
  const location = { file: one.file };
  if (present === undefined)
    return [
      {
        location,
        text: `Unexpected version of ${one.id}, expected one of a report that the archive holds`,
        hint: 'a report that is gone leaves its anchor record, with `departed`; its versions and their snapshots go with it',
      },
    ];
  return [
    ...(one.version < present.version
      ? []
      : [
          {
            location,
            text: `Unexpected version ${one.version}, expected one before ${present.version} of \`${present.path}\``,
          },
        ]),
    ...(one.isSuperseded
      ? []
      : [
          {
            location,
            text: 'Unexpected version without `superseded`, expected when and why the next one came',
          },
        ]),
  ];
}
