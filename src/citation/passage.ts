import type { Paragraph, Point, Section } from '../report/report.ts';

/** What an address inside a report points at. */
export interface Passage {
  /** The address: `s1-5`, `p6`, `s1-5-i2`. */
  readonly id: string;
  /** The section it stands in, after those that hold it: from the top down, never empty. */
  readonly sections: readonly Section[];
  /** `undefined` where the address is a section's. */
  readonly paragraph: Paragraph | undefined;
  /** `undefined` where the address is not a point's. */
  readonly point: Point | undefined;
}

/**
 * Finds what an address inside a report points at.
 *
 * @param id a section's, a paragraph's or a point's
 * @returns `undefined` where the report has no such address
 */
export function findPassage(sections: readonly Section[], id: string): Passage | undefined {
  for (const section of sections) {
    const found = findInSection(section, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findInSection(section: Section, id: string): Passage | undefined {
  const here = { id, sections: [section] };
  if (section.id === id) return { ...here, paragraph: undefined, point: undefined };
  for (const paragraph of section.paragraphs) {
    if (paragraph.id === id) return { ...here, paragraph, point: undefined };
    const point = paragraph.points.find((one) => one.id === id);
    if (point !== undefined) return { ...here, paragraph, point };
  }
  const below = findPassage(section.sections, id);
  return below && { ...below, sections: [section, ...below.sections] };
}
