import type { Span } from './query-matches.ts';

/**
 * Sort places by the section they begin in.
 * @param spans the places, in order
 * @param sections the report's sections, in order
 * @returns the sections with a place, in the order of their first; what is in none goes together
 */
export function groupBySection<Section extends Span>(
  spans: readonly Span[],
  sections: readonly Section[],
): Map<Section | undefined, Span[]> {
  const groups = new Map<Section | undefined, Span[]>();
  let next = 0;
  for (const span of spans) {
    while (next < sections.length && (sections[next]?.end ?? 0) <= span.start) next += 1;
    const section = sections[next];
    const key = section && section.start <= span.start ? section : undefined;
    const group = groups.get(key);
    if (group) group.push(span);
    else groups.set(key, [span]);
  }
  return groups;
}
