import type { Kind, Observation, Section } from '../../report/report.ts';
import { findObservations } from './find-observations.ts';
import type { Indicators } from './indicator.ts';

/**
 * Reads all figures of a report, in the order of its paragraphs.
 *
 * A plan reports nothing, nor does a section of plans: 举办培训2期 is a promise there.
 *
 * @param sections the addressed tree, its roles filled in
 */
export function reportObservations(
  indicators: Indicators,
  kind: Kind,
  sections: readonly Section[],
): Observation[] {
  if (kind === 'plan') return [];
  return sections.flatMap((section) => {
    if (section.roles.includes('plans') && !section.roles.includes('problems')) return [];
    return [
      ...findObservations(indicators, section),
      ...reportObservations(indicators, kind, section.sections),
    ];
  });
}
