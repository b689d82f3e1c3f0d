import type { SectionSummary } from '../../report/report-summary.ts';
import { roleWords } from './field-words.ts';

/**
 * Names a section for an outline or a list.
 *
 * @returns the printed numeral and heading; for a part printed without one, its role in 〔〕,
 *   which says that the words are ours
 */
export function sectionName(
  section: Pick<SectionSummary, 'label' | 'heading' | 'roles'> & { readonly supplied?: boolean },
): string {
  if (section.heading === null)
    return `${section.label ?? ''}〔${section.roles.map((role) => roleWords[role]).join('、') || roleWords.body}〕`;
  return section.supplied === true
    ? `〔${section.heading}〕`
    : `${section.label ?? ''}${section.heading}`;
}
