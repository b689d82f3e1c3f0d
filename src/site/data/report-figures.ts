import type { Observation, Report } from '../../report/report.ts';
import { walkSections } from '../../report/report-lines.ts';
import { findSums } from '../../vocabulary/indicator/find-sums.ts';
import { figureLimits, figureWords } from './figure-words.ts';
import { indicators } from './vocabulary.ts';

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
/** Gives a report's figures by the paragraph that they were read from. */
export function reportFigures({ observations }: Report): Map<string, Figure[]> {
  return Map.groupBy(observations.flatMap(figure), ({ paragraph }) => paragraph);
}

/** Gives the sums that a report's text itself allows, by paragraph; a plan counts nothing yet. */
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
