import type { Observation, Paragraph, Report, Section } from '../../report/report.ts';
import { walkSections } from '../../report/report-lines.ts';
import type { SectionSummary } from '../../report/report-summary.ts';
import { findSums } from '../../vocabulary/indicator/find-sums.ts';
import { figureLimits, figureWords } from './reader-words.ts';
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
}

/** Cut a paragraph at its points, without a character changed or moved. */
export function paragraphPieces({ text, points }: Paragraph): ParagraphPiece[] {
  const pieces: ParagraphPiece[] = [];
  let at = 0;
  for (const { id, label, start, end } of points) {
    if (start > at) pieces.push({ id: null, label: '', text: text.slice(at, start) });
    const labelEnd = text.startsWith(label, start) ? start + label.length : start;
    pieces.push({ id, label: text.slice(start, labelEnd), text: text.slice(labelEnd, end) });
    at = end;
  }
  if (at < text.length) pieces.push({ id: null, label: '', text: text.slice(at) });
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
}

/** A sum or rate that the text's own figures give. */
export interface FigureSum {
  readonly kind: 'sum' | 'rate';
  readonly formula: string;
  /** The words from the first figure to the last. */
  readonly raw: string;
  readonly paragraph: string;
}

const indicatorById = new Map(indicators.map((indicator) => [indicator.id, indicator]));
/** Return a report's figures by the paragraph that they were read from. */
export function reportFigures({ observations }: Report): Map<string, Figure[]> {
  return Map.groupBy(observations.flatMap(figure), ({ paragraph }) => paragraph);
}

/** Return the sums that a report's text itself allows, by paragraph; a plan counts nothing yet. */
export function reportSums({ kind, sections }: Report): Map<string, FigureSum[]> {
  const paragraphs = walkSections(sections).flatMap((section) => section.paragraphs);
  const sums = (kind === 'plan' ? [] : paragraphs).flatMap(({ id, text }) =>
    findSums(text).map(({ kind: sort, formula, start, end }) => ({
      kind: sort,
      formula,
      raw: text.slice(start, end),
      paragraph: id,
    })),
  );
  return Map.groupBy(sums, ({ paragraph }) => paragraph);
}

function figure(observation: Observation): Figure[] {
  const label = indicatorById.get(observation.indicator)?.label;
  if (label === undefined) return [];
  const { raw, paragraph } = observation;
  const [words, limits] = [figureWords(observation), figureLimits(observation)];
  return [{ label, words, limits, raw, paragraph }];
}
