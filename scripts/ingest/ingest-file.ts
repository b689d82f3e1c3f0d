import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Given } from '../../src/archive/describe/description.ts';
import { ArchiveError } from '../../src/archive/error/archive-error.ts';
import type { ReportFile } from '../../src/markdown/report-file.ts';
import { compileReport } from '../build/compile/compile-report.ts';
import type { Vocabularies } from '../content/read-vocabularies.ts';
import { choosePlace } from './choose-place.ts';
import { extract } from './extract.ts';
import { type FiledReport, fileReport } from './file-report.ts';
import { findFiled } from './find-filed.ts';
import { findKeptSource } from './find-kept-source.ts';
import { findMissing, missingTitle } from './find-missing.ts';
import { describeRevision, isRevised } from './find-revision.ts';
import type { IngestCode } from './ingest-codes.ts';
import type { IngestedReport, IngestOutcome } from './ingest-outcome.ts';
import { makeFrontmatter } from './make-frontmatter.ts';
import type { Placed } from './place-report.ts';
import { writeReport, writeSecondSource } from './write-report.ts';
import { writeReview } from './write-review.ts';

/** Where ingest writes, and what it goes by. */
export interface IngestContext {
  readonly contentDir: string;
  readonly vocabularies: Vocabularies;
  readonly given: Given;
  readonly isDryRun: boolean;
  /** Path of a report under the content directory that this one takes the place of. */
  readonly insteadOf?: string | undefined;
}

/** Two texts as alike as this are one document. */
const DUPLICATE = 0.8;

/**
 * Takes one source file into the archive: read, extract, describe, outline, prove, write.
 * Nothing is overwritten, and nothing is written where anything fails.
 *
 * @param source absolute path
 * @param name what the caller calls the file
 */
export async function ingestFile(
  source: string,
  name: string,
  context: IngestContext,
): Promise<IngestOutcome> {
  try {
    const bytes = await readSource(source, name);
    const extracted = await extract(bytes, name);
    const filed = fileReport(extracted, context.vocabularies.regions, context.given, name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return await settle({ name, bytes, sha256, extension: extracted.extension, filed }, context);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const { code, message, place, hint } = error;
    const where = place.line === undefined ? '' : `line ${place.line}: `;
    return {
      file: name,
      outcome: 'refused',
      code,
      reason: `${where}${message}${hint === undefined ? '' : `; ${hint}`}`,
      path: null,
      report: null,
      confidence: {},
    };
  }
}

interface ReadSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly extension: string;
  readonly filed: FiledReport;
}

async function readSource(source: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(source);
  } catch (cause) {
    throw new ArchiveError(
      {
        place: { file: name },
        code: 'i-004' satisfies IngestCode,
        text: `Unexpected file that cannot be read (${cause instanceof Error ? cause.message.split(',')[0] : String(cause)}), expected a readable file`,
        hint: 'check the path and the permissions',
      },
      cause,
    );
  }
}

/** Decides what becomes of a document that was read. */
async function settle(read: ReadSource, context: IngestContext): Promise<IngestOutcome> {
  const { name, bytes, sha256, extension, filed } = read;
  const { contentDir, isDryRun, given } = context;
  const { description, confidence } = filed;
  const open = findMissing(filed);
  if (open !== undefined || !isPlaced(description) || description.title === undefined) {
    const why = open ?? missingTitle();
    const target = await writeReview(
      contentDir,
      { ...why, filed, bytes, sha256, extension, url: given.url },
      isDryRun,
    );
    return {
      file: name,
      outcome: 'review',
      code: why.code,
      reason: `${why.reason}; ${why.hint}`,
      path: target,
      report: partial(filed),
      confidence,
    };
  }
  const filedBefore = await findFiled(
    contentDir,
    { code: description.place.value.region.code, year: description.year.value },
    { sha256, body: filed.body },
  );
  const before = filedBefore.filter((one) => one.path !== context.insteadOf);
  const outcome = (
    rest: Pick<IngestOutcome, 'outcome' | 'code' | 'reason' | 'path'>,
    report: ReportFile | null,
  ): IngestOutcome => ({
    file: name,
    ...rest,
    report: report === null ? null : ingested(report, context.vocabularies, name),
    confidence,
  });
  const [nearest] = before;
  if (nearest?.isSame)
    return outcome(
      {
        outcome: 'written',
        code: null,
        reason: 'unchanged: it was ingested before',
        path: nearest.path,
      },
      nearest.report,
    );
  for (const { path: file, report } of before) {
    const kept = await findKeptSource(contentDir, report.frontmatter.source.file, bytes);
    if (kept === undefined) continue;
    const reason = `the same bytes as ${kept}, which is kept with ${file}`;
    return outcome({ outcome: 'duplicate', code: null, reason, path: file }, report);
  }
  if (nearest !== undefined && nearest.likeness >= DUPLICATE) {
    if (isRevised(nearest, filed, given.url)) {
      const { code, reason, hint } = describeRevision(nearest, filed);
      const unfiled = { filed, bytes, sha256, extension, url: given.url, of: nearest.path };
      const target = await writeReview(contentDir, { code, reason, hint, ...unfiled }, isDryRun);
      const why = `${reason}; ${hint}`;
      return outcome({ outcome: 'review', code, reason: why, path: target }, nearest.report);
    }
    const second = await writeSecondSource(
      contentDir,
      nearest.report.frontmatter.source.file,
      bytes,
      extension,
      isDryRun,
    );
    return outcome(
      {
        outcome: 'duplicate',
        code: null,
        reason: `the same document as ${nearest.path}; kept as a second source ${second}`,
        path: nearest.path,
      },
      nearest.report,
    );
  }
  const place = choosePlace(description, before, name);
  const report = {
    frontmatter: makeFrontmatter(filed, description, place, { sha256, extension, url: given.url }),
    body: filed.body,
  };
  const target = await writeReport(contentDir, { report, stem: place.stem, bytes }, name, isDryRun);
  const doubts = filed.review.map(({ field }) => field).join(', ');
  return outcome(
    {
      outcome: 'written',
      code: null,
      reason: doubts === '' ? null : `to be looked at: ${doubts}`,
      path: target,
    },
    report,
  );
}

function isPlaced(description: FiledReport['description']): description is Placed {
  const { place, issuer, kind, year } = description;
  return place !== undefined && issuer !== undefined && kind !== undefined && year !== undefined;
}

function ingested(report: ReportFile, vocabularies: Vocabularies, file: string): IngestedReport {
  const { url, timeliness, observations, related, ...rest } = compileReport(
    report,
    file,
    undefined,
    vocabularies,
  );
  return rest;
}

/** What was found of a document that cannot be filed yet. */
function partial({ description, basis }: FiledReport): Partial<IngestedReport> {
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

/** Gives a file's name as messages call it. */
export function nameFrom(from: string, file: string): string {
  return path.relative(from, file) || file;
}
