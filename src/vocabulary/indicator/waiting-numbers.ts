import type { Candidate } from './choose-frame.ts';
import { confidenceOf } from './confidence.ts';
import type { NumberAtHand } from './reading-state.ts';

/** What is counted goes on to the next of a list: 6个乡镇、4个部门获评. */
const LIST_GOES_ON = /[^，。；：、\d]{0,8}、/y;

/** Longer lists share no noun. */
const MOST_LISTED = 8;

/**
 * Keep a number whose noun is yet to come: a rate of which a time alone is said at the head of a
 * sentence (2021年为86%，2022年出庭率为95%), or one of a list (6个乡镇、4个部门获评示范单位).
 */
export function keepWaiting({ reading, sentence, state, token, right }: NumberAtHand): void {
  const { period, last } = sentence;
  const isAlone = state.left.every(({ word }) => word.roles.filler);
  const isRate = token.quantity.unit === '%' && last === undefined && period !== null && isAlone;
  LIST_GOES_ON.lastIndex = token.end;
  const isListed = LIST_GOES_ON.test(reading.plain) && right.every(({ word }) => !word.isAct);
  if (!isRate && !isListed) return;
  sentence.waiting = [
    ...sentence.waiting.slice(-MOST_LISTED),
    { token, period, start: state.leftStart, isListed },
  ];
}

/**
 * Read the numbers kept, once their noun is said of this one.
 *
 * @param scope whose it is
 */
export function readWaiting(
  { reading, sentence, token, unit }: NumberAtHand,
  { frame: { indicator, acts }, start: candidateStart }: Candidate,
  scope: string | null,
): void {
  const { waiting, period } = sentence;
  sentence.waiting = [];
  for (const one of waiting) {
    if (one.token.quantity.unit !== unit) continue;
    const isOfTime = acts === undefined && period !== null && one.period !== period;
    const isSaidAfter =
      candidateStart >= token.start &&
      !/[，。；：]/.test(reading.plain.slice(one.token.end, token.start));
    if (one.isListed ? !isSaidAfter : !isOfTime) continue;
    const start = one.isListed ? one.token.start : one.start;
    reading.figures.push({
      indicator: indicator.id,
      value: one.token.quantity.value,
      unit,
      raw: reading.text.slice(start, one.token.end),
      approx: one.token.quantity.approx,
      scope,
      period: one.period,
      subsetOf: null,
      start,
      end: one.token.end,
      confidence: confidenceOf([
        'noun elided',
        ...(one.isListed ? (['thing after'] as const) : []),
      ]),
    });
  }
}
