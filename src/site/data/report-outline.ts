import type { Section } from '../../report/report.ts';
import type { SectionSummary } from '../../report/report-summary.ts';

/** A section in the outline, with those below it. */
export interface OutlineEntry {
  readonly section: SectionSummary & { readonly supplied?: boolean };
  readonly below: readonly OutlineEntry[];
}

/** Gives the outline of a report. */
export function reportOutline(sections: readonly Section[], depth = 1): OutlineEntry[] {
  return sections.map(
    ({ sections: below, paragraphs, number: _n, stop: _s, style: _t, ...section }) => ({
      section: { ...section, depth, paragraph: paragraphs[0]?.id ?? null },
      below: reportOutline(below, depth + 1),
    }),
  );
}
