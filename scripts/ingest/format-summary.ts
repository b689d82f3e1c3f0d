import type { IngestOutcome } from './ingest-outcome.ts';

const WORDS: Readonly<Record<IngestOutcome['outcome'], string>> = {
  written: 'written',
  review: 'needs review',
  duplicate: 'duplicate',
  refused: 'refused',
};

/** Formats what became of each file as a table, and how many of each there were. */
export function formatSummary(outcomes: readonly IngestOutcome[], isDryRun: boolean): string {
  const rows = outcomes.map(({ file, outcome, code, reason, path }) =>
    [
      WORDS[outcome].padEnd(12),
      file,
      path === null ? '' : `→ ${path}`,
      [code, reason].filter((part) => part !== null).join(' '),
    ]
      .filter((part) => part !== '')
      .join('  '),
  );
  const counts = Object.entries(WORDS).flatMap(([outcome, word]) => {
    const count = outcomes.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const total = counts.length === 0 ? 'no file' : counts.join(', ');
  return [...rows, isDryRun ? `${total} (dry run: nothing was written)` : total].join('\n');
}
