import type { ReviewEntry } from '../../report/frontmatter.ts';
import type { SettleContext } from '../ingest-context.ts';
import { type IngestOutcome, UNCHANGED } from '../ingest-outcome.ts';
import type { ReadSource } from '../read-source.ts';
import { choosePlace } from './choose-place.ts';
import type { ReportDraft } from './draft-report.ts';
import { type FiledBefore, findFiled } from './find-filed.ts';
import { findMissing, type Missing, missingTitle } from './find-missing.ts';
import { describeRevision, isRevised } from './find-revision.ts';
import { writeReview } from './leave-to-review.ts';
import { makeFrontmatter } from './new-report.ts';
import type { Placed, ReportPlace } from './place-report.ts';
import { removeReview } from './remove-review.ts';
import { settleHeld } from './settle-held.ts';
import { writeReport, writeSecondSource } from './write-report.ts';

/** Two texts as alike as this are one document. */
const DUPLICATE = 0.8;
/** Two annual reports as alike as this are one, written anew. */
const REWRITTEN = 0.4;

/**
 * Decides what becomes of a source that was read, by what the archive holds: a new report, another
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

  const { description, body } = read.filed;
  const missing = findMissing(read.filed);
  if (missing !== undefined) return leaveToReview(read, name, context, missing);
  if (!isPlaced(description) || description.title === undefined)
    return leaveToReview(read, name, context, missingTitle());

  const place = { code: description.place.value.region.code, year: description.year.value };
  const filed = await findFiled(contentDir, place, { sha256: read.sha256, body });
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
  { kind }: Placed,
  url: string | undefined,
): boolean {
  if (likeness >= DUPLICATE) return true;
  const areAnnual = kind.value === 'annual' && frontmatter.kind === 'annual';
  const isSamePage = url !== undefined && url === frontmatter.source.url;
  return areAnnual && (likeness >= REWRITTEN || isSamePage);
}

/** A place has one annual report a year, as a rule: an editor looks at a second one. */
function doubtSecond({ identity, id }: ReportPlace): ReviewEntry[] {
  if (identity.kind !== 'annual' || identity.n === undefined) return [];
  const evidence = 'another annual report of the place and year is held';
  return [{ field: 'id', value: id, confidence: 0.5, evidence }];
}

function isPlaced(description: ReportDraft['description']): description is Placed {
  const { place, issuer, kind, year } = description;
  return place !== undefined && issuer !== undefined && kind !== undefined && year !== undefined;
}

async function leaveToReview(
  read: ReadSource,
  name: string,
  { contentDir, isDryRun }: SettleContext,
  why: Missing,
): Promise<IngestOutcome> {
  const { filed } = read;
  return {
    file: name,
    outcome: 'review',
    code: why.code,
    reason: `${why.reason}; ${why.hint}`,
    path: await writeReview(contentDir, { ...read, ...why }, isDryRun),
    found: filed,
    confidence: filed.confidence,
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
    confidence: read.filed.confidence,
  };
  if (nearest.isSame) return { ...told, outcome: 'written', reason: UNCHANGED, path: nearest.path };
  if (isRevised(nearest, read.filed, read.url)) {
    const { code, reason, hint } = describeRevision(nearest, read.filed);
    const unfiled = { ...read, code, reason, hint, of: nearest.path };
    const target = await writeReview(contentDir, unfiled, isDryRun);
    return { ...told, outcome: 'review', code, reason: `${reason}; ${hint}`, path: target };
  }
  const first = nearest.report.frontmatter.source.file;
  const second = await writeSecondSource(contentDir, first, read.bytes, read.extension, isDryRun);
  if (!isDryRun) held.add(second, read.bytes.length);
  const reason = `the same document as ${nearest.path}; kept as a second source ${second}`;
  return { ...told, outcome: 'duplicate', reason, path: nearest.path };
}

async function writeNew(
  read: ReadSource,
  name: string,
  context: SettleContext,
  { description, before }: { description: Placed; before: readonly FiledBefore[] },
): Promise<IngestOutcome> {
  const { contentDir, held, isDryRun } = context;
  const { filed, bytes } = read;
  const place = choosePlace(description, before);
  const frontmatter = makeFrontmatter(filed, description, place, read);
  const review = [...frontmatter.review, ...doubtSecond(place)];
  const report = {
    frontmatter: { ...frontmatter, review },
    body: filed.body,
  };
  const target = await writeReport(contentDir, { report, stem: place.stem, bytes }, name, isDryRun);
  if (!isDryRun) held.add(report.frontmatter.source.file, bytes.length);
  const doubts = review.map(({ field }) => field).join(', ');
  return {
    file: name,
    code: null,
    outcome: 'written',
    reason: doubts === '' ? null : `to be looked at: ${doubts}`,
    path: target,
    report,
    confidence: filed.confidence,
  };
}
