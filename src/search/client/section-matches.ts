import type { SectionSpan } from '../format/section-table.ts';
import type { Span } from './query-matches.ts';

/** Where in a report's sections its matches are. */
export interface SectionMatches {
  /** How many begin in a heading. */
  readonly inHeadings: number;
  /** The themes of the sections they are in. */
  readonly themes: ReadonlySet<string>;
}

/**
 * Look which sections matches are in.
 * @param spans the matches, in order
 * @param sections the report's sections, in order
 * @returns the themes of those sections, and how many matches are in headings
 */
export function sectionMatches(
  spans: readonly Span[],
  sections: readonly SectionSpan[],
): SectionMatches {
  const themes = new Set<string>();
  let inHeadings = 0;
  let next = 0;
  for (const { start } of spans) {
    while (next < sections.length && (sections[next]?.end ?? 0) <= start) next += 1;
    const section = sections[next];
    if (!section || section.start > start) continue;
    if (start < section.headingEnd) inHeadings += 1;
    for (const theme of section.themes) themes.add(theme);
  }
  return { inHeadings, themes };
}
