import { applyPatch, createPatch } from 'diff';
import { formatReportBody, parseReportBody } from '../../report/file/body-markdown.ts';
import type { ReportFile } from '../../report/file/report-file.ts';
import type { Frontmatter, ReviewEntry } from '../../report/frontmatter.ts';
import { type Basis, type BasisField, basisFields } from '../../report/report.ts';
import type { ReportBody } from '../../report/report-body.ts';
import type { ReportDraft } from './draft-report.ts';

/** Three states of a report: what the machine made of its old source, what editors made of that, and
 *  what the machine makes of the new source. */
export interface ThreeStates {
  readonly base: ReportDraft;
  readonly ours: ReportFile;
  readonly theirs: ReportDraft;
}

/** The fields that a new source may say otherwise; place, year and kind are the report's identity. */
const FIELDS = [
  ...(['title', 'altTitles', 'issuer', 'published', 'republished', 'signed'] as const),
  ...(['addressee', 'cc', 'signature', 'docNo'] as const),
];
type MergedField = (typeof FIELDS)[number];

/** What a new version takes over, and where editor and new source are at odds. */
export interface MergedFields {
  readonly fields: Pick<Frontmatter, MergedField>;
  readonly basis: Basis;
  readonly review: readonly ReviewEntry[];
}

/**
 * Merges the described fields: what editors decided stays, what the new source says anew comes in,
 * and where both changed the editor's word stays with a doubt that names the other.
 *
 * What is doubtful of the new source is looked at like that of any source, and what nobody has
 * settled yet stays open.
 *
 * The first publication stays the first: a later date of the new page is a republication.
 */
export function mergeFields({ base, ours, theirs }: ThreeStates): MergedFields {
  const fields: Record<string, unknown> = {};
  const basis: Basis = { ...ours.frontmatter.basis };
  const review: ReviewEntry[] = [];
  const kept = new Set<string>([...basisFields, 'id', 'url']);
  for (const field of FIELDS) {
    const [before, fresh] = [base, theirs].map((filed) => machineValue(filed, field));
    const own = ours.frontmatter[field];
    const isMachines = isSame(own, before);
    fields[field] = isMachines ? fresh : own;
    if (isMachines && field !== 'altTitles') setBasis(basis, field, theirs.basis[field]);
    if (isMachines && !isSame(fresh, before)) kept.delete(field);
    if (isMachines || isSame(fresh, before) || isSame(fresh, own)) continue;
    review.push({
      field,
      value: own === null ? null : String(own),
      confidence: 0.5,
      evidence: `an editor's; the new source says ${fresh === null ? 'nothing' : `“${fresh}”`}`,
    });
  }
  const { published } = ours.frontmatter;
  const posted = machineValue(theirs, 'published');
  if (published !== null && typeof posted === 'string' && posted > published) {
    Object.assign(fields, { published, republished: posted });
    setBasis(basis, 'published', ours.frontmatter.basis.published);
    setBasis(basis, 'republished', theirs.basis.published);
  }
  const merged = { ...ours.frontmatter, ...fields };
  review.push(
    ...theirs.review.filter(({ field }) => !kept.has(field)),
    ...ours.frontmatter.review.filter(
      ({ field }) => kept.has(field) && !review.some((one) => one.field === field),
    ),
  );
  return { fields: merged, basis, review };
}

/**
 * Carries what editors did to the outline over to the new text.
 *
 * @returns `undefined` where it does not fit there
 */
export function mergeBody({ base, ours, theirs }: ThreeStates): ReportBody | undefined {
  const [before, own, fresh] = [base.body, ours.body, theirs.body].map(formatReportBody);
  if (before === undefined || own === undefined || fresh === undefined || before === own)
    return theirs.body;
  const merged = applyPatch(fresh, createPatch('', before, own, '', '', { context: 2 }));
  if (merged === false) return undefined;
  try {
    return parseReportBody(merged, 'the merged text');
  } catch {
    return undefined;
  }
}

function machineValue({ description }: ReportDraft, field: MergedField): unknown {
  if (field === 'altTitles') return description.altTitles;
  return description[field]?.value ?? (field === 'signature' ? [] : null);
}

function setBasis(basis: Basis, field: BasisField, word: Basis[BasisField]): void {
  if (word == null) delete basis[field];
  else basis[field] = word;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
