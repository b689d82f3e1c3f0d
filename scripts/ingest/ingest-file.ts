import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diffArrays } from 'diff';
import type { Given } from '../../src/archive/describe/description.ts';
import { ArchiveError } from '../../src/archive/error/archive-error.ts';
import { isRevision } from '../../src/archive/fidelity/is-revision.ts';
import { printedText } from '../../src/archive/outline/printed-text.ts';
import type { Frontmatter } from '../../src/archive/report/frontmatter.ts';
import type { ReportFile } from '../../src/markdown/report-file.ts';
import { compileReport } from '../build/compile/compile-report.ts';
import type { Vocabularies } from '../content/read-vocabularies.ts';
import { extract } from './extract.ts';
import { type FiledReport, fileReport } from './file-report.ts';
import { type FiledBefore, findFiled } from './find-filed.ts';
import { findKeptSource } from './find-kept-source.ts';
import type { IngestCode } from './ingest-codes.ts';
import type { IngestedReport, IngestOutcome } from './ingest-outcome.ts';
import { type Placed, placeReport, type ReportPlace } from './place-report.ts';
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
  const open = missing(filed);
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
      const { code, reason, hint } = revised(nearest, filed);
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
  const place = freePlace(description, before, name);
  const report = {
    frontmatter: frontmatterOf(filed, description, place, { sha256, extension, url: given.url }),
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

interface Missing {
  readonly code: IngestCode;
  readonly reason: string;
  readonly hint: string;
}

function isRevised(held: FiledBefore, { body }: FiledReport, url: string | undefined): boolean {
  const isSamePage = url !== undefined && url === held.report.frontmatter.source.url;
  return isRevision(printedText(held.report.body), printedText(body), { isSamePage });
}

function revised(held: FiledBefore, { body }: FiledReport): Missing {
  const paragraphs = [held.report.body, body].map((one) => printedText(one).split('\n'));
  const runs = diffArrays(paragraphs[0] ?? [], paragraphs[1] ?? []);
  const isChange = (at: number): boolean => runs[at]?.added === true || runs[at]?.removed === true;
  const places = runs.filter((_, at) => isChange(at) && !isChange(at - 1)).length;
  return {
    code: 'i-024',
    reason: `Unexpected words in ${places} ${places === 1 ? 'place' : 'places'}, expected those of ${held.path}`,
    hint: '`npm run review` takes it as a new version, or as another source of the same document',
  };
}

const LEAST_SURE = 0.3;

function missing({ description }: FiledReport): Missing | undefined {
  const { place, year } = description;
  if (place === undefined || place.confidence < LEAST_SURE) {
    const found =
      place === undefined
        ? 'none'
        : `\`${place.value.region.name}\` (${place.confidence.toFixed(2)})`;
    return {
      code: 'i-011',
      reason: `Unexpected place ${found}, expected one that the document or its page tells`,
      hint: 'give it with --region CODE, or the page’s address with --url',
    };
  }
  if (year === undefined || year.confidence <= LEAST_SURE)
    return {
      code: 'i-012',
      reason: 'Unexpected absence of a report year, expected one in title, text or dates',
      hint: 'give it with --year YEAR',
    };
  return undefined;
}

function missingTitle(): Missing {
  return {
    code: 'i-013',
    reason: 'Unexpected absence of a title, expected one that the page prints',
    hint: 'only a yearly report’s title can be supplied; give the kind with --kind annual',
  };
}

/** The place for a new report: the first of its kind, or the next number; a year has one annual report. */
function freePlace(description: Placed, before: readonly FiledBefore[], name: string): ReportPlace {
  const taken = new Map(before.map(({ path: file, report }) => [report.frontmatter.id, file]));
  const first = placeReport(description);
  const holder = taken.get(first.id);
  if (holder === undefined) return first;
  if (description.kind.value === 'annual')
    throw new ArchiveError({
      place: { file: name },
      code: 'i-020' satisfies IngestCode,
      text: `Unexpected second annual report of ${first.id}, expected none: \`${holder}\` has another text`,
      hint: 'where it is another document give --kind other; where it is a better copy, put it in place of the old one by hand',
    });
  for (let n = 2; ; n++) {
    const next = placeReport(description, n);
    if (!taken.has(next.id)) return next;
  }
}

function frontmatterOf(
  filed: FiledReport,
  description: Placed,
  { id, stem }: ReportPlace,
  source: { readonly sha256: string; readonly extension: string; readonly url: string | undefined },
): Frontmatter {
  const { place, issuer, kind, year, title } = description;
  return {
    id,
    kind: kind.value,
    title: title?.value ?? '',
    altTitles: [...description.altTitles],
    issuer: issuer.value,
    region: place.value.region.code,
    year: year.value,
    published: description.published?.value ?? null,
    republished: description.republished?.value ?? null,
    signed: description.signed?.value ?? null,
    addressee: description.addressee?.value ?? null,
    cc: description.cc?.value ?? null,
    signature: [...(description.signature?.value ?? [])],
    docNo: description.docNo?.value ?? null,
    basis: filed.basis,
    source: {
      url: source.url ?? null,
      archived: null,
      file: `sources/${stem}.${source.extension}`,
      sha256: source.sha256,
      retrieved: null,
      omitted: [...filed.omitted],
    },
    version: 1,
    themes: [],
    corrections: [],
    review: [...filed.review],
  };
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
