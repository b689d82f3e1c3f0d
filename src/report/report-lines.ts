import { normaliseTypography } from './characters/typography.ts';
import type { BasisField, Report, Section } from './report.ts';
import { printedHeading, printedNotes } from './report-body.ts';
import { rowAddress } from './table-text.ts';

/** A line of `report.txt`: a block of the printed text, and where it stands in the report. */
export interface ReportLine {
  readonly text: string;
  /** The section it belongs to; `null` for title, addressee, signature, date and cc. */
  readonly section: string | null;
  /** The paragraph or the note it holds, of a table the row (`p12-r2`); `null` for a line without one. */
  readonly paragraph: string | null;
  /** Where the paragraph's own text starts, in UTF-16 units: after a run-in heading. */
  readonly paragraphStart: number;
}

/**
 * List the searched text of a report, one printed block a line.
 *
 * In order: the printed title, the addressee, own-line headings and paragraphs (a run-in heading
 * at the head of its first; of a table each row), signature, date, cc; then what stands below them:
 * attachments, and the notes with their marks. No furniture and no words of the archive's own,
 * so a title that the archive supplied is not in it.
 */
export function reportLines(report: Report): ReportLine[] {
  const { attached = [], body = [] } = Object.groupBy(report.sections, ({ roles }) =>
    roles.includes('attachment') ? 'attached' : 'body',
  );
  return [
    ...(isTitleSupplied(report) ? [] : [bare(report.title)]),
    ...printedLine(report, 'addressee', report.addressee),
    ...walkSections(body).flatMap(sectionLines),
    ...report.signature.map(bare),
    ...printedLine(report, 'signed', null),
    ...printedLine(report, 'cc', report.cc),
    ...walkSections(attached).flatMap(sectionLines),
    ...noteLines(report),
  ];
}

function noteLines({ notes = [], sections }: Report): ReportLine[] {
  const printed = printedNotes(notes);
  const all = walkSections(sections);
  return notes.map(({ id, text, paragraph }, at) => {
    const line = printed[at] ?? text;
    const section = all.find(
      (one) => one.id === paragraph || one.paragraphs.some((own) => own.id === paragraph),
    );
    return {
      text: line,
      section: section?.id ?? null,
      paragraph: id,
      paragraphStart: line.length - text.length,
    };
  });
}

function sectionLines(section: Section): ReportLine[] {
  const heading = printedHeading(section);
  const [first] = section.paragraphs;
  const isRunIn = section.style === 'run-in' && first !== undefined && first.table === undefined;
  const own: ReportLine[] =
    heading === '' || isRunIn
      ? []
      : [{ text: heading, section: section.id, paragraph: null, paragraphStart: 0 }];
  const paragraphs = section.paragraphs.flatMap(({ id, text, table }, index) => {
    if (table !== undefined)
      return text.split('\n').map((row, at) => ({
        text: row,
        section: section.id,
        paragraph: rowAddress(id, at + 1),
        paragraphStart: 0,
      }));
    const head = isRunIn && index === 0 ? heading : '';
    return { text: head + text, section: section.id, paragraph: id, paragraphStart: head.length };
  });
  return [...own, ...paragraphs];
}

/** The line that a field was read from as the document prints it, else the field's value. */
function printedLine(report: Report, field: BasisField, value: string | null): ReportLine[] {
  const printed =
    report.basis[field] === 'document'
      ? report.source.omitted.findLast(({ fields }) => fields?.length === 1 && fields[0] === field)
          ?.text
      : undefined;
  const text = printed === undefined ? value : normaliseTypography(printed);
  return text === null ? [] : [bare(text)];
}

function bare(text: string): ReportLine {
  return { text, section: null, paragraph: null, paragraphStart: 0 };
}

/** List sections and all their subsections in printed order. */
export function walkSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...walkSections(section.sections)]);
}

/**
 * Tell whether the source prints no title, so that the archive supplied one.
 * Citations put it in square brackets, and search does not find it: nobody printed it.
 */
export function isTitleSupplied({
  basis,
}: {
  readonly basis: Pick<Report['basis'], 'title'>;
}): boolean {
  return basis.title === 'editor';
}
