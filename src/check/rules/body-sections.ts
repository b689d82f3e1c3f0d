import type { Location } from '../../report/archive-error.ts';
import { parsePrintedNumber } from '../../report/printed-numeral.ts';
import type { BodySection } from '../../report/report-body.ts';
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
  readonly text: string;
  readonly location: Location;
}

/** Give the locations of headings and paragraphs beside a report's outline. */
export function locatedSections({ file, body, blockLines }: CheckedReport): LocatedSection[] {
  let next = body.opening.length;
  const location = (): Location => ({ file, line: blockLines[next++] });
  const placed = (section: BodySection): LocatedSection => ({
    section,
    printed: `${section.label ?? ''}${section.heading}${section.stop ?? ''}`,
    location: location(),
    paragraphLocations: section.paragraphs.map(location),
    sections: section.sections.map(placed),
  });
  return body.sections.map(placed);
}

/** List the sections of a report and all below them, in printed order. */
export function everySection(report: CheckedReport): LocatedSection[] {
  const flat = (sections: readonly LocatedSection[]): LocatedSection[] =>
    sections.flatMap((section) => [section, ...flat(section.sections)]);
  return flat(locatedSections(report));
}

/** List the paragraphs of a report in printed order. */
export function everyParagraph(report: CheckedReport): LocatedParagraph[] {
  const { file, body, blockLines } = report;
  const inSections = everySection(report).flatMap(({ section, paragraphLocations }) =>
    section.paragraphs.map((text, at) => ({ text, location: paragraphLocations[at] ?? { file } })),
  );
  const closing = body.closing.flat();
  const unheaded = (texts: readonly string[], first: number) =>
    texts.map((text, at) => ({ text, location: { file, line: blockLines[first + at] } }));
  return [
    ...unheaded(body.opening, 0),
    ...inSections,
    ...unheaded(closing, blockLines.length - closing.length),
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
