import { countCharacters } from '../text/pair-tokens.ts';

/** A stretch of a report that matches: positions in its folded lines joined by line ends. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span, and which part of the query stands there. */
export interface PartSpan extends Span {
  readonly part: number;
}

/**
 * Visit spans with the section each begins in.
 * @param spans the spans, in order
 * @param sections the report's sections, in order
 * @param visit told each span, and its section if it begins in one
 */
export function eachInSection<Section extends Span, Found extends Span>(
  spans: readonly Found[],
  sections: readonly Section[],
  visit: (span: Found, section: Section | undefined) => void,
): void {
  let next = 0;
  for (const span of spans) {
    while (next < sections.length && (sections[next]?.end ?? 0) <= span.start) next += 1;
    const section = sections[next];
    visit(span, section && section.start <= span.start ? section : undefined);
  }
}

/**
 * Group spans by the section they begin in.
 * @param spans the spans, in order
 * @param sections the report's sections, in order
 * @returns the sections with a span, in the order of their first; what is in none goes together
 */
export function groupBySection<Section extends Span, Found extends Span>(
  spans: readonly Found[],
  sections: readonly Section[],
): Map<Section | undefined, Found[]> {
  const groups = new Map<Section | undefined, Found[]>();
  eachInSection(spans, sections, (span, section) => {
    const group = groups.get(section);
    if (group) group.push(span);
    else groups.set(section, [span]);
  });
  return groups;
}

/** Put spans in the order of their starts. The list itself is sorted. */
export function sortSpans<Found extends Span>(spans: Found[]): Found[] {
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Join spans that touch or overlap. @param spans in the order of their starts */
export function joinTouching(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** Find where a phrase stands in a text, by characters; after a match, from its end on. */
export function positionsIn(text: string, phrase: string): number[] {
  const positions: number[] = [];
  let [position, counted] = [0, 0];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    position += countCharacters(text.slice(counted, at));
    counted = at;
    positions.push(position);
  }
  return positions;
}

/** Spans near each other, from the first of a list to before the last, and how many parts they have. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly parts: number;
}

/**
 * Find the stretch of spans with the most different parts, the first of those alike, as short as
 * its end allows.
 * @param spans the spans, in order
 * @param reach how far from the first start to the last one
 */
export function richestWindow(spans: readonly PartSpan[], reach: number): Window {
  const counts = new Map<number, number>();
  let best: Window = { from: 0, to: 0, parts: 0 };
  let from = 0;
  const drop = () => {
    const part = spans[from]?.part ?? 0;
    const left = (counts.get(part) ?? 1) - 1;
    if (left === 0) counts.delete(part);
    else counts.set(part, left);
    from += 1;
  };
  for (const [to, span] of spans.entries()) {
    counts.set(span.part, (counts.get(span.part) ?? 0) + 1);
    while (span.start - (spans[from]?.start ?? 0) > reach) drop();
    if (counts.size > best.parts) best = { from, to: to + 1, parts: counts.size };
  }
  return best;
}
