import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readAnchorRecord } from '../../content/anchor-records.ts';
import { writeWhole } from '../../content/write-whole.ts';
import {
  formatReportFile,
  type ReportFile,
  readFrontmatter,
} from '../../report/file/report-file.ts';
import type { ReviewEntry } from '../../report/frontmatter.ts';
import type { Vocabularies } from '../../vocabulary/compile-report.ts';
import type { Description, Given } from '../describe/description.ts';
import { refusal } from '../ingest-codes.ts';
import type { ReadSource } from '../read-source.ts';
import type { ReportDraft } from './draft-report.ts';
import { describeRevision, type FiledBefore, findFiled, isRevised } from './find-filed.ts';
import type { HeldSource, HeldSources } from './held-sources.ts';
import { keepRecognised } from './kept-transcripts.ts';
import {
  draftOfPictures,
  findMissing,
  type Missing,
  missingTitle,
  removeReview,
  writeReview,
} from './leave-to-review.ts';
import { nameDoubts } from './name-doubts.ts';
import { type Identified, newReport } from './new-report.ts';
import { writeReport, writeSecondSource } from './write-report.ts';

/** Where ingest writes, and what it goes by. */
export interface IngestContext {
  readonly contentDir: string;
  readonly vocabularies: Vocabularies;
  readonly given: Given;
  readonly isDryRun: boolean;
  /** The day, as `2026-11-22`: a new report says when it came into the archive. */
  readonly today?: string | undefined;
  /** Path of a report under the content directory that this one takes the place of. */
  readonly insteadOf?: string | undefined;
}

/** The same, with what the content directory holds so far. */
export interface SettleContext extends IngestContext {
  readonly held: HeldSources;
}

/** What became of a source file. */
export interface IngestOutcome {
  /** As the caller named it. */
  readonly file: string;
  readonly outcome: 'written' | 'review' | 'duplicate' | 'refused';
  readonly code: string | null;
  readonly reason: string | null;
  /** Where it lies now, under the content directory; for a duplicate the report it is one of. */
  readonly path: string | null;
  readonly confidence: Readonly<Record<string, number>>;
  /** The report as filed; where there is none, it is the one that stands at `path`. */
  readonly report?: ReportFile | undefined;
  /** What was found of a document that cannot be filed yet. */
  readonly found?: ReportDraft | undefined;
}

/** The reason of an outcome where the archive holds the file's bytes as they are. */
export const UNCHANGED = 'unchanged: it was ingested before';

/** Two texts as alike as this are one document. */
const DUPLICATE = 0.8;
/** Two annual reports as alike as this are one, written anew. */
const REWRITTEN = 0.4;

/**
 * Decide what becomes of a source that was read, by what the archive holds: a new report, another
 * source of one, a question to an editor, or nothing. What it decides rests on the sources settled
 * before it, so that they are settled one after the other.
 *
 * @param name what the caller calls the file
 * @throws ArchiveError where the source is refused; nothing is written then
 */
export async function settleSource(
  read: ReadSource,
  name: string,
  context: SettleContext,
): Promise<IngestOutcome> {
  const settled = await decide(read, name, context);
  const { bytes, recognised } = read;
  const isKept = settled.outcome === 'written' || settled.outcome === 'review';
  if (recognised !== undefined && isKept && !context.isDryRun)
    await keepRecognised(context.contentDir, bytes, recognised);
  if (settled.outcome !== 'review' && !context.isDryRun)
    await removeReview(context.contentDir, read.sha256);
  return settled;
}

async function decide(
  read: ReadSource,
  name: string,
  context: SettleContext,
): Promise<IngestOutcome> {
  const { contentDir, held, insteadOf } = context;
  const same = await held.find(read.bytes);
  if (same !== undefined && same.report !== insteadOf) return settleHeld(same, name, context);

  const { description, body } = read.draft;
  const missing = findMissing(read.draft);
  if (missing !== undefined) return leaveToReview(read, name, context, missing);
  if (!isIdentified(description)) return leaveToReview(read, name, context, missingTitle());
  if (read.isRecognised && context.given.isConfirmed !== true)
    return leaveToReview(read, name, context, draftOfPictures(read.bytes));

  const identity = { code: description.region.value.region.code, year: description.year.value };
  const filed = await findFiled(contentDir, identity, { sha256: read.sha256, body });
  const before = filed.filter((one) => one.path !== insteadOf);
  const [nearest] = before;
  return nearest !== undefined && isLike(nearest, description, read.url)
    ? settleLike(read, name, context, nearest)
    : writeNew(read, name, context, { description, before });
}

/**
 * Whether a document is one that is held, or another text of it: a year's annual report that is half
 * the same, or stands on the page of the one that is held, was written anew.
 */
function isLike(
  { likeness, report: { frontmatter } }: FiledBefore,
  { kind }: Identified,
  url: string | undefined,
): boolean {
  if (likeness >= DUPLICATE) return true;
  const areAnnual = kind.value === 'annual' && frontmatter.kind === 'annual';
  const isSamePage = url !== undefined && url === frontmatter.source.url;
  return areAnnual && (likeness >= REWRITTEN || isSamePage);
}

function isIdentified(description: Description): description is Identified {
  const { region, issuer, kind, year, title } = description;
  return [region, issuer, kind, year, title].every((found) => found !== undefined);
}

async function leaveToReview(
  read: ReadSource,
  name: string,
  { contentDir, isDryRun }: SettleContext,
  why: Missing,
): Promise<IngestOutcome> {
  const { draft } = read;
  return {
    file: name,
    outcome: 'review',
    code: why.code,
    reason: `${why.reason}; ${why.hint}`,
    path: await writeReview(contentDir, { ...read, ...why, name }, isDryRun),
    found: draft,
    confidence: draft.confidence,
  };
}

/** A document much like one that is held: the same, from another place, or another text of it. */
async function settleLike(
  read: ReadSource,
  name: string,
  context: SettleContext,
  nearest: FiledBefore,
): Promise<IngestOutcome> {
  const { contentDir, held, isDryRun } = context;
  const told = {
    file: name,
    code: null,
    report: nearest.report,
    confidence: read.draft.confidence,
  };
  if (nearest.isSame) return { ...told, outcome: 'written', reason: UNCHANGED, path: nearest.path };
  if (isRevised(nearest, read.draft, read.url)) {
    const { code, reason, hint } = describeRevision(nearest, read.draft);
    const unfiled = { ...read, code, reason, hint, name, of: nearest.path };
    const target = await writeReview(contentDir, unfiled, isDryRun);
    return { ...told, outcome: 'review', code, reason: `${reason}; ${hint}`, path: target };
  }
  const first = nearest.report.frontmatter.source.file;
  const second = await writeSecondSource(contentDir, first, read.bytes, read.extension, isDryRun);
  if (!isDryRun) held.add(second, read.bytes.length);
  const offers = offersOf(nearest.report, read, second);
  if (!isDryRun && offers.length > 0) await writeOffers(contentDir, nearest, offers);
  const offered = offers.map(({ field }) => field).join(', ');
  const reason = `the same document as ${nearest.path}; kept as a second source ${second}${
    offered === '' ? '' : `; it offers what that lacks, to be reviewed: ${offered}`
  }`;
  return { ...told, outcome: 'duplicate', reason, path: nearest.path };
}

/** List what a second source says and the report lacks: an editor decides whether to take it. */
function offersOf(
  { frontmatter: { published, source, review } }: ReportFile,
  { url, draft }: ReadSource,
  second: string,
): ReviewEntry[] {
  const found = draft.description.published;
  const offer = (field: string, value: string): ReviewEntry[] =>
    review.some((entry) => entry.field === field)
      ? []
      : [{ field, value, confidence: OFFERED, evidence: `another source says so: ${second}` }];
  return [
    ...(published === null && found !== undefined ? offer('published', found.value) : []),
    ...(source.url === null && url !== undefined ? offer('url', url) : []),
  ];
}

/** How sure it is that what a second source says of its own posting holds for the report. */
const OFFERED = 0.5;

async function writeOffers(
  contentDir: string,
  { path: file, report: { frontmatter, body } }: FiledBefore,
  offers: readonly ReviewEntry[],
): Promise<void> {
  const review = [...frontmatter.review, ...offers];
  const text = formatReportFile({ frontmatter: { ...frontmatter, review }, body });
  await writeWhole(path.join(contentDir, file), text);
}

async function writeNew(
  read: ReadSource,
  name: string,
  context: SettleContext,
  { description, before }: { description: Identified; before: readonly FiledBefore[] },
): Promise<IngestOutcome> {
  const { contentDir, held, isDryRun, insteadOf } = context;
  const { bytes, draft } = read;
  const { report, stem } = newReport(read, description, before, context.today);
  const record = await readAnchorRecord(contentDir, `anchors/${stem}.json`);
  if (record?.departed !== undefined && insteadOf !== `reports/${stem}.md`)
    return leaveToReview(read, name, context, {
      code: 'i-028',
      reason: `Unexpected return of ${report.frontmatter.id}, expected it to stay away: ${record.departed.why}`,
      hint: `where it is to come back, take \`departed\` out of anchors/${stem}.json and ingest it again`,
    });
  const target = await writeReport(
    contentDir,
    { report, stem, bytes, replaces: insteadOf },
    name,
    isDryRun,
  );
  if (!isDryRun) held.add(report.frontmatter.source.file, bytes.length);
  const doubts = nameDoubts(report.frontmatter.review);
  return {
    file: name,
    code: null,
    outcome: 'written',
    reason: doubts === '' ? null : `to be looked at: ${doubts}`,
    path: target,
    report,
    confidence: draft.confidence,
  };
}

/**
 * Say what is held of a file whose bytes the archive has: nothing is done again, so that a batch
 * that was stopped goes on where it was, and what editors decided since stands.
 *
 * @param name what the caller calls the file
 * @throws ArchiveError `i-026` where the caller says another place, year or kind than the archive has
 */
export async function settleHeld(
  { source, report: file }: HeldSource,
  name: string,
  { contentDir, given }: IngestContext,
): Promise<IngestOutcome> {
  const { data } = readFrontmatter(await readFile(path.join(contentDir, file), 'utf8'), file);
  for (const field of ['region', 'year', 'kind'] as const)
    if (given[field] !== undefined && given[field] !== data[field])
      throw refusal(
        'i-026',
        name,
        `Unexpected ${field} \`${given[field]}\` for a source of ${file}, expected \`${data[field]}\``,
        'a report is moved by an editor: mend it there, or take the report and its source out and ingest again',
      );
  const isOwn = isSnapshot(data['source'], source);
  return {
    file: name,
    outcome: isOwn ? 'written' : 'duplicate',
    code: null,
    reason: isOwn ? UNCHANGED : `the same bytes as ${source}, which is kept with ${file}`,
    path: file,
    confidence: {},
  };
}

function isSnapshot(said: unknown, source: string): boolean {
  return typeof said === 'object' && said !== null && 'file' in said && said.file === source;
}
