import { normaliseTypography } from '../../report/characters/typography.ts';
import type { NoteReference } from '../../report/note-reference.ts';
import { readNumeral } from '../../report/printed-numeral.ts';
import type { BodyParagraph, BodySection, ReportBody } from '../../report/report-body.ts';
import type { PagePart, SourceLine } from '../describe/source-page.ts';
import { assembleTable } from './assemble-table.ts';
import { joinLines, joinWrappedLines } from './join-wrapped-lines.ts';
import { type OutlineOptions, outline, outlineAttachment } from './outline.ts';
import {
  countUnits,
  type NotedBody,
  type PlacedMark,
  placeNotes,
  type SourceNote,
} from './place-notes.ts';
import { splitMissingHeadings } from './split-missing-headings.ts';

/**
 * Make the body of a report of what was told to be its text: rows that stand together become a table,
 * lines the outline, what stands under a heading 附件 an attachment; notes go below, their marks to
 * their places.
 *
 * @param parts of the page, in the order of the source
 * @param source its lines, for the notes among them
 */
export function assembleBody(
  parts: readonly PagePart[],
  source: readonly SourceLine[],
  options: Pick<OutlineOptions, 'year'>,
): NotedBody {
  const text = parts.filter(({ why }) => why === 'body');
  const own = text.filter(({ attached }) => attached === undefined);
  const attached = text.filter((part) => part.attached !== undefined);
  const attachments = splitAttachments(attached).map(assembleAttachment);
  const body: ReportBody = {
    ...outline(splitMissingHeadings(joinWrappedLines(blocksOf(own))), {
      ...options,
      levels: levelsOf(own),
    }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
  return placeNotes(body, marksOf(text), notesOf(source));
}

/** List the lines that the markup makes headings, and how deep. */
function levelsOf(parts: readonly PagePart[]): ReadonlyMap<string, number> {
  return new Map(
    parts.flatMap(({ value = '', level }) =>
      level === undefined ? [] : [[value, level] as const],
    ),
  );
}

/** Join the rows of a table that stand together; anything else is a line. */
function blocksOf(parts: readonly PagePart[]): BodyParagraph[] {
  const blocks: BodyParagraph[] = [];
  const isHung = isBrokenUnderIndents(parts);
  for (let at = 0; at < parts.length; at++) {
    const { row, value = '', isIndented } = parts[at] ?? {};
    if (row === undefined) {
      const above = blocks.at(-1);
      if (isHung && isIndented !== true && typeof above === 'string' && goesOnBelow(value))
        blocks[blocks.length - 1] = joinLines(above, value);
      else blocks.push(value);
      continue;
    }
    const end = parts.findIndex((one, index) => index > at && one.row?.table !== row.table);
    const rows = parts.slice(at, end < 0 ? undefined : end).flatMap((one) => one.row ?? []);
    blocks.push(assembleTable(rows));
    at += rows.length - 1;
  }
  return blocks;
}

/** So many lines of each kind show how a text is set. */
const LEAST_SHOWN = 3;
/** Of the lines that are not indented, so many go on with a sentence. */
const GOING_ON = 0.5;

/** Tell whether the paragraphs of a text begin indented and go on below without an indent. */
function isBrokenUnderIndents(parts: readonly PagePart[]): boolean {
  let indented = 0;
  let below = 0;
  let goingOn = 0;
  let above = '';
  for (const { row, value = '', isIndented } of parts) {
    if (row !== undefined) continue;
    if (isIndented === true) indented++;
    else if (goesOnBelow(value)) {
      below++;
      if (above !== '' && !/[。；：！？]$/u.test(above)) goingOn++;
    }
    above = value;
  }
  return indented >= LEAST_SHOWN && below >= LEAST_SHOWN && goingOn > below * GOING_ON;
}

function goesOnBelow(line: string): boolean {
  return readNumeral(line) === undefined;
}

function splitAttachments(parts: readonly PagePart[]): PagePart[][] {
  const attachments: PagePart[][] = [];
  for (const part of parts) {
    const last = attachments.at(-1);
    if (last === undefined || part.attached === 'heading') attachments.push([part]);
    else last.push(part);
  }
  return attachments;
}

/** A title is no longer than this. */
const LONGEST_TITLE = 40;

/** 附件, 附件1 and 附件一 alone on their line have their title on the next. */
function assembleAttachment([first, ...rest]: readonly PagePart[]): BodySection {
  const label = first?.value ?? '';
  const title = rest[0]?.row === undefined ? (rest[0]?.value ?? '') : '';
  const isTitled =
    /^附\s*[件表图]\s*[\d一二三四五六七八九十]*$/u.test(label) &&
    title !== '' &&
    title.length <= LONGEST_TITLE &&
    !/[。；：，、]/u.test(title);
  return {
    label: null,
    heading: isTitled ? `${label} ${title}` : label,
    stop: null,
    style: 'own-line',
    ...outlineAttachment(joinWrappedLines(blocksOf(isTitled ? rest.slice(1) : rest))),
  };
}

/** Marks by how many printed characters of the whole text stand before them; tables keep their own. */
function marksOf(parts: readonly PagePart[]): PlacedMark[] {
  let before = 0;
  return parts.flatMap(({ row, value = '', marks = [] }) => {
    if (row !== undefined) return [];
    const start = before;
    before += countUnits(value);
    return marks.map(({ mark, offset }: NoteReference) => ({ mark, at: start + offset }));
  });
}

/** Join the lines of each note. */
function notesOf(source: readonly SourceLine[]): SourceNote[] {
  const notes: { mark: string; lines: string[] }[] = [];
  let isOpen = false;
  for (const { note, text } of source) {
    const last = notes.at(-1);
    if (note !== undefined && isOpen && last?.mark === note.mark) last.lines.push(text.trim());
    else if (note !== undefined) notes.push({ mark: note.mark, lines: [text.trim()] });
    isOpen = note !== undefined;
  }
  return notes.map(({ mark, lines }) => ({ mark, text: normaliseTypography(lines.join(' ')) }));
}
