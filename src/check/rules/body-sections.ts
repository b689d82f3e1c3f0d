import type { Location } from '../../report/archive-error.ts';
import { dropNoteReferences } from '../../report/note-reference.ts';
import { parsePrintedNumber } from '../../report/printed-numeral.ts';
import { type BodyParagraph, type BodySection, printedHeading } from '../../report/report-body.ts';
import type { CheckedReport } from './rule.ts';

/** A headed section of a report file, with the locations of what it holds. */
export interface LocatedSection {
  readonly section: BodySection;
  /** Label, heading and stop as printed. */
  readonly printed: string;
  readonly location: Location;
  readonly paragraphLocations: readonly Location[];
  readonly sections: readonly LocatedSection[];
}

/** A paragraph of a report file, and its location. */
export interface LocatedParagraph {
  /** Without references to notes; empty for a table, whose cells no rule on wording is about. */
  readonly text: string;
  readonly location: Location;
}

/** Give the locations of headings and paragraphs beside a report's outline, without its attachments. */
export function locatedSections(report: CheckedReport): LocatedSection[] {
  return locate(report, report.body.sections, report.body.opening.length);
}

/** @param first index of the block that they begin with */
function locate(
  { file, blockLines }: CheckedReport,
  sections: readonly BodySection[],
  first: number,
): LocatedSection[] {
  let next = first;
  const location = (): Location => ({ file, line: blockLines[next++] });
  const placed = (section: BodySection): LocatedSection => ({
    section,
    printed: dropNoteReferences(printedHeading(section)),
    location: location(),
    paragraphLocations: section.paragraphs.map(location),
    sections: section.sections.map(placed),
  });
  return sections.map(placed);
}

/** List the sections of a report and all below them, in printed order, then those of its attachments. */
export function everySection(report: CheckedReport): LocatedSection[] {
  const { attachments = [] } = report.body;
  return [
    ...flat(locatedSections(report)),
    ...flat(locate(report, attachments, report.blockLines.length - countBlocks(attachments))),
  ];
}

function flat(sections: readonly LocatedSection[]): LocatedSection[] {
  return sections.flatMap((section) => [section, ...flat(section.sections)]);
}

function countBlocks(sections: readonly BodySection[]): number {
  return sections.reduce(
    (sum, { paragraphs, sections: below }) => sum + 1 + paragraphs.length + countBlocks(below),
    0,
  );
}

/** List the paragraphs of a report in printed order. */
export function everyParagraph(report: CheckedReport): LocatedParagraph[] {
  const { file, body, blockLines } = report;
  const textOf = (one: BodyParagraph) => (typeof one === 'string' ? dropNoteReferences(one) : '');
  const headed = ({ section, paragraphLocations }: LocatedSection): LocatedParagraph[] =>
    section.paragraphs.map((one, at) => ({
      text: textOf(one),
      location: paragraphLocations[at] ?? { file },
    }));
  const unheaded = (list: readonly BodyParagraph[], first: number): LocatedParagraph[] =>
    list.map((one, at) => ({
      text: textOf(one),
      location: { file, line: blockLines[first + at] },
    }));
  const sections = flat(locatedSections(report));
  return [
    ...unheaded(body.opening, 0),
    ...sections.flatMap(headed),
    ...unheaded(body.closing.flat(), body.opening.length + countBlocks(body.sections)),
    ...everySection(report).slice(sections.length).flatMap(headed),
  ];
}

/** A section with a printed number, and the number before it. */
export interface NumberedSection extends LocatedSection {
  readonly number: number;
  /** Of the sibling before it in the same kind of numeral; `undefined` for the first. */
  readonly before: number | undefined;
  /** The last one printed anywhere before it in that kind: numbers may run on through sections. */
  readonly lastPrinted: number;
}

/** List the numbered sections of an outline in printed order. */
export function numberedSections(top: readonly LocatedSection[]): NumberedSection[] {
  const printed = new Map<string, number>();
  const walk = (siblings: readonly LocatedSection[]): NumberedSection[] => {
    const among = new Map<string, number>();
    return siblings.flatMap((placed) => {
      const { label } = placed.section;
      const number = label === null ? undefined : parsePrintedNumber(label);
      if (label === null || number === undefined) return walk(placed.sections);
      const kind = label.replace(/[\p{Script=Han}\d]+/u, '#');
      const numeral = /\d/.test(label) ? `digit${kind}` : kind;
      const own = {
        ...placed,
        number,
        before: among.get(numeral),
        lastPrinted: printed.get(numeral) ?? 0,
      };
      among.set(numeral, number);
      printed.set(numeral, number);
      return [own, ...walk(placed.sections)];
    });
  };
  return walk(top);
}
