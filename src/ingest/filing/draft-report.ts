import { addressText } from '../../report/anchor/address-body.ts';
import { legible } from '../../report/characters/legible.ts';
import type { ReviewEntry } from '../../report/frontmatter.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import { proveReport } from '../../report/prove-complete.ts';
import { type Basis, basisFields, type Omission } from '../../report/report.ts';
import type { ReportBody } from '../../report/report-body.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import { describe, listOmissions } from '../describe/describe.ts';
import type { Description, Dispute, Found, Given } from '../describe/description.ts';
import { findNearMiss } from '../describe/kind.ts';
import { readPage } from '../describe/read-page.ts';
import type { Page } from '../describe/source-page.ts';
import { type Extracted, snapshotText } from '../formats/extracted.ts';
import { refusal } from '../ingest-codes.ts';
import { assembleBody } from '../outline/assemble-body.ts';
import { listDoubts } from './list-doubts.ts';

/** A document read and described, before it has its id in the archive. */
export interface ReportDraft {
  readonly description: Description;
  readonly body: ReportBody;
  readonly omitted: readonly Omission[];
  readonly basis: Basis;
  readonly confidence: Readonly<Record<string, number>>;
  readonly review: readonly ReviewEntry[];
}

/** Under this a value is shown to an editor. */
const THRESHOLD = 0.6;
/** A value that was given, and that the document speaks against. */
const DISPUTED = 0.3;
/** A document has as many characters at least. */
const LEAST_TEXT = 100;
/** Without a title, how many lines above the text, and at its start, may name the document. */
const NEAR_TEXT = 3;
const FIRST_LINES = 8;
/** Lines that may name it, in characters. */
const SHORTEST_TITLE = 8;
const LONGEST_TITLE = 90;

/**
 * Read a document out of its page, describes it, finds its outline, and proves that no character
 * was lost.
 *
 * @param file what messages call the source
 * @throws ArchiveError `i-005` no text, `i-010` no report, `i-021` the proof fails
 */
export function draftReport(
  source: Extracted,
  regions: RegionTable,
  given: Given,
  file: string,
): ReportDraft {
  const page = readPage(source.lines);
  const lines = page.parts.flatMap(({ why, value }) => (why === 'body' ? [value ?? ''] : []));
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  const description = describe(page, regions, given, source.hints);
  const titles = titlesOf(page, description, source);
  const miss =
    given.kind === undefined ? findNearMiss({ ...titles, body: lines.map(legible) }) : undefined;
  if (miss !== undefined && (miss.isNamed || size >= LEAST_TEXT))
    throw refusal(
      'i-010',
      file,
      `Unexpected document: ${miss.what} (${miss.evidence}), expected a report on law-based government`,
      'where it is a report all the same, say so with --kind',
    );
  if (size < LEAST_TEXT)
    throw refusal(
      'i-005',
      file,
      `Unexpected page with ${size} characters of text, expected a report`,
      'the text may be in an attachment, or be loaded by a script: capture that',
    );

  const noted = assembleBody(page.parts, source.lines, { year: description.year?.value });
  const { body } = noted;
  const omitted = withRunning(listOmissions(page.parts, description), source);
  const fault = proveReport(snapshotText(source), omitted, addressText(body, undefined));
  if (fault !== undefined)
    throw refusal(
      'i-021',
      { file, line: fault.line },
      fault.text,
      'this is a fault of ingest: nothing was written; please report it with the file',
    );
  const judged = judge(description, given);
  const review = [...judged.review, ...listDoubts(source, page, { omitted, noted })];
  return { description, body, omitted, ...judged, review };
}

/** What is omitted of the document, its pictures, and what runs through its pages, in the order of the source. */
function withRunning(omitted: readonly Omission[], { lines, running = [] }: Extracted): Omission[] {
  const furniture = running.map(({ line, text }): Omission => ({ line, text, why: 'furniture' }));
  const pictures = lines.flatMap(({ line, text, picture }): Omission[] =>
    picture === undefined ? [] : [{ line, text: text.trim(), why: 'picture' }],
  );
  return [...omitted, ...furniture, ...pictures].sort((a, b) => a.line - b.line);
}

/** The title that the source prints; without one, the lines right above its text. */
function titlesOf({ parts }: Page, { title }: Description, { hints }: Extracted) {
  if (title !== undefined && title.basis !== 'editor')
    return { titles: [legible(title.value)], isTitled: true };
  const start = parts.findIndex(({ why }) => why === 'body');
  const above = parts
    .slice(0, Math.max(start, 0))
    .filter(
      ({ why, key }) =>
        why === 'navigation' ||
        (why === 'metadata' && key === 'title') ||
        (why === 'furniture' && key === undefined),
    )
    .map(({ value, text }) => legible(value ?? text))
    .filter(
      (line) =>
        line.length >= SHORTEST_TITLE && line.length <= LONGEST_TITLE && !/[>»›|]/u.test(line),
    );
  const opening = parts
    .slice(Math.max(start, 0))
    .filter(({ why }) => why === 'body')
    .slice(0, FIRST_LINES)
    .map(({ value = '' }) => legible(value));
  // A title stands above the first paragraph, and has no numeral: 一、部署全年任务 heads a part.
  const first = opening.findIndex((line) => line.length > LONGEST_TITLE || /[。：，]/u.test(line));
  const titles = [
    ...(hints.heading === undefined ? [] : [legible(hints.heading)]),
    ...above.slice(-NEAR_TEXT),
    ...opening
      .slice(0, first < 0 ? undefined : first)
      .filter((line) => readNumeral(line) === undefined),
  ];
  return { titles, isTitled: false };
}

/** The basis and confidence of each field, and what an editor is to look at. */
function judge(
  description: Description,
  { isConfirmed = false }: Given,
): Pick<ReportDraft, 'basis' | 'confidence' | 'review'> {
  const found = basisFields.flatMap((field) => {
    const value: Found<unknown> | undefined = description[field];
    return value === undefined ? [] : [{ field, ...value }];
  });
  return {
    basis: Object.fromEntries(found.map(({ field, basis }) => [field, basis])),
    confidence: Object.fromEntries(
      found.map(({ field, confidence }) => [field, round(confidence)]),
    ),
    review: [
      ...found
        .filter(({ confidence }) => confidence < THRESHOLD)
        .map(({ field, confidence, evidence }) => ({
          field,
          value: printable(description, field),
          confidence: round(confidence),
          evidence,
        })),
      ...(description.disputes ?? [])
        .filter((one) => !isConfirmed || isCountyForTown(one, description))
        .map(({ field, given, says, evidence }) => ({
          field,
          value: given,
          confidence: DISPUTED,
          evidence: `given with the source; the document says ${says}: ${evidence}`,
        })),
    ],
  };
}

/** A town's report would stand at the county's own address: that is asked even where it was confirmed. */
function isCountyForTown({ field, given }: Dispute, { region }: Description): boolean {
  return field === 'kind' && given === 'annual' && region?.value.township != null;
}

function printable(description: Description, field: (typeof basisFields)[number]): string | null {
  if (field === 'region') return description.region?.value.region.code ?? null;
  const value = description[field]?.value;
  return value === undefined ? null : String(value);
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
