import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError } from '../report/archive-error.ts';
import { visible } from '../report/characters/visible.ts';
import { parseReportFile, type ReportFile } from '../report/file/report-file.ts';
import type { Report } from '../report/report.ts';
import { compileReport, type Vocabularies } from '../vocabulary/compile-report.ts';
import type { ReportDraft } from './filing/draft-report.ts';
import { type IngestOutcome, UNCHANGED } from './filing/settle-source.ts';

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

/** Format what became of each file as a table, how many of each there were, and what to do next. */
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
  const lines = [
    ...rows,
    isDryRun ? `${total} (dry run: nothing was written)` : total,
    ...(doubts === 0 || isDryRun ? [] : [`${doubts} of the written to be looked at`]),
    ...(left === 0 ? [] : [`stopped before ${left} files: the same command goes on from here`]),
    ...(isDryRun || (doubts === 0 && !groups.has('needs review'))
      ? []
      : ['next: `npm run review`, then `npm run check`']),
  ];
  return visible(lines.join('\n'));
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

/** A report as told at ingest: what the archive works out from other reports is left out. */
export type IngestedReport = Omit<Report, 'url' | 'timeliness' | 'observations' | 'related'>;

/** One line of `--json`. */
export interface ToldOutcome
  extends Pick<IngestOutcome, 'file' | 'outcome' | 'code' | 'reason' | 'path' | 'confidence'> {
  readonly report: IngestedReport | Partial<IngestedReport> | null;
}

/**
 * Tell what became of a file, as programs are told it: with the report as report.json has it, or
 * what was found of it.
 */
export async function tellOutcome(
  { file, outcome, code, reason, path: at, confidence, report, found }: IngestOutcome,
  contentDir: string,
  vocabularies: Vocabularies,
): Promise<ToldOutcome> {
  const filed = report ?? (found === undefined ? await readAt(contentDir, at) : undefined);
  const told = filed === undefined ? undefined : ingestedReport(filed, at ?? '', vocabularies);
  return {
    ...{ file, outcome, code, reason, path: at },
    report: told ?? (found === undefined ? null : unfiledReport(found)),
    confidence,
  };
}

async function readAt(contentDir: string, file: string | null): Promise<ReportFile | undefined> {
  if (file === null) return undefined;
  const text = await readFile(path.join(contentDir, file), 'utf8');
  try {
    return parseReportFile(text, file);
  } catch (error) {
    // What is wrong with a report that is held is for the check to say.
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}

function ingestedReport(
  report: ReportFile,
  file: string,
  vocabularies: Vocabularies,
): IngestedReport {
  const compiled = compileReport(report, file, undefined, vocabularies);
  const { url, timeliness, observations, related, ...rest } = compiled;
  return rest;
}

function unfiledReport({ description, basis }: ReportDraft): Partial<IngestedReport> {
  const { title, issuer, kind, year } = description;
  return {
    ...(title === undefined ? {} : { title: title.value }),
    ...(issuer === undefined ? {} : { issuer: issuer.value }),
    ...(kind === undefined ? {} : { kind: kind.value }),
    ...(year === undefined ? {} : { year: year.value }),
    altTitles: [...description.altTitles],
    published: description.published?.value ?? null,
    signed: description.signed?.value ?? null,
    basis,
  };
}
