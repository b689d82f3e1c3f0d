import { z } from 'zod';
import { type Report, reportSchema, type Section, sourceSchema } from './report.ts';

/** A section as lists and cross-links need it: its address and themes, without its text. */
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

/** A report without its text, as `/r/index.json` lists it. */
export const listedReportSchema = reportSchema
  .omit({ sections: true, observations: true, related: true, corrections: true })
  .extend({
    source: sourceSchema.omit({ omitted: true }),
    characters: z.int().describe('of paragraphs and headings, white space not counted'),
  });
export type ListedReport = z.infer<typeof listedReportSchema>;

/** A listed report and its sections: what every list, facet and cross-link is made of. */
export interface ReportSummary extends ListedReport {
  readonly sections: readonly SectionSummary[];
}

/** Return what lists and cross-links need of a report. */
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

/**
 * Name the snapshot as it is served beside its report.
 *
 * @returns `source.<ext>`; `undefined` where the snapshot's furniture names a private person: it is
 *   kept then, and not served
 */
export function findServedSource({ source }: Pick<Report, 'source'>): string | undefined {
  if (source.omitted.some(({ masked }) => masked)) return undefined;
  return `source${/\.[a-z0-9]+$/i.exec(source.file)?.[0] ?? ''}`;
}
