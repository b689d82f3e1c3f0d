import { addressText } from '../../report/anchor/address-body.ts';
import { legible } from '../../report/characters/legible.ts';
import { findControls, visible } from '../../report/characters/visible.ts';
import type { ReviewEntry } from '../../report/frontmatter.ts';
import { dropNoteReferences } from '../../report/note-reference.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import { proveReport } from '../../report/prove-complete.ts';
import { type Basis, basisFields, type Omission } from '../../report/report.ts';
import type { ReportBody } from '../../report/report-body.ts';
import type { RegionTable } from '../../vocabulary/region/region.ts';
import { describe, listOmissions } from '../describe/describe.ts';
import type { Description, Found, Given } from '../describe/description.ts';
import { findNearMiss } from '../describe/kind.ts';
import { readPage } from '../describe/read-page.ts';
import type { Page } from '../describe/source-page.ts';
import { type Extracted, snapshotText } from '../formats/extracted.ts';
import type { SourceDoubt } from '../formats/inventory.ts';
import { refusal } from '../ingest-codes.ts';
import { assembleBody } from '../outline/assemble-body.ts';
import type { NotedBody } from '../outline/place-notes.ts';

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
  const review = [
    ...judged.review,
    ...listDoubts(page),
    ...listControls(page),
    ...(source.doubts ?? []).map(doubtEntry),
    ...pictureDoubts(source, omitted),
    ...noteDoubts(noted),
  ];
  return { description, body, omitted, ...judged, review };
}

/** A doubt about the text of a source, as an editor is shown it. */
function doubtEntry({ where, words, why }: SourceDoubt): ReviewEntry {
  return {
    field: 'text',
    value: words === '' ? null : words,
    confidence: 0,
    evidence: `${where}: ${why}`,
  };
}

/** So many lines that may be text are named one by one. */
const MOST_NAMED = 6;
const SHOWN = 80;
/** How sure it is that a line which may be text was left out rightly. */
const LEFT_OUT = 0.5;

/** Name the lines that were left out and may be text. */
function listDoubts({ parts }: Page): ReviewEntry[] {
  const doubted = parts.filter(({ doubt }) => doubt !== undefined);
  const named = doubted.slice(0, MOST_NAMED).map(
    ({ line, text, doubt = '' }): ReviewEntry => ({
      field: 'omitted',
      value: text.slice(0, SHOWN),
      confidence: LEFT_OUT,
      evidence: `line ${line} was left out as the page around the text, but ${doubt}`,
    }),
  );
  const rest = doubted.slice(MOST_NAMED);
  if (rest.length === 0) return named;
  const lines = rest.map(({ line }) => line).join(', ');
  const evidence = `${rest.length} more lines were left out that may be text: ${lines}`;
  return [...named, { field: 'omitted', value: null, confidence: LEFT_OUT, evidence }];
}

/** Name the lines of title, metadata and text that hold characters which control a screen. */
function listControls({ parts }: Page): ReviewEntry[] {
  return parts
    .filter(({ why }) => why === 'body' || why === 'metadata')
    .flatMap(({ line, text }) => {
      const controls = findControls(text);
      return controls.length === 0 ? [] : [{ line, text, controls }];
    })
    .slice(0, MOST_NAMED)
    .map(
      ({ line, text, controls }): ReviewEntry => ({
        field: 'text',
        value: visible(text).slice(0, SHOWN),
        confidence: 0,
        evidence: `line ${line} holds control characters (${controls.join(', ')}): take them out of the report`,
      }),
    );
}

/** How much of the line above a picture tells where it stands. */
const NEAR_PICTURE = 16;

/** A picture in the text is looked at by an editor, once: it may be a table, a seal, a page. */
function pictureDoubts(
  { lines, doubts = [] }: Extracted,
  omitted: readonly Omission[],
): ReviewEntry[] {
  const isOmitted = new Set(omitted.filter(({ why }) => why !== 'picture').map(({ line }) => line));
  return lines.flatMap(({ picture, text, zone }, at): ReviewEntry[] => {
    if (picture === undefined || zone === 'page') return [];
    if (doubts.some(({ why, words }) => `${why}${words}`.includes(text.trim()))) return [];
    const above = lines
      .slice(0, at)
      .findLast((one) => one.picture === undefined && !isOmitted.has(one.line));
    const where =
      above === undefined
        ? 'above the text'
        : `below “${dropNoteReferences(above.text).trim().slice(-NEAR_PICTURE)}”`;
    const evidence = `a picture stands ${where}: see whether it shows text or a table, and write that in its place`;
    return [{ field: 'text', value: text.trim(), confidence: 0, evidence }];
  });
}

function noteDoubts({ lost, idle }: NotedBody): ReviewEntry[] {
  const doubt = (value: string, evidence: string): ReviewEntry => ({
    ...{ field: 'text', value, confidence: 0, evidence },
  });
  return [
    ...lost.map((mark) =>
      doubt(
        mark,
        'the text refers to a note of this mark, and no note has it: write the note at the end of the file, or take the mark out',
      ),
    ),
    ...idle.map(({ mark, text }) =>
      doubt(
        `${mark} ${text}`,
        `nothing in the text refers to this note: put \`[^${mark}]\` where its mark stands`,
      ),
    ),
  ];
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
      ...(isConfirmed ? [] : (description.disputes ?? [])).map(
        ({ field, given, says, evidence }) => ({
          field,
          value: given,
          confidence: DISPUTED,
          evidence: `given with the source; the document says ${says}: ${evidence}`,
        }),
      ),
    ],
  };
}

function printable(description: Description, field: (typeof basisFields)[number]): string | null {
  if (field === 'region') return description.region?.value.region.code ?? null;
  const value = description[field]?.value;
  return value === undefined ? null : String(value);
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
