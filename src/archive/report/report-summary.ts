import type { Report, Section } from './report.ts';

/** A section as lists and cross-links need it: its place and themes, without its text. */
export interface SectionSummary {
  readonly id: string;
  readonly label: string | null;
  readonly heading: string | null;
  readonly roles: Section['roles'];
  readonly themes: readonly string[];
  /** 1 for a section right under the report. */
  readonly depth: number;
  /** Its first paragraph's id. */
  readonly paragraph: string | null;
}

/** A report without its text: what every list, facet and cross-link is made of. */
export type ReportSummary = Omit<
  Report,
  'sections' | 'observations' | 'related' | 'source' | 'corrections'
> & {
  readonly source: Omit<Report['source'], 'omitted'>;
  readonly sections: readonly SectionSummary[];
  /** Characters of its paragraphs and headings, white space not counted. */
  readonly characters: number;
};

/** Gives what lists and cross-links need of a report. */
export function summariseReport(report: Report): ReportSummary {
  const { sections, observations: _o, related: _r, corrections: _c, source, ...described } = report;
  const { omitted: _, ...kept } = source;
  return {
    ...described,
    source: kept,
    sections: summariseSections(sections, 1),
    characters: countCharacters(sections),
  };
}

function summariseSections(sections: readonly Section[], depth: number): SectionSummary[] {
  return sections.flatMap(({ id, label, heading, roles, themes, paragraphs, sections: below }) => [
    { id, label, heading, roles, themes, depth, paragraph: paragraphs[0]?.id ?? null },
    ...summariseSections(below, depth + 1),
  ]);
}

function countCharacters(sections: readonly Section[]): number {
  return sections.reduce((sum, { label, heading, stop, paragraphs, sections: below }) => {
    const texts = [label, heading, stop, ...paragraphs.map(({ text }) => text)];
    const own = texts.reduce(
      (count, text) => count + [...(text ?? '').replace(/\s/g, '')].length,
      0,
    );
    return sum + own + countCharacters(below);
  }, 0);
}
