import type { Observation } from '../../../src/report/report.ts';

/** Sentences to make the vocabulary with, and those that were first read when it was done. */
export const HALVES = ['look', 'score', 'fresh', 'later', 'dense', 'real', 'paragraphs'] as const;
export type Half = (typeof HALVES)[number];

/** A figure as a person marked it; what is not said is `null`. */
type MarkedFigure = Pick<Observation, 'indicator' | 'value'> &
  Partial<Pick<Observation, 'approx' | 'scope' | 'period' | 'subsetOf'>>;

/** A sentence with all its figures. */
export interface Marked {
  readonly text: string;
  /** What the sentence was written to try. */
  readonly kind: string;
  readonly observations: readonly MarkedFigure[];
  /** The sums and rates that it gives, in the set that sums are marked in. */
  readonly sums?: readonly string[];
}

interface Counts {
  marked: number;
  read: number;
  /** Of the right indicator and value. */
  right: number;
  /** With bound, scope, period and whole too. */
  full: number;
}

/** A figure that was read, and whether it is marked. */
interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

export interface Score {
  readonly sentences: number;
  readonly all: Counts;
  readonly sure: Counts;
  readonly byKind: Record<string, Counts>;
  readonly byIndicator: Record<string, Counts>;
  readonly readings: readonly Judged[];
}

const none = (): Counts => ({ marked: 0, read: 0, right: 0, full: 0 });
const SURE = 0.9;

/** Hold what is read of marked sentences against the marks; each mark is met once. */
export function scoreHalf(
  marked: readonly Marked[],
  read: (text: string) => readonly Observation[],
): Score {
  const [all, sure] = [none(), none()];
  const byKind: Record<string, Counts> = {};
  const byIndicator: Record<string, Counts> = {};
  const readings: Judged[] = [];
  for (const { text, kind, observations } of marked) {
    const kindCounts = countsOf(byKind, kind);
    const of = (indicator: string): Counts => countsOf(byIndicator, indicator);
    for (const { indicator } of observations)
      for (const counts of [all, kindCounts, of(indicator)]) counts.marked += 1;
    const left = [...observations];
    for (const one of read(text)) {
      const full = left.findIndex((mark) => fullKey(mark) === fullKey(one));
      const match = full >= 0 ? full : left.findIndex((mark) => key(mark) === key(one));
      if (match >= 0) left.splice(match, 1);
      const isSure = one.confidence >= SURE;
      for (const counts of [all, kindCounts, of(one.indicator), ...(isSure ? [sure] : [])]) {
        counts.read += 1;
        if (match >= 0) counts.right += 1;
        if (full >= 0) counts.full += 1;
      }
      readings.push({ confidence: one.confidence, isRight: match >= 0 });
    }
  }
  return { sentences: marked.length, all, sure, byKind, byIndicator, readings };
}

function countsOf(groups: Record<string, Counts>, group: string): Counts {
  const counts = groups[group] ?? none();
  groups[group] = counts;
  return counts;
}

function key({ indicator, value }: MarkedFigure): string {
  return `${indicator} ${value}`;
}

function fullKey(figure: MarkedFigure): string {
  const { approx = null, scope = null, period = null, subsetOf = null } = figure;
  return [key(figure), approx, scope, period, subsetOf].join('|');
}

/** How many figures of each range of confidence are right. */
export function reliability(
  readings: readonly Judged[],
): { from: number; to: number; count: number; right: number }[] {
  return [
    [0, 0.8],
    [0.8, 0.9],
    [0.9, 0.98],
    [0.98, 1],
  ].map(([from = 0, to = 1]) => {
    const within = readings.filter(
      ({ confidence }) => confidence >= from && (confidence < to || to === 1),
    );
    return { from, to, count: within.length, right: within.filter((one) => one.isRight).length };
  });
}

/** How many sums are marked, shown, and shown as they are marked. */
export function scoreSums(
  marked: readonly Marked[],
  find: (text: string) => readonly { readonly formula: string }[],
): { marked: number; shown: number; right: number } {
  const score = { marked: 0, shown: 0, right: 0 };
  for (const { text, sums = [] } of marked) {
    const found = find(text).map(({ formula }) => formula);
    score.marked += sums.length;
    score.shown += found.length;
    score.right += found.filter((formula) => sums.includes(formula)).length;
  }
  return score;
}
