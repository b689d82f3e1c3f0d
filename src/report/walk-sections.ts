import type { Section } from './report.ts';

/** Lists sections and all their subsections in printed order. */
export function walkSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...walkSections(section.sections)]);
}
