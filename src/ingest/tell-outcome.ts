import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseReportFile, type ReportFile } from '../report/file/report-file.ts';
import type { Report } from '../report/report.ts';
import { compileReport } from '../vocabulary/compile-report.ts';
import type { Vocabularies } from '../vocabulary/vocabularies.ts';
import type { ReportDraft } from './filing/draft-report.ts';
import type { IngestOutcome } from './ingest-outcome.ts';

/** A report as told at ingest: what the archive works out from other reports is left out. */
export type IngestedReport = Omit<Report, 'url' | 'timeliness' | 'observations' | 'related'>;

/** One line of `--json`. */
export interface ToldOutcome
  extends Pick<IngestOutcome, 'file' | 'outcome' | 'code' | 'reason' | 'path' | 'confidence'> {
  readonly report: IngestedReport | Partial<IngestedReport> | null;
}

/**
 * Tells what became of a file, as programs are told it: with the report as report.json has it, or
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
  return parseReportFile(await readFile(path.join(contentDir, file), 'utf8'), file);
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
