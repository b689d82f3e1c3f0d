import { dropNoteReferences, noteLabels, noteMark, noteReference } from './note-reference.ts';
import type { HeadingStyle, Note, Paragraph, Section, Table } from './report.ts';
import { tableRows, tableText } from './table-text.ts';

/** A paragraph of text, or a table; in both, references to notes stand by their labels. */
export type BodyParagraph = string | Table;

/** A note, by the label under which the text refers to it. */
export interface BodyNote {
  readonly label: string;
  readonly text: string;
}

/** A section as printed, before addresses, themes and points are worked out. */
export interface BodySection {
  /** The printed numeral with its mark (`一、`, `（一）`, `30.`), or `null` where none is printed. */
  readonly label: string | null;
  /** The heading without label and stop. */
  readonly heading: string;
  /** The mark that ends the heading (of its own line only 。 or ；), `null` where there is none. */
  readonly stop: string | null;
  readonly style: Exclude<HeadingStyle, 'none'>;
  readonly paragraphs: readonly BodyParagraph[];
  readonly sections: readonly BodySection[];
}

/**
 * The text of a report: what stands between title and signature, in printed order.
 * It is what a report file's Markdown holds, and what ingest's outline gives.
 */
export interface ReportBody {
  /** Paragraphs before the first heading. */
  readonly opening: readonly BodyParagraph[];
  readonly sections: readonly BodySection[];
  /** Unheaded parts after the last section (problems, plans, closing words), each its paragraphs. */
  readonly closing: readonly (readonly BodyParagraph[])[];
  /** What stands below the signature under headings such as 附件1; absent where nothing does. */
  readonly attachments?: readonly BodySection[];
  /** In printed order; absent where there are none. */
  readonly notes?: readonly BodyNote[];
}

/** Return a paragraph as text, without its references to notes. */
export function paragraphText(paragraph: BodyParagraph): string {
  return dropNoteReferences(typeof paragraph === 'string' ? paragraph : tableText(paragraph));
}

/**
 * Join what is printed before a section's first paragraph.
 *
 * @returns label, heading and stop as printed; empty where the heading is not the source's
 */
export function printedHeading(
  section: Pick<Section, 'label' | 'heading' | 'stop'> & { readonly supplied?: boolean },
): string {
  const { label, heading, stop, supplied } = section;
  // `1.` before 2023年 is no 1.2023.
  const gap = /\.$/.test(label ?? '') && /^\d/.test(heading ?? '') ? ' ' : '';
  return supplied ? '' : `${label ?? ''}${gap}${heading ?? ''}${stop ?? ''}`;
}

/**
 * Put the printed text together again: label, heading, stop and paragraphs in order, then the
 * attachments and the notes. References to notes are no part of it.
 *
 * @returns one block a line, of a table each row; a run-in heading stands at the head of its first paragraph
 */
export function printedText(body: ReportBody): string {
  return [printedBlocks(body), printedNotes(body.notes ?? [])].flat().join('\n');
}

/** List the printed blocks of a report but for its notes. */
function printedBlocks({ opening, sections, closing, attachments = [] }: ReportBody): string[] {
  return [
    ...opening.map(paragraphText),
    ...sections.flatMap(sectionText),
    ...closing.flat().map(paragraphText),
    ...attachments.flatMap(sectionText),
  ];
}

/** List notes as they are printed, a note a line. */
export function printedNotes(
  notes: readonly { readonly label?: string; readonly mark?: string; readonly text: string }[],
): string[] {
  return notes.map(({ label = '', mark = noteMark(label), text }) => `${mark} ${text}`.trim());
}

function sectionText(section: BodySection): string[] {
  const heading = dropNoteReferences(printedHeading(section));
  const [first, ...others] = section.paragraphs;
  const own =
    section.style === 'run-in' && typeof first === 'string'
      ? [heading + paragraphText(first), ...others.map(paragraphText)]
      : [heading, ...section.paragraphs.map(paragraphText)];
  return [...own, ...section.sections.flatMap(sectionText)];
}

/**
 * Return the printed text that an addressed report was made from: what `addressBody` was given.
 *
 * @param sections of `report.json`: the opening and the closing parts are those without a heading
 * @param notes of `report.json`; their references are put back where they stood
 */
export function bodyOfSections(
  sections: readonly Section[],
  notes: readonly Note[] = [],
): ReportBody {
  const labels = noteLabels(notes.map(({ mark }) => mark));
  const at = Map.groupBy(
    notes.map((note, index) => ({ ...note, label: labels[index] ?? note.mark })),
    ({ paragraph }) => paragraph,
  );
  const refer = (id: string, text: string): string =>
    (at.get(id) ?? [])
      .toSorted((a, b) => (b.offset ?? 0) - (a.offset ?? 0))
      .reduce(
        (whole, { label, offset }) =>
          whole.slice(0, offset ?? 0) + noteReference(label) + whole.slice(offset ?? 0),
        text,
      );
  const paragraphOf = ({ id, text, table }: Paragraph): BodyParagraph => {
    const printed = refer(id, text);
    return table === undefined ? printed : { ...table, rows: tableRows(printed) };
  };
  const sectionOf = (section: Section): BodySection => {
    const { id, label, heading, stop, style } = section;
    const start = label?.length ?? 0;
    return {
      label,
      heading: refer(id, `${label ?? ''}${heading ?? ''}`).slice(start),
      stop,
      style: style === 'none' ? 'own-line' : style,
      paragraphs: section.paragraphs.map(paragraphOf),
      sections: section.sections.map(sectionOf),
    };
  };
  const isAttachment = ({ id }: Section) => /^a\d/.test(id);
  const unheaded = sections.filter(({ heading }) => heading === null);
  const headed = sections.filter(({ heading }) => heading !== null);
  const attachments = headed.filter(isAttachment).map(sectionOf);
  return {
    opening: unheaded
      .filter(({ id }) => id === 's0')
      .flatMap(({ paragraphs }) => paragraphs.map(paragraphOf)),
    sections: headed.filter((section) => !isAttachment(section)).map(sectionOf),
    closing: unheaded
      .filter(({ id }) => id !== 's0')
      .map(({ paragraphs }) => paragraphs.map(paragraphOf)),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(notes.length === 0
      ? {}
      : { notes: notes.map(({ text }, index) => ({ label: labels[index] ?? '', text })) }),
  };
}
