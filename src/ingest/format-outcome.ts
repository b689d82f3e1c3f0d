import { visible } from '../report/characters/visible.ts';
import type { ReportFile } from '../report/file/report-file.ts';
import type { ReviewEntry } from '../report/frontmatter.ts';
import { type Basis, type BasisField, basisFields, type Omission } from '../report/report.ts';
import {
  type BodyParagraph,
  type BodySection,
  paragraphText,
  type ReportBody,
} from '../report/report-body.ts';
import type { RegionTable } from '../vocabulary/region/region.ts';
import { regionPath } from '../vocabulary/region/region-tree.ts';
import type { ReportDraft } from './filing/draft-report.ts';
import type { IngestOutcome } from './filing/settle-source.ts';

const LABEL_WIDTH = 12;
const LONGEST = 72;
/** So many left-out lines and doubts are shown; an editor who wants all reads the file. */
const MOST_SHOWN = 40;

/** What a dry run shows of a document, however far ingest came with it. */
interface Shown {
  readonly values: Readonly<Partial<Record<BasisField, string>>>;
  readonly basis: Basis;
  readonly body: ReportBody;
  readonly omitted: readonly Omission[];
  readonly review: readonly ReviewEntry[];
}

/**
 * Format what ingest made of a file, for an editor to judge before it is written: each described
 * field with its basis and how sure it is, the outline, what was left out, and every doubt.
 *
 * @returns lines; what became of the file alone, where it was refused
 */
export function formatOutcome(outcome: IngestOutcome, regions: RegionTable): string {
  const { file, path, reason, code, confidence } = outcome;
  const head = [
    '',
    `${file}: ${WORDS[outcome.outcome]}${path === null ? '' : ` → ${path}`}`,
    ...(reason === null ? [] : [`  ${[code, reason].filter(Boolean).join(' ')}`]),
  ];
  const shown = shownOf(outcome, regions);
  if (shown === undefined) return visible(head.join('\n'));
  const fields = basisFields.flatMap((field) => {
    const value = shown.values[field];
    if (value === undefined) return [];
    const sure = confidence[field];
    const how = [shown.basis[field], sure?.toFixed(2)].filter(Boolean).join(', ');
    return row(field, `${value}${how === '' ? '' : `  (${how})`}`);
  });
  return visible(
    [
      ...head,
      ...fields,
      ...row('outline', countBody(shown.body)),
      ...formatOutline(shown.body),
      ...row('left out', count(shown.omitted.length, 'line')),
      ...limit(shown.omitted.map(formatOmission)),
      ...row('doubts', shown.review.length === 0 ? 'none' : `${shown.review.length}`),
      ...limit(shown.review.map(formatDoubt)),
    ].join('\n'),
  );
}

const WORDS: Readonly<Record<IngestOutcome['outcome'], string>> = {
  written: 'would be written',
  review: 'would be left to review',
  duplicate: 'is one that is held',
  refused: 'refused',
};

function shownOf(
  { report, found, outcome }: IngestOutcome,
  regions: RegionTable,
): Shown | undefined {
  if (found !== undefined) return ofDraft(found, regions);
  return report === undefined || outcome === 'duplicate' ? undefined : ofReport(report, regions);
}

function ofReport({ frontmatter, body }: ReportFile, regions: RegionTable): Shown {
  const { basis, source, review, region, township } = frontmatter;
  const values: Record<string, string> = {};
  for (const field of basisFields) {
    const value = String(frontmatter[field] ?? '');
    if (value !== '') values[field] = value;
  }
  values['region'] = placeOf(region, township, regions);
  return { values, basis, body, omitted: source.omitted, review };
}

function ofDraft({ description, basis, body, omitted, review }: ReportDraft, regions: RegionTable) {
  const values: Record<string, string> = {};
  for (const field of basisFields) {
    const value = description[field]?.value;
    if (value !== undefined) values[field] = String(value);
  }
  const place = description.region?.value;
  if (place !== undefined)
    values['region'] = placeOf(place.region.code, place.township ?? undefined, regions);
  return { values, basis, body, omitted, review };
}

function placeOf(code: string, township: string | undefined, regions: RegionTable): string {
  const names = regionPath(regions, code).map(({ name }) => name);
  return `${code} ${names.join('')}${township ?? ''}`;
}

function row(label: string, text: string): string[] {
  return [`  ${label.padEnd(LABEL_WIDTH)}${text}`];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function countBody({ opening, sections, closing }: ReportBody): string {
  const inAll = (all: readonly BodySection[]): number =>
    all.reduce((sum, one) => sum + one.paragraphs.length + inAll(one.sections), 0);
  const paragraphs = opening.length + inAll(sections) + closing.flat().length;
  return `${count(sections.length, 'part')}, ${count(paragraphs, 'paragraph')}`;
}

function formatOutline({ opening, sections, closing }: ReportBody): string[] {
  const indent = (depth: number) => ' '.repeat(LABEL_WIDTH + 2 + depth * 2);
  const lines = (all: readonly BodySection[], depth: number): string[] =>
    all.flatMap(({ label, heading, paragraphs, sections: below }) => [
      `${indent(depth)}${shorten(`${label ?? ''}${heading}`)}${paragraphs.length === 0 ? '' : `  [${paragraphs.length}]`}`,
      ...lines(below, depth + 1),
    ]);
  const unheaded = (name: string, texts: readonly BodyParagraph[]) =>
    texts.length === 0
      ? []
      : [`${indent(0)}${name}: ${shorten(paragraphText(texts[0] ?? ''))}  [${texts.length}]`];
  return [
    ...unheaded('opening', opening),
    ...lines(sections, 0),
    ...closing.flatMap((texts) => unheaded('closing', texts)),
  ];
}

function formatOmission({ line, text, why, fields }: Omission): string {
  const what = fields === undefined || fields.length === 0 ? why : fields.join(', ');
  return `    line ${line}  ${what}: ${shorten(text)}`;
}

function formatDoubt({ field, value, confidence, evidence }: ReviewEntry): string {
  const what = value === null ? field : `${field}: ${shorten(value)}`;
  return `    ${what}  (${confidence.toFixed(2)})  ${shorten(evidence)}`;
}

function limit(lines: readonly string[]): string[] {
  const rest = lines.length - MOST_SHOWN;
  return rest > 0 ? [...lines.slice(0, MOST_SHOWN), `    … and ${rest} more`] : [...lines];
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
