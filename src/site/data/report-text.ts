import type {
  FigureDecision,
  Observation,
  Paragraph,
  Report,
  Section,
} from '../../report/report.ts';
import type { SectionSummary } from '../../report/report-summary.ts';
import { doubtWords, figureLimits, figureWords } from './reader-words.ts';
import { indicators } from './vocabularies.ts';

/** A section in the outline, with those below it. */
export interface OutlineEntry {
  readonly section: SectionSummary & { readonly supplied?: boolean };
  readonly below: readonly OutlineEntry[];
}

/** Return the outline of a report. */
export function reportOutline(sections: readonly Section[], depth = 1): OutlineEntry[] {
  return sections.map(
    ({ sections: below, paragraphs, number: _n, stop: _s, style: _t, ...section }) => ({
      section: { ...section, depth, paragraph: paragraphs[0]?.id ?? null },
      below: reportOutline(below, depth + 1),
    }),
  );
}

/** A stretch of a paragraph's text; together, in order, the stretches are the text. */
interface ParagraphPiece {
  /** The point's address; `null` for text outside the points. */
  readonly id: string | null;
  /** The words that the eye looks for (一是, or the lead sentence); empty outside the points. */
  readonly label: string;
  readonly text: string;
  /** Where the label, or without one the text, stands in the paragraph. */
  readonly start: number;
}

/** Cut a paragraph at its points, without a character changed or moved. */
export function paragraphPieces({ text, points }: Paragraph): ParagraphPiece[] {
  const pieces: ParagraphPiece[] = [];
  let at = 0;
  for (const { id, label, start, end } of points) {
    if (start > at) pieces.push({ id: null, label: '', text: text.slice(at, start), start: at });
    const labelEnd = text.startsWith(label, start) ? start + label.length : start;
    const words = { label: text.slice(start, labelEnd), text: text.slice(labelEnd, end) };
    pieces.push({ id, ...words, start });
    at = end;
  }
  if (at < text.length) pieces.push({ id: null, label: '', text: text.slice(at), start: at });
  return pieces;
}

/** A figure read from the text, with the paragraph that holds its words. */
export interface Figure {
  readonly label: string;
  readonly words: string;
  readonly limits: string;
  /** The words it was read from. */
  readonly raw: string;
  readonly paragraph: string;
  /** What readers should know of it: 待核, or what an editor decided and why; else empty. */
  readonly note: string;
}

const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/**
 * Return a report's figures by the paragraph that they were read from, and what an editor found
 * to be none.
 */
export function reportFigures({ observations, figures = [] }: Report): Map<string, Figure[]> {
  const all = [
    ...observations.flatMap((observation) => figure(observation, figures)),
    ...figures.flatMap(rejected),
  ];
  return Map.groupBy(all, ({ paragraph }) => paragraph);
}

function figure(observation: Observation, decisions: readonly FigureDecision[]): Figure[] {
  const label = indicatorById.get(observation.indicator)?.label;
  if (label === undefined) return [];
  const { raw, paragraph } = observation;
  const [words, limits] = [figureWords(observation), figureLimits(observation)];
  const decided = decisions.find(
    (one) =>
      one.value === observation.value &&
      [one.paragraph, one.indicator, one.raw].join() ===
        [paragraph, observation.indicator, raw].join(),
  );
  const note = decided === undefined ? doubtWords(observation) : `编者改定：${decided.why}`;
  return [{ label, words, limits, raw, paragraph, note }];
}

/** A figure that an editor took out is shown with the reason, so that readers do not miss it. */
function rejected({ indicator, raw, paragraph, value, why }: FigureDecision): Figure[] {
  const label = indicatorById.get(indicator)?.label;
  if (value !== null || label === undefined) return [];
  return [{ label, words: '不计', limits: '', raw, paragraph, note: `编者剔除「${raw}」：${why}` }];
}
