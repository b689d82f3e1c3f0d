import { diffLists } from '../diff-lists.ts';
import { findPoints } from '../find-points.ts';
import type { AddressedText } from '../former-versions.ts';
import {
  dropNoteReferences,
  type NoteReference,
  noteMark,
  splitNoteReferences,
} from '../note-reference.ts';
import { parsePrintedNumber } from '../printed-numeral.ts';
import type { Note, Paragraph, Point, Section } from '../report.ts';
import {
  type BodyParagraph,
  type BodySection,
  paragraphText,
  type ReportBody,
} from '../report-body.ts';
import { tableText } from '../table-text.ts';
import type { AnchorRecord } from './anchor-record.ts';
import { hashWords } from './anchor-words.ts';

/**
 * Give every section, paragraph and point of a report its address.
 *
 * Sections take theirs from the printed numbers (`s2-6-30`), unnumbered headings from their rank
 * (`s2-h1`), the opening is `s0`, closing parts are `c1`, `c2`, attachments `a1`, `a2`. Paragraphs are numbered through the
 * document, and points through their section, when first published; then the record keeps them.
 *
 * @param published what was recorded at the last release; `undefined` for a new report
 * @returns the tree of `report.json`, with `themes` empty and `roles` said only of the opening and the attachments
 */
export function addressBody(body: ReportBody, published: AnchorRecord | undefined): Section[] {
  const kept = published && keptOf(published);
  const paragraphIds = keptIds(bodyParagraphs(body), 'p', kept);
  let next = 0;

  const address = (part: Part, id: string, number: number[]): Section => {
    const ids = part.paragraphs.map(() => paragraphIds[next++] ?? '');
    const texts = part.paragraphs.map(paragraphText);
    // A table has no points.
    const prose = part.paragraphs.map((one, at) =>
      typeof one === 'string' ? (texts[at] ?? '') : '',
    );
    const points = findPoints(prose, { hasSubsections: part.sections.length > 0 });
    const pointIds = keptIds(pointTexts(prose, points), `${id}-i`, kept);
    const paragraphs = part.paragraphs.map(
      (one, at): Paragraph => ({
        id: ids[at] ?? '',
        text: texts[at] ?? '',
        points: (points[at] ?? []).map((point) => ({ id: pointIds.shift() ?? '', ...point })),
        ...(typeof one === 'string' ? {} : { table: { ...one, rows: plainRows(one.rows) } }),
      }),
    );
    const { label, stop, style } = part;
    const heading = part.heading && dropNoteReferences(part.heading);
    const sections = addressSiblings(part.sections, id, number);
    const own = { id, number, label, heading, stop, style, supplied: false };
    return { ...own, roles: rolesOf(id), themes: [], paragraphs, sections };
  };

  const addressSiblings = (
    siblings: readonly BodySection[],
    parentId: string,
    parentNumber: readonly number[],
  ): Section[] => {
    const seen = new Map<number, number>();
    let unnumbered = 0;
    return siblings.map((section) => {
      const printed = section.label === null ? undefined : parsePrintedNumber(section.label);
      if (printed === undefined) {
        unnumbered += 1;
        const id = parentId === '' ? `h${unnumbered}` : `${parentId}-h${unnumbered}`;
        return address(section, id, [...parentNumber]);
      }
      const times = (seen.get(printed) ?? 0) + 1;
      seen.set(printed, times);
      const step = `${printed}${times === 1 ? '' : letters(times)}`;
      const id = parentId === '' ? `s${step}` : `${parentId}-${step}`;
      return address(section, id, [...parentNumber, printed]);
    });
  };

  const opening = body.opening.length === 0 ? [] : [address(unheaded(body.opening), 's0', [])];
  const sections = addressSiblings(body.sections, '', []);
  const closing = body.closing.map((paragraphs, at) =>
    address(unheaded(paragraphs), `c${at + 1}`, []),
  );
  const attachments = (body.attachments ?? []).map((section, at) =>
    address(section, `a${at + 1}`, []),
  );
  return [...opening, ...sections, ...closing, ...attachments];
}

/** Give a whole text its addresses: its sections, and its notes. */
export function addressText(body: ReportBody, published: AnchorRecord | undefined): AddressedText {
  const sections = addressBody(body, published);
  return { sections, notes: addressNotes(body, sections, published) };
}

function rolesOf(id: string): Section['roles'] {
  if (id === 's0') return ['opening'];
  return /^a\d+$/.test(id) ? ['attachment'] : [];
}

function plainRows(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((cells) => cells.map(dropNoteReferences));
}

/**
 * Give every note of a report its address, and say where the text refers to it: the first place,
 * where there are several.
 *
 * @param sections what `addressBody` made of the same body
 * @param published what was recorded at the last release; `undefined` for a new report
 */
export function addressNotes(
  body: ReportBody,
  sections: readonly Section[],
  published: AnchorRecord | undefined,
): Note[] {
  const { notes = [] } = body;
  if (notes.length === 0) return [];
  const ids = keptIds(
    notes.map(({ text }) => text),
    'n',
    published && keptOf(published),
  );
  const places = new Map<string, { paragraph: string; offset: number }>();
  const read = (id: string, { references }: { references: readonly NoteReference[] }): void => {
    for (const { mark, offset } of references)
      if (!places.has(mark)) places.set(mark, { paragraph: id, offset });
  };
  const pairUp = (
    part: Pick<Part, 'label' | 'heading' | 'paragraphs' | 'sections'>,
    section?: Section,
  ): void => {
    if (section === undefined) return;
    read(section.id, splitNoteReferences(`${part.label ?? ''}${part.heading ?? ''}`));
    for (const [at, one] of part.paragraphs.entries())
      read(
        section.paragraphs[at]?.id ?? '',
        splitNoteReferences(typeof one === 'string' ? one : tableText(one)),
      );
    for (const [at, below] of part.sections.entries()) pairUp(below, section.sections[at]);
  };
  for (const [at, part] of bodyParts(body).entries()) pairUp(part, sections[at]);
  return notes.map(({ label, text }, at) => ({
    id: ids[at] ?? '',
    mark: noteMark(label),
    text,
    paragraph: places.get(label)?.paragraph ?? null,
    offset: places.get(label)?.offset ?? null,
  }));
}

/** List the parts of a body as `addressBody` makes sections of them. */
function bodyParts({ opening, sections, closing, attachments = [] }: ReportBody): Part[] {
  return [
    ...(opening.length === 0 ? [] : [unheaded(opening)]),
    ...sections,
    ...closing.map(unheaded),
    ...attachments,
  ];
}

/** A body section, or a part without a heading. */
type Part = Omit<BodySection, 'heading' | 'style'> & Pick<Section, 'heading' | 'style'>;

function unheaded(paragraphs: readonly BodyParagraph[]): Part {
  return { label: null, heading: null, stop: null, style: 'none', paragraphs, sections: [] };
}

/** Count in letters: 2 is `b`, 26 is `z`, 27 is `aa`. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  const letter = String.fromCharCode(97 + ((count - 1) % 26));
  return rest === 0 ? letter : letters(rest) + letter;
}

function bodyParagraphs(body: ReportBody): string[] {
  const ofSection = (section: Pick<Part, 'paragraphs' | 'sections'>): string[] => [
    ...section.paragraphs.map(paragraphText),
    ...section.sections.flatMap(ofSection),
  ];
  return bodyParts(body).flatMap(ofSection);
}

function pointTexts(
  paragraphs: readonly string[],
  points: readonly (readonly Omit<Point, 'id'>[])[],
): string[] {
  return points.flatMap((ofParagraph, at) =>
    ofParagraph.map(({ start, end }) => paragraphs[at]?.slice(start, end) ?? ''),
  );
}

/** What a record keeps, by what stands before an id's own number: `p`, `s1-i`. */
interface Kept {
  readonly published: ReadonlyMap<string, readonly PublishedId[]>;
  readonly retired: ReadonlyMap<string, readonly string[]>;
}

function keptOf({ anchors, changes }: AnchorRecord): Kept {
  const prefix = (id: string): string => id.replace(/\d+[a-z]*$/, '');
  const retired = changes.filter(({ kind }) => kind !== 'words').map(({ id }) => id);
  const published = Object.entries(anchors)
    .filter(([id]) => !retired.includes(id))
    .map(([id, hash]) => ({ id, hash }));
  return {
    published: Map.groupBy(published, ({ id }) => prefix(id)),
    retired: Map.groupBy(retired, prefix),
  };
}

function keptIds(texts: readonly string[], prefix: string, kept: Kept | undefined): string[] {
  if (kept === undefined) return texts.map((_, at) => `${prefix}${at + 1}`);
  const published = kept.published.get(prefix) ?? [];
  return keepIds(texts.map(hashWords), published, kept.retired.get(prefix) ?? [], prefix);
}

/** An id as it was published, with the hash of the words it stood for. */
interface PublishedId {
  readonly id: string;
  readonly hash: string;
}

/**
 * Give pieces of text the ids they were published under, and new pieces new ids.
 *
 * Pieces with the same words keep their id. Between two such, as many as there were before take the
 * ids left there in order (their words were mended: the check asks why); the others are inserted
 * and take the id before them with a letter. Nothing is renumbered.
 *
 * @param hashes of the pieces now, in order
 * @param published ids and hashes then, in order, without those that are gone
 * @param retired ids once published that must not come back
 * @param prefix what the numbers stand behind: `p`, `s1-i`
 * @returns an id for each piece
 */
export function keepIds(
  hashes: readonly string[],
  published: readonly PublishedId[],
  retired: readonly string[],
  prefix: string,
): string[] {
  const former = published.map(({ hash }) => hash);
  let then = 0;
  const ids = diffLists(former, hashes).flatMap(({ former: left, later }) => {
    const kept = later.map((_, at) => (at < left.length ? published[then + at]?.id : undefined));
    then += left.length;
    return kept;
  });

  const taken = new Set([...published.map(({ id }) => id), ...retired]);
  const numbers = [...taken].map((id) => Number.parseInt(id.slice(prefix.length), 10));
  let last = Math.max(0, ...numbers.filter(Number.isSafeInteger));
  const end = ids.findLastIndex((id) => id !== undefined) + 1;
  let before = `${prefix}0`;
  return ids.map((kept, at) => {
    const id = kept ?? (at >= end ? `${prefix}${++last}` : insertedId(before, taken));
    taken.add(id);
    before = id;
    return id;
  });
}

/** Find the id after another: `p37` → `p37a` → `p37b`; where that is taken, `p37aa`. */
function insertedId(before: string, taken: ReadonlySet<string>): string {
  const next = withNextLetter(before);
  if (!taken.has(next)) return next;
  let id = /[a-z]$/.test(before) ? `${before}a` : next;
  while (taken.has(id)) id = withNextLetter(id);
  return id;
}

function withNextLetter(id: string): string {
  return /[a-y]$/.test(id)
    ? `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) + 1)}`
    : `${id}a`;
}
