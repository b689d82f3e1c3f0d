import { noteLabels, noteReference, splitNoteReferences } from '../../report/note-reference.ts';
import type { Table } from '../../report/report.ts';
import type { BodyNote, BodyParagraph, BodySection, ReportBody } from '../../report/report-body.ts';

/** A note as a source prints it. */
export interface SourceNote {
  readonly mark: string;
  readonly text: string;
}

/** A mark in the text, by how many printed characters stand before it, white space not counted. */
export interface PlacedMark {
  readonly mark: string;
  readonly at: number;
}

/** A body with its notes, and what of them is not sure. */
export interface NotedBody {
  readonly body: ReportBody;
  /** Marks in the text that no note has; each was given an empty one. */
  readonly lost: readonly string[];
  /** Notes that the text does not refer to. */
  readonly idle: readonly SourceNote[];
}

/**
 * Put the marks of notes back into an outline that was made without them, so that no mark is ever read
 * as a part of the text. Characters keep their order in the outline, so that counting finds the place.
 *
 * Where several notes have one mark, as on pages that count from ① each, they are taken in turn.
 *
 * @param body its strings without references; tables with theirs, by the printed marks
 * @param marks in the strings of the text, headings counted in, tables not
 * @param notes in the order of the source
 */
export function placeNotes(
  body: ReportBody,
  marks: readonly PlacedMark[],
  notes: readonly SourceNote[],
): NotedBody {
  const places = new Marks(marks);
  const referred = places.inBody(body);
  const printed = marksOf(referred);
  const isNote = new Set(notes.map(({ mark }) => mark));
  const lost = [...new Set(printed.filter((mark) => !isNote.has(mark)))];
  const all = [...notes, ...lost.map((mark): SourceNote => ({ mark, text: '' }))];
  const labels = noteLabels(all.map(({ mark }) => mark));
  const labelled = all.map(({ text }, at): BodyNote => ({ label: labels[at] ?? '', text }));
  const inTurn = Map.groupBy(
    all.map(({ mark }, at) => ({ mark, label: labels[at] ?? mark })),
    ({ mark }) => mark,
  );
  const seen = new Map<string, number>();
  const labelOf = (mark: string): string => {
    const turn = seen.get(mark) ?? 0;
    seen.set(mark, turn + 1);
    const own = inTurn.get(mark) ?? [];
    return (own[turn] ?? own.at(-1))?.label ?? mark;
  };
  const named = mapTexts(referred, (text) => rewriteMarks(text, labelOf));
  const used = new Set(marksOf(named));
  const idle = all.filter((_, at) => !used.has(labels[at] ?? ''));
  return {
    body: labelled.length === 0 ? named : { ...named, notes: labelled },
    lost,
    idle,
  };
}

function rewriteMarks(text: string, labelOf: (mark: string) => string): string {
  const { text: plain, references } = splitNoteReferences(text);
  if (references.length === 0) return text;
  let from = 0;
  const parts = references.map(({ mark, offset }) => {
    const part = plain.slice(from, offset) + noteReference(labelOf(mark));
    from = offset;
    return part;
  });
  return parts.join('') + plain.slice(from);
}

function marksOf(body: ReportBody): string[] {
  const found: string[] = [];
  mapTexts(body, (text) => {
    found.push(...splitNoteReferences(text).references.map(({ mark }) => mark));
    return text;
  });
  return found;
}

/** Write each text of a body anew, in printed order: headings, paragraphs, cells. */
function mapTexts(body: ReportBody, write: (text: string) => string): ReportBody {
  const inTable = (table: Table): Table => ({
    ...table,
    rows: table.rows.map((cells) => cells.map(write)),
  });
  const paragraph = (one: BodyParagraph) => (typeof one === 'string' ? write(one) : inTable(one));
  const section = (one: BodySection): BodySection => ({
    ...one,
    heading: write(one.heading),
    paragraphs: one.paragraphs.map(paragraph),
    sections: one.sections.map(section),
  });
  const { opening, sections, closing, attachments } = body;
  return {
    opening: opening.map(paragraph),
    sections: sections.map(section),
    closing: closing.map((part) => part.map(paragraph)),
    ...(attachments === undefined ? {} : { attachments: attachments.map(section) }),
  };
}

/** Marks that are put into texts, in their order. */
class Marks {
  readonly #left: PlacedMark[];
  #count = 0;

  constructor(marks: readonly PlacedMark[]) {
    this.#left = [...marks];
  }

  inBody({ opening, sections, closing, attachments }: ReportBody): ReportBody {
    const paragraph = (one: BodyParagraph) => (typeof one === 'string' ? this.#inText(one) : one);
    const section = (one: BodySection): BodySection => {
      this.#skip(one.label ?? '');
      const heading = this.#inText(one.heading);
      // A mark behind the stop of a run-in heading stands at the head of its text.
      this.#skip(one.stop ?? '');
      const paragraphs = one.paragraphs.map(paragraph);
      return { ...one, heading, paragraphs, sections: one.sections.map(section) };
    };
    return {
      opening: opening.map(paragraph),
      sections: sections.map(section),
      closing: closing.map((part) => part.map(paragraph)),
      ...(attachments === undefined ? {} : { attachments: attachments.map(section) }),
    };
  }

  #skip(text: string): void {
    this.#count += countUnits(text);
  }

  #inText(text: string): string {
    const end = this.#count + countUnits(text);
    let written = '';
    for (const character of text) {
      written += this.#take(this.#count) + character;
      this.#count += countUnits(character);
    }
    this.#count = end;
    return written + this.#take(end);
  }

  /** Take the marks that stand behind so many characters. */
  #take(count: number): string {
    let taken = '';
    while ((this.#left[0]?.at ?? Number.POSITIVE_INFINITY) <= count)
      taken += noteReference(this.#left.shift()?.mark ?? '');
    return taken;
  }
}

/** Count the UTF-16 units of a text, white space left out. */
export function countUnits(text: string): number {
  return text.replace(/\s+/gu, '').length;
}
