import {
  countUnderScope,
  dealOut,
  isBesideParts,
  isListedPart,
  isPartOf,
  oneOfAll,
  resumeScope,
  scopeOf,
  wholeOf,
} from './carried.ts';
import { bestFrame, type Candidate } from './choose-frame.ts';
import { confidenceOf, type Doubt } from './confidence.ts';
import { factOf, isDifference } from './fact-of.ts';
import { boundOf, type Frame } from './parse-indicators.ts';
import type { Quantity } from './quantity.ts';
import { elided } from './read-elided.ts';
import {
  type ClauseState,
  type Counted,
  isKinOf,
  isWholePlace,
  type NumberAtHand,
  type QuantityToken,
  type Reading,
  type Sentence,
  unknownBetween,
  type WordToken,
} from './reading-state.ts';
import { keepWaiting, readWaiting } from './waiting-numbers.ts';

const SHARE = /占[^，。；、]*$/;

/** So many words before a number are said of one more of the same. */
const MOST_LEFT = 8;

/** So many numbers back goes what speaks of one of them: 受理的案件中. */
const MOST_COUNTED = 9;

/** After more numbers than these, what stood before them is not said of the next. */
const MOST_UNREAD = 3;

export function readNumber(
  reading: Reading,
  sentence: Sentence,
  state: ClauseState,
  token: QuantityToken,
  right: readonly WordToken[],
): void {
  const { passage, figures, plain } = reading;
  const { quantity } = token;
  const { unit } = quantity;
  const isMore = isOneMore(reading, sentence, state, token, right);
  if (isMore) state.left = [...sentence.lastLeft];
  const dealt = dealOut(reading.plain, passage, sentence, state);
  const number: NumberAtHand = { reading, sentence, state, token, unit, right, dealt, isMore };
  const fact = factOf(number);
  const candidate =
    fact === 'none' || !reading.indicators.frames.has(unit) ? undefined : candidateFor(number);
  const indicator = candidate?.frame.indicator;
  const whole = wholeOf(sentence, unit, indicator);
  const isPart =
    (isPartOf(whole, indicator) && !isBesideParts(number, whole, indicator)) ||
    (indicator !== undefined && isListedPart(number, whole, indicator));
  const isNew = indicator?.stock === true && state.left.some(({ word }) => word.roles.new);
  const isKnown = isDifference(state, fact);
  const isUnread = indicator === undefined && !isKnown;
  const isRead = indicator !== undefined && fact === 'is' && !isNew;
  if (isRead && passage.ended !== undefined)
    resumeScope(passage, indicator.theme, candidate?.doubts ?? []);
  if (isRead && indicator.scopes === 'all') countUnderScope(passage, indicator.theme);
  const scope = scopeOf(number, candidate, isPart || whole?.isUnread === true ? whole : undefined);
  if (isRead && scope !== null && scope === sentence.leadScope)
    sentence.leadMatter ??= indicator.theme + indicator.matter;
  let confidence = 1;
  if (candidate !== undefined && isRead) {
    if (isPart && indicator === whole?.indicator) sentence.part = indicator;
    else if (isPart) sentence.part ??= indicator;
    if (whole !== undefined && !isPart && state.clause.mark !== '、') sentence.partOf = undefined;
    const start = Math.min(candidate.start, boundStart(state, token.start));
    const isCarried = passage.scope !== null && !passage.isScopeOfSentence;
    const doubts: Doubt[] = [...candidate.doubts];
    if (isCarried) doubts.push('scope carried');
    if (sentence.last?.isUnread === true) doubts.push('number before unread');
    const said = indicator.scopes === 'all' || isSaidOf(scope, state) ? scope : null;
    readWaiting(number, candidate, said);
    confidence = Math.min(confidenceOf(doubts), candidate.after?.confidence ?? 1);
    figures.push({
      indicator: indicator.id,
      value: quantity.value,
      unit,
      raw: reading.text.slice(start, candidate.end),
      approx: boundBefore(number),
      scope: said,
      period: sentence.period,
      subsetOf: isPart ? (whole?.indicator?.id ?? null) : null,
      start,
      end: candidate.end,
      confidence,
    });
  }
  if (candidate === undefined && fact === 'is') keepWaiting(number);
  const isListed = state.clause.mark === '、';
  const matter =
    indicator?.matter ?? state.left.findLast(({ word }) => word.matter !== undefined)?.word.matter;
  const isShare =
    unit === '%' && SHARE.test(plain.slice(Math.max(0, token.start - 14), token.start));
  const counted: Counted = {
    unit,
    indicator,
    matter,
    scope,
    period: sentence.period,
    isListed,
    isUnread,
    confidence,
    isShare,
  };
  const isCounted = !isKnown || fact === 'was';
  if (isCounted) {
    sentence.last = counted;
    if (sentence.counted.push(counted) > MOST_COUNTED) sentence.counted.shift();
  }
  sentence.isThingFresh &&= fact === 'none';
  // 其中 may also go back to what is counted beside parts: 其中村级70个，调解员90人，其中专职12人.
  const isBeside = whole === undefined && indicator !== undefined && unit !== '%';
  if ((sentence.partOf === undefined || isBeside) && isCounted)
    sentence.wholes = [...sentence.wholes.slice(-8), counted];
  const used = fact === 'was' ? 0 : right.filter(({ end }) => end <= (candidate?.end ?? 0)).length;
  const things = state.left.filter(({ word }) => word.isThing);
  if (things.length > 0) sentence.things = things;
  state.isAfterNumber = true;
  state.isCompared = false;
  state.hasNumber ||= !isKnown;
  // 12期执法人员轮训5,230人次: what stands behind the first is said of the second too.
  const named = right.slice(0, used);
  sentence.lastLeft = [
    ...(things.length > 0 ? [] : sentence.things),
    ...state.left,
    ...named,
  ].slice(-MOST_LEFT);
  // A number of nothing we know parts no clause: 交通等9个领域的案卷152份.
  state.unread += 1;
  const isNoise =
    candidate === undefined &&
    fact === 'is' &&
    unit !== '%' &&
    !right.some(({ word }) => word.isAct && !word.isThing);
  const isFrom = fact === 'was' && state.left.some(({ word }) => word.roles.from);
  if ((isFrom || isNoise) && state.unread <= MOST_UNREAD) return;
  state.isAfterFigure = true;
  state.left = [];
  state.leftStart = used > 0 ? (candidate?.end ?? token.end) : token.end;
  state.hasAct = state.hasThing = state.hasScope = state.hasContext = false;
  state.partScope = null;
}

/** Tell a number of what the number before it counted otherwise: 培训4期260人, 讲座17场、3100人次. */
function isOneMore(
  { plain }: Reading,
  { last, dealt }: Sentence,
  { left, leftStart, isAfterNumber }: ClauseState,
  { start, quantity: { unit } }: QuantityToken,
  right: readonly WordToken[],
): boolean {
  const isAlone =
    left.length <= 1 && /^ *(?:[共计达]|共计|累计)?$/.test(plain.slice(leftStart, start));
  if (!isAlone || dealt.length > 0 || last === undefined || last.unit === unit) return false;
  return isAfterNumber || right.length === 0;
}

/** Tell a whole place, or a body that its own clause names: of others a rank or a giver is no scope. */
const isSaidOf = (scope: string | null, { hasScope }: ClauseState): boolean =>
  scope !== null && (isWholePlace(scope) || (hasScope && !/^\d|级$/.test(scope)));

/** Lists are counted in these, what they hold is not: 事项清单31个. */
const OF_LISTS = /^(?:个|张|份|套|类)$/;

/** Find how to read a number; a kind of the whole is counted as a part of it. */
function candidateFor(number: NumberAtHand): Candidate | undefined {
  const nearest = number.state.left.at(-1);
  const isList = nearest?.end === number.token.start && /(?:清单|目录)$/.test(nearest.word.text);
  if (isList && OF_LISTS.test(number.unit)) return undefined;
  const { dealt, unit } = number;
  if (dealt !== undefined && unit === '%' && dealt.word.frames.get(unit) === undefined)
    return undefined;
  const best =
    bestFrame(number) ??
    oneOfAll(number)
      .map((one) => bestFrame({ ...number, dealt: one }))
      .find((one) => one !== undefined);
  if (best !== undefined && isOfBodies(number, best.frame)) return undefined;
  return best === undefined || isKindOf(number, best) ? elided(number) : best;
}

const BODIES =
  /(?:[^，。；：、\d]{0,4}(?:部门|单位|企业|司法所|机构)|设区的?市|地级市|地区|乡|镇|街道|苏木|嘎查|团场|社区|村|[区县市州旗](?!级)|盟|领域|方面)/y;

/** Tell bodies that are counted themselves: 26个部门纳入许可事项289项. */
function isOfBodies({ reading, token, unit }: NumberAtHand, { indicator }: Frame): boolean {
  if ((unit !== '个' && unit !== '家') || indicator.countsBodies) return false;
  if (indicator.unit !== '个' && reading.plain.startsWith('项目', token.end)) return true;
  BODIES.lastIndex = token.end;
  return BODIES.test(reading.plain);
}

/**
 * Tell a kind of the whole from what has its name: 权力事项320项，其中行政许可48项 are no permits given,
 * 援助案件950件，其中民事936件、行政案件14件 no suits.
 */
function isKindOf(
  { reading, sentence, state, token, unit }: NumberAtHand,
  { frame: { acts, indicator }, doubts }: Candidate,
): boolean {
  const isCarried = doubts.includes('act carried');
  if (acts !== undefined && !isCarried) return false;
  const isName =
    unit === '件' &&
    state.left.length === 1 &&
    unknownBetween(reading, state.leftStart, token.start) === 0;
  if (unit === indicator.unit && !isName && !isCarried) return false;
  const whole = wholeOf(sentence, unit, indicator);
  if (whole === undefined || (isCarried && isKinOf(whole, indicator))) return false;
  return whole.indicator?.unit === unit && !isPartOf(whole, indicator);
}

/** Where the words of a bound begin that stand right before a number: 近450件. */
function boundStart({ left }: ClauseState, at: number): number {
  const last = left.at(-1);
  return last?.end === at && boundOf(last.word) !== null ? last.start : at;
}

/** Words before a number, with nothing unknown between, that make it a bound: 近, 约, 超过. */
function boundBefore({ reading, state, token }: NumberAtHand): Quantity['approx'] {
  const { approx } = token.quantity;
  if (approx !== null) return approx;
  const last = state.left.findLast(({ word }) => boundOf(word) !== null || !word.roles.filler);
  if (last === undefined || unknownBetween(reading, last.end, token.start) > 0) return null;
  return boundOf(last.word);
}
