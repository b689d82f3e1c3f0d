import { type IngestOutcome, UNCHANGED } from './ingest-outcome.ts';

type Word = 'unchanged' | 'written' | 'duplicate' | 'needs review' | 'refused';

/** In the order of the table: what an editor has to act on stands last, nearest the prompt. */
const WORDS: readonly Word[] = ['unchanged', 'written', 'duplicate', 'needs review', 'refused'];
/** In a batch of more, what went through without a doubt is counted only. */
const MOST_LISTED = 60;

/** What a run did beside its outcomes. */
export interface RunEnd {
  readonly isDryRun: boolean;
  /** How many files were not looked at, since the run was stopped. */
  readonly left: number;
}

/** Formats what became of each file as a table, how many of each there were, and what to do next. */
export function formatSummary(
  outcomes: readonly IngestOutcome[],
  { isDryRun, left }: RunEnd,
): string {
  const groups = Map.groupBy(outcomes, wordOf);
  const rows = WORDS.flatMap((word) =>
    (groups.get(word) ?? [])
      .filter((one) => outcomes.length <= MOST_LISTED || !isClean(one))
      .map((one) => formatRow(word, one)),
  );
  const counts = WORDS.flatMap((word) => {
    const count = groups.get(word)?.length ?? 0;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const total = counts.length === 0 ? 'no file' : counts.join(', ');
  const doubts = (groups.get('written') ?? []).filter(({ reason }) => reason !== null).length;
  return [
    ...rows,
    isDryRun ? `${total} (dry run: nothing was written)` : total,
    ...(doubts === 0 || isDryRun ? [] : [`${doubts} of the written to be looked at`]),
    ...(left === 0 ? [] : [`stopped before ${left} files: the same command goes on from here`]),
    ...(isDryRun || (doubts === 0 && !groups.has('needs review'))
      ? []
      : ['next: `npm run review`, then `npm run check`']),
  ].join('\n');
}

function wordOf({ outcome, reason }: IngestOutcome): Word {
  if (outcome === 'review') return 'needs review';
  return outcome === 'written' && reason === UNCHANGED ? 'unchanged' : outcome;
}

function isClean({ outcome, reason }: IngestOutcome): boolean {
  return outcome === 'written' && (reason === null || reason === UNCHANGED);
}

function formatRow(word: Word, { file, code, reason, path }: IngestOutcome): string {
  const why = word === 'unchanged' ? null : reason;
  return [
    word.padEnd(12),
    file,
    path === null ? '' : `→ ${path}`,
    [code, why].filter((part) => part !== null).join(' '),
  ]
    .filter((part) => part !== '')
    .join('  ');
}
