import type { Place } from '../../report/archive-error.ts';
import type { BodySection } from '../../report/report-body.ts';
import type { CheckedReport } from './checked-archive.ts';

/** A headed section of a report file, with the places of what it holds. */
export interface PlacedSection {
  readonly section: BodySection;
  /** Label, heading and stop as printed. */
  readonly printed: string;
  readonly place: Place;
  readonly paragraphPlaces: readonly Place[];
  readonly sections: readonly PlacedSection[];
}

/** A paragraph of a report file, and its place. */
export interface PlacedParagraph {
  readonly text: string;
  readonly place: Place;
}

/** Puts the places of headings and paragraphs to a report's outline. */
export function placedSections({ file, body, blockLines }: CheckedReport): PlacedSection[] {
  let next = body.opening.length;
  const place = (): Place => ({ file, line: blockLines[next++] });
  const placed = (section: BodySection): PlacedSection => ({
    section,
    printed: `${section.label ?? ''}${section.heading}${section.stop ?? ''}`,
    place: place(),
    paragraphPlaces: section.paragraphs.map(place),
    sections: section.sections.map(placed),
  });
  return body.sections.map(placed);
}

/** Lists the sections of a report and all below them, in printed order. */
export function everySection(report: CheckedReport): PlacedSection[] {
  const flat = (sections: readonly PlacedSection[]): PlacedSection[] =>
    sections.flatMap((section) => [section, ...flat(section.sections)]);
  return flat(placedSections(report));
}

/** Lists the paragraphs of a report in printed order. */
export function everyParagraph(report: CheckedReport): PlacedParagraph[] {
  const { file, body, blockLines } = report;
  const inSections = everySection(report).flatMap(({ section, paragraphPlaces }) =>
    section.paragraphs.map((text, at) => ({ text, place: paragraphPlaces[at] ?? { file } })),
  );
  const closing = body.closing.flat();
  const unheaded = (texts: readonly string[], first: number) =>
    texts.map((text, at) => ({ text, place: { file, line: blockLines[first + at] } }));
  return [
    ...unheaded(body.opening, 0),
    ...inSections,
    ...unheaded(closing, blockLines.length - closing.length),
  ];
}
