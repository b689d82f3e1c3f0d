import { parseQuantity, quantityPattern, usualUnit } from './quantity.ts';

/** A figure that other figures of the same sentence add up to, or a rate that two of them give. */
interface FoundSum {
  readonly kind: 'sum' | 'rate';
  /** `27 = 14 + 1 + 4 + 4 + 4`, `46.7% = 7 / 15` */
  readonly formula: string;
  /** UTF-16 units of the text: from the first figure to the end of the last. */
  readonly start: number;
  readonly end: number;
}

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

const COUNT = new RegExp(quantityPattern('件|项|人|个|部|份|条|次|家|户|起'), 'gu');
const RATE = /(\d+(?:\.(\d+))?)[%％]/g;
/** Smaller wholes add up by chance. */
const LEAST_WHOLE = 5;

/**
 * Check the sums that a text itself allows, so that readers see which figures agree.
 *
 * A whole stands before its parts in one sentence, all of one unit, at least two parts; what is in
 * brackets is an aside. A rate needs a decimal: round ones come out by chance. What does not add
 * up is not reported: a text need not name all parts.
 */
export function findSums(text: string): FoundSum[] {
  return [...text.matchAll(/[^。！？\n]+/g)].flatMap(({ 0: sentence, index }) => {
    const figures = countsOf(sentence);
    return [...sums(figures), ...rates(sentence, figures)].map((sum) => ({
      ...sum,
      start: sum.start + index,
      end: sum.end + index,
    }));
  });
}

function countsOf(sentence: string): Figure[] {
  return [...sentence.matchAll(COUNT)].flatMap((match): Figure[] => {
    const quantity = parseQuantity(match.groups?.['n'] ?? '');
    const isAside =
      sentence.lastIndexOf('（', match.index) > sentence.lastIndexOf('）', match.index);
    if (quantity === undefined || quantity.approx !== null || isAside) return [];
    const { index: start } = match;
    const unit = usualUnit(match.groups?.['u'] ?? '');
    return [{ value: quantity.value, unit, start, end: start + match[0].length }];
  });
}

function sums(all: readonly Figure[]): FoundSum[] {
  return all.flatMap((whole, i): FoundSum[] => {
    if (whole.value < LEAST_WHOLE) return [];
    const parts: Figure[] = [];
    let sum = 0;
    for (const figure of all.slice(i + 1)) {
      if (figure.unit !== whole.unit) continue;
      parts.push(figure);
      sum += figure.value;
      if (sum > whole.value) return [];
      if (sum === whole.value && parts.length > 1)
        return [
          {
            kind: 'sum',
            formula: `${whole.value} = ${parts.map(({ value }) => value).join(' + ')}`,
            start: whole.start,
            end: figure.end,
          },
        ];
    }
    return [];
  });
}

function rates(sentence: string, figures: readonly Figure[]): FoundSum[] {
  return [...sentence.matchAll(RATE)].flatMap((match): FoundSum[] => {
    const decimals = match[2]?.length ?? 0;
    if (decimals === 0) return [];
    const rate = Number(match[1]);
    const before = figures.filter(({ end }) => end <= match.index);
    for (const part of before.toReversed())
      for (const whole of before) {
        const isOf = whole !== part && whole.unit === part.unit && whole.value >= part.value;
        if (!isOf || Math.abs((part.value / whole.value) * 100 - rate) > 0.5 / 10 ** decimals)
          continue;
        const end = match.index + match[0].length;
        const start = Math.min(part.start, whole.start);
        return [{ kind: 'rate', formula: `${rate}% = ${part.value} / ${whole.value}`, start, end }];
      }
    return [];
  });
}
