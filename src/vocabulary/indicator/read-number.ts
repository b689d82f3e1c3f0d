import { bestFrame, type Candidate } from './choose-frame.ts';
import { confidenceOf, type Doubt } from './confidence.ts';
import { boundOf, type Frame, type Indicator } from './parse-indicators.ts';
import type { Quantity } from './quantity.ts';
import { elided } from './read-elided.ts';
import {
  type ClauseState,
  type Counted,
  endScope,
  type NumberAtHand,
  type Passage,
  type QuantityToken,
  type Reading,
  type Sentence,
  unknownBetween,
  type WordToken,
} from './reading-state.ts';

/** After more numbers than these, what stood before them is not said of the next. */
const MOST_UNREAD = 3;

export function readNumber(
  reading: Reading,
  sentence: Sentence,
  state: ClauseState,
  token: QuantityToken,
  right: readonly WordToken[],
): void {
  const { passage, figures } = reading;
  const { quantity } = token;
  if (token.start === state.lastEnd) state.left = state.lastLeft;
  const { unit } = quantity;
  const dealt = dealOut(passage, sentence, state);
  const number: NumberAtHand = { reading, sentence, state, token, unit, right, dealt };
  const fact = factOf(number);
  const candidate =
    fact === 'none' || !reading.indicators.frames.has(unit) ? undefined : candidateFor(number);
  const indicator = candidate?.frame.indicator;
  const whole = wholeOf(sentence, unit, indicator);
  const isPart = isAlike(whole, indicator);
  const isNew = indicator?.stock === true && state.left.some(({ word }) => word.roles.new);
  const scope = (): string | null =>
    state.partScope ??
    partScopeBefore(number, indicator) ??
    passage.scope ??
    scopeBefore(number, candidate);
  const isKnown = isDifference(state, fact);
  const isUnread = indicator === undefined && !isKnown;
  let confidence = 1;
  if (candidate !== undefined && indicator !== undefined && fact === 'is' && !isNew) {
    if (whole !== undefined && !isPart) sentence.partOf = undefined;
    if (passage.scopeTheme === undefined) passage.scopeTheme = indicator.theme;
    else if (passage.scopeTheme !== indicator.theme && !passage.isScopeOfSentence)
      endScope(passage);
    const start = Math.min(candidate.start, boundStart(state, token.start));
    const isCarried = passage.scope !== null && !passage.isScopeOfSentence;
    const doubts: Doubt[] = [...candidate.doubts];
    if (isCarried) doubts.push('scope carried');
    if (sentence.last?.isUnread === true) doubts.push('number before unread');
    readWaiting(reading, sentence, candidate.frame, unit);
    confidence = Math.min(confidenceOf(doubts), candidate.after?.confidence ?? 1);
    figures.push({
      indicator: indicator.id,
      value: quantity.value,
      unit,
      raw: reading.text.slice(start, candidate.end),
      approx: boundBefore(state, quantity),
      scope:
        indicator.scopes === 'none'
          ? null
          : (scope() ?? sentence.leadScope ?? (isPart ? (whole?.scope ?? null) : null)),
      period: sentence.period,
      subsetOf: isPart ? (whole?.indicator?.id ?? null) : null,
      start,
      end: candidate.end,
      confidence,
    });
  }
  if (candidate === undefined && fact === 'is') keepWaiting(sentence, state, token);
  const isListed = state.clause.mark === '、';
  const counted: Counted = { unit, indicator, scope: scope(), isListed, isUnread, confidence };
  const isCounted = !isKnown || fact === 'was';
  if (isCounted) sentence.last = counted;
  sentence.isThingFresh &&= fact === 'none';
  // 其中 may also go back to what is counted beside parts: 其中村级70个，调解员90人，其中专职12人.
  const isBeside = whole === undefined && indicator !== undefined && unit !== '%';
  if ((sentence.partOf === undefined || isBeside) && isCounted)
    sentence.wholes = [...sentence.wholes.slice(-8), counted];
  const used = fact === 'was' ? 0 : right.filter(({ end }) => end <= (candidate?.end ?? 0)).length;
  const things = state.left.filter(({ word }) => word.isThing);
  if (things.length > 0) sentence.things = things;
  state.isAfterNumber = true;
  state.hasNumber ||= !isKnown;
  state.lastEnd = token.end;
  state.lastLeft = state.left;
  // A number of nothing we know parts no clause: 交通等9个领域的案卷152份.
  state.unread += 1;
  const isNoise =
    candidate === undefined &&
    fact === 'is' &&
    unit !== '%' &&
    !right.some(({ word }) => word.isAct && !word.isThing);
  if (isNoise && state.unread <= MOST_UNREAD) return;
  state.left = [];
  state.leftStart = used > 0 ? (candidate?.end ?? token.end) : token.end;
  state.hasAct = state.hasThing = state.hasScope = state.hasContext = false;
  state.partScope = null;
}

/** Whose a lone part is, the next are: 其中市本级新收341件，审结302件. */
function partScopeBefore(
  { sentence: { last, partOf }, state: { clause, hasContext }, unit }: NumberAtHand,
  indicator: Indicator | undefined,
): string | null {
  if (partOf === undefined || last === undefined || hasContext || clause.mark !== '，') return null;
  const isNext = last.unit === unit && !last.isListed && last.indicator !== indicator;
  return isNext && indicator?.matter !== undefined && last.indicator?.matter === indicator.matter
    ? last.scope
    : null;
}

/** What is not named again, or goes on under one verb, is of the same: 梳理市级规范性文件246件，废止29件. */
function scopeBefore(
  { sentence: { last, partOf }, state }: NumberAtHand,
  candidate: Candidate | undefined,
): string | null {
  if (candidate === undefined || last === undefined || state.hasContext) return null;
  const { indicator } = candidate.frame;
  const isUnnamed = candidate.doubts.some((one) => one === 'bare' || one === 'thing carried');
  const isAlike = indicator.matter !== undefined && last.indicator?.matter === indicator.matter;
  const isListed = state.clause.mark === '、' && partOf === undefined;
  const isSame = isListed && last.indicator === indicator;
  return (isUnnamed && isAlike) || isSame ? last.scope : null;
}

/** Deal out what 分别 joins: 2022年、2023年分别受理45件、62件. */
function dealOut(passage: Passage, sentence: Sentence, state: ClauseState): WordToken | undefined {
  const isDealing = state.left.some(({ word }) => word.deals);
  if (isDealing) {
    sentence.acts = listedActs(state.left);
    if (sentence.periods.length === 0) sentence.periods = [...sentence.allPeriods];
    if (sentence.periods.length > 1) sentence.period = sentence.periods.shift() ?? null;
    if (sentence.scopes.length > 1) passage.scope = sentence.scopes.shift() ?? null;
    return sentence.acts.shift();
  }
  const isAlone = state.left.every(({ word }) => word.roles.filler);
  if (sentence.scopes.length === 1 && isAlone) passage.scope = sentence.scopes.shift() ?? null;
  if (sentence.periods.length > 0 && isAlone) {
    const next = sentence.periods.length > 0 && sentence.last !== undefined;
    if (next && sentence.period !== null && sentence.periods[0] !== sentence.period)
      sentence.period = sentence.periods.shift() ?? null;
  }
  return sentence.acts.shift();
}

/** Find acts that 、 or 和 joins before 分别: 新收、办结分别为. */
function listedActs(left: readonly WordToken[]): WordToken[] {
  const acts = left.filter(({ word }) => word.isAct);
  const [first, second] = acts;
  return first !== undefined && second !== undefined && second.start - first.end <= 1 ? acts : [];
}

/** Keep a rate of which a time alone is said at the head of a sentence: 2021年为86%. */
function keepWaiting(sentence: Sentence, state: ClauseState, token: QuantityToken): void {
  const { period, last } = sentence;
  const isAlone = state.left.every(({ word }) => word.roles.filler);
  if (token.quantity.unit !== '%' || last !== undefined || period === null || !isAlone) return;
  sentence.waiting = { token, period, start: state.leftStart };
}

/** Read the rate kept, once its noun is said of another time. */
function readWaiting(
  { text, figures, passage }: Reading,
  sentence: Sentence,
  { indicator, acts }: Frame,
  unit: string,
): void {
  const { waiting, period } = sentence;
  sentence.waiting = undefined;
  if (waiting === undefined || waiting.token.quantity.unit !== unit || acts !== undefined) return;
  if (period === null || period === waiting.period) return;
  const { start, token } = waiting;
  const { value, approx } = token.quantity;
  figures.push({
    indicator: indicator.id,
    value,
    unit,
    raw: text.slice(start, token.end),
    approx,
    scope: indicator.scopes === 'none' ? null : passage.scope,
    period: waiting.period,
    subsetOf: null,
    start,
    end: token.end,
    confidence: confidenceOf(['noun elided']),
  });
}

/** Tell targets and differences (`none`) and what was before a change (`was`) from what is. */
function factOf({ reading, sentence, state, token, right }: NumberAtHand): 'is' | 'was' | 'none' {
  if (Number.isNaN(token.quantity.value)) return 'none';
  if (sentence.isGoal || sentence.isOfEach || state.isTarget) return 'none';
  const { left } = state;
  let [lastTo, lastChange, lastCompare, isFrom] = [-1, -1, -1, false];
  for (let i = 0; i < left.length; i += 1) {
    const roles = left[i]?.word.roles;
    if (roles?.to === true) lastTo = i;
    if (roles?.change === true) lastChange = i;
    if (roles?.compare === true) lastCompare = i;
    if (roles?.from === true) isFrom = true;
  }
  const change = left[lastChange];
  if (
    change !== undefined &&
    lastChange > lastTo &&
    unknownBetween(reading, change.end, token.start) === 0 &&
    !left
      .slice(lastChange + 1)
      .some(({ word }) => word.isThing || (word.isAct && !word.roles.change))
  )
    return 'none';
  if (lastCompare > lastTo) return 'was';
  const [next] = right;
  const isBefore =
    isFrom && next !== undefined && right.slice(0, 2).some(({ word }) => word.roles.to);
  return isBefore ? 'was' : 'is';
}

/** Find what a number is a part of; one counted under the same name goes before the last. */
function wholeOf(
  { partOf }: Sentence,
  unit: string,
  found: Indicator | undefined,
): Counted | undefined {
  if (partOf === undefined || unit === '%') return undefined;
  const alike = partOf.filter((one) => one.unit === unit);
  return alike.findLast(({ indicator }) => indicator === found) ?? alike.at(-1);
}

/** Tell a difference or what was before: numbers that are understood, if not read. */
function isDifference({ left }: ClauseState, fact: 'is' | 'was' | 'none'): boolean {
  return (
    fact === 'was' ||
    (fact === 'none' && left.some(({ word }) => word.roles.change || word.roles.compare))
  );
}

function isAlike(whole: Counted | undefined, part: Indicator | undefined): boolean {
  const { indicator } = whole ?? {};
  if (indicator === undefined) return false;
  if (indicator === part) return true;
  // What was done to some of what there is makes no part of it: 权力事项320项，取消31项.
  if (indicator.stock && part?.stock === false) return false;
  return indicator.matter !== undefined && indicator.matter === part?.matter;
}

/** Find how to read a number; a kind of the whole is counted as a part of it. */
function candidateFor(number: NumberAtHand): Candidate | undefined {
  const best = bestFrame(number);
  return best === undefined || isKindOf(number, best.frame) ? elided(number) : best;
}

/**
 * Tell a kind of the whole from what has its name: 权力事项320项，其中行政许可48项 are no permits given,
 * 援助案件950件，其中民事936件、行政案件14件 no suits.
 */
function isKindOf(
  { reading, sentence, state, token, unit }: NumberAtHand,
  { acts, indicator }: Frame,
): boolean {
  if (acts !== undefined) return false;
  const isName =
    unit === '件' &&
    state.left.length === 1 &&
    unknownBetween(reading, state.leftStart, token.start) === 0;
  if (unit === indicator.unit && !isName) return false;
  const whole = wholeOf(sentence, unit, indicator);
  return whole?.indicator?.unit === unit && !isAlike(whole, indicator);
}

/** Where the words of a bound begin that stand right before a number: 近450件. */
function boundStart({ left }: ClauseState, at: number): number {
  const last = left.at(-1);
  return last?.end === at && boundOf(last.word) !== null ? last.start : at;
}

/** Words right before a number that make it a bound: 近, 约, 超过. */
function boundBefore({ left }: ClauseState, { approx }: Quantity): Quantity['approx'] {
  if (approx !== null) return approx;
  for (let i = left.length - 1; i >= 0 && i >= left.length - 2; i -= 1) {
    const word = left[i]?.word;
    const bound = word === undefined ? null : boundOf(word);
    if (bound !== null) return bound;
    if (word?.roles.filler !== true) break;
  }
  return null;
}
