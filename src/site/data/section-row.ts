import type { ThemedSection } from './archive-index.ts';
import { sectionName } from './section-name.ts';

/** A section as a line of a list. */
export interface SectionRow {
  readonly address: string;
  readonly name: string;
  /** Names below the province: `周口市 川汇区`; the province's own where it is the place. */
  readonly place: string;
  readonly year: number;
  readonly title: string;
}

/** Makes a list's line of a section. */
export function sectionRow({ report, section }: ThemedSection): SectionRow {
  const [province, ...below] = report.region.path.map(({ name }) => name);
  return {
    address: `${report.url}#${section.id}`,
    name: sectionName(section),
    place: below.length > 0 ? below.join(' ') : (province ?? ''),
    year: report.year,
    title: report.title,
  };
}
