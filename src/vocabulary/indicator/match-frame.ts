import type { Doubt } from './confidence.ts';
import type { Frame, Word } from './parse-indicators.ts';
import {
  isKinOf,
  matterAtHand,
  type NumberAtHand,
  type QuantityToken,
  type Reading,
  unknownBetween,
  type WordToken,
} from './reading-state.ts';
import type { Sides } from './sides.ts';

const WIDEST_GAP = 6;

const WIDEST_GAP_RIGHT = 18;

export interface FoundThing {
  readonly token: WordToken | undefined;
  readonly doubts: readonly Doubt[];
}

/** Find what a frame counts: before the number, after it, or in a clause before. */
export function findThing(
  number: NumberAtHand,
  sides: Sides,
  { things, acts, indicator }: Frame,
): FoundThing | undefined {
  const { reading, sentence, token } = number;
  if (things === undefined) return undefined;
  const nearest =
    sides.leftThings.length === 0 ? undefined : nearestThing(number, sides, things, acts);
  // 法律顾问和两名专员: what is joined to a number is not counted by it.
  const isBeside =
    nearest !== undefined && /^[和与及]$/.test(reading.plain.slice(nearest.end, token.start));
  if (nearest !== undefined && !isBeside && things.has(nearest.word)) {
    const gap = unknownBetween(reading, nearest.end, token.start);
    if (gap <= WIDEST_GAP) {
      const doubts: Doubt[] = gap > 2 ? ['gap'] : [];
      return { token: nearest, doubts };
    }
  }
  const between = sides.rightThings.findIndex(({ word }) => things.has(word));
  const next = sides.rightThings[between];
  if (next !== undefined) {
    const gap = unknownBetween(reading, token.end, next.start);
    if (gap <= WIDEST_GAP_RIGHT && between < 2) {
      const doubts: Doubt[] = gap > 8 || between > 0 ? ['gap'] : [];
      return { token: next, doubts };
    }
  }
  if (sides.leftThings.length > 0 || isRightAfter(reading, sides.rightThings[0], token))
    return undefined;
  const carried = sentence.things.findLast(({ word }) => things.has(word));
  if (carried === undefined) return undefined;
  if (acts === undefined && !isLoneNumber(number, sides)) return undefined;
  if (sides.left.some(({ word }) => word.matter !== undefined && word.matter !== indicator.matter))
    return undefined;
  const matter = matterAtHand(reading);
  const isAtHand = matter === indicator.matter || matter === carried.word.matter;
  if (indicator.matter !== undefined && !isAtHand) return undefined;
  const lastLeft = sides.left.at(-1);
  if (lastLeft !== undefined && unknownBetween(reading, lastLeft.end, token.start) > 0)
    return undefined;
  // 环节由427个减到296个: of a change all before it is named.
  const isChange = sides.left.some(({ word }) => word.roles.from);
  const from = isChange ? sides.leftStart : (sides.left[0]?.start ?? token.start);
  const isClean = unknownBetween(reading, from, token.start) <= (isChange ? 0 : 2);
  return isClean ? { token: undefined, doubts: ['thing carried'] } : undefined;
}

const LISTS = /[、和及与或等]/;

/**
 * Find the nearest thing before a number. What is done may itself be counted by another indicator
 * (对合同开展合法性审查12件); then no list may stand before it (对文件、合同开展合法性审查).
 */
function nearestThing(
  { reading: { plain } }: NumberAtHand,
  { leftThings, leftStart }: Sides,
  things: ReadonlySet<Word>,
  acts: ReadonlySet<Word> | undefined,
): WordToken | undefined {
  const last = leftThings.at(-1);
  if (last === undefined || things.has(last.word) || acts?.has(last.word) !== true) return last;
  const before = leftThings.at(-2);
  if (before === undefined) return last;
  return LISTS.test(plain.slice(leftStart, before.end + 1)) ? last : before;
}

/** Tell whether a clause is a number alone, of what the clause before it named: 发展公职律师，现有46人. */
function isLoneNumber(
  { reading, sentence, state, token }: NumberAtHand,
  { left, right, leftStart }: Sides,
): boolean {
  return (
    sentence.isThingFresh &&
    right.every(({ word }) => word.roles.to) &&
    (left.length > 0 || state.hasContext) &&
    left.every(({ word: { roles } }) => roles.filler || roles.light || roles.from || roles.to) &&
    !left.some(({ word }) => word.text.includes('类')) &&
    unknownBetween(reading, leftStart, token.start) === 0
  );
}

export function isRightAfter(
  reading: Reading,
  thing: WordToken | undefined,
  token: QuantityToken,
): boolean {
  return thing !== undefined && unknownBetween(reading, token.end, thing.start) <= 4;
}

export interface FoundAct {
  readonly token: WordToken;
  /** How many other verbs stand between it and the number. */
  readonly others: number;
  readonly isCarried: boolean;
}

/** Find what is done: the nearest verb before the number, else one after it, else one carried. */
export function findAct(
  { reading, sentence, state, token }: NumberAtHand,
  { left, leftActs, rightActs, rightThings }: Sides,
  { acts, things, indicator }: Frame,
  thing: FoundThing | undefined,
): FoundAct | undefined {
  if (acts === undefined) return undefined;
  let others = 0;
  for (let i = leftActs.length - 1; i >= 0; i -= 1) {
    const before = leftActs[i];
    if (before === undefined || before === thing?.token) continue;
    if (acts.has(before.word)) return { token: before, others, isCarried: false };
    others += 1;
  }
  const after = rightActs.findIndex((one) => acts.has(one.word) && one !== thing?.token);
  const right = rightActs[after];
  if (right !== undefined) {
    // 5名选手参加: others are counted.
    const isOfOthers =
      things === undefined &&
      rightThings.some(({ word, end }) => word.roles['other-things'] && end <= right.start);
    const isNear = unknownBetween(reading, token.end, right.start) <= 3 && !isOfOthers;
    const isCarried = thing !== undefined && thing.token === undefined;
    const isPart = sentence.partOf !== undefined && rightActs.every((one) => acts.has(one.word));
    if (thing?.token !== undefined || (isNear && (isCarried || things === undefined || isPart)))
      return { token: right, others: 0, isCarried: false };
  }
  const { act } = sentence;
  const { mark } = state.clause;
  // 审查132件，其中合同88件: the first of the parts has the verb of the whole.
  const isOfWhole =
    (sentence.partOf !== undefined || mark === '、') &&
    sentence.last !== undefined &&
    isKinOf(sentence.last, indicator);
  const isOneList =
    mark === '、' || isOfWhole || (mark !== '；' && sentence.last?.indicator === indicator);
  // What a number was changed to is not done with it: 取消6项，事项调整为90项.
  const isReached = left.some(({ word: { roles } }) => roles.from || roles.to);
  // Whose it is or of when is said anew: 取消27项，调整后区级共有3,106项.
  const isAnew = mark === '，' && (state.hasScope || left.some(({ word }) => word.roles.now));
  const isSameList =
    !isAnew && thing?.token !== undefined && leftActs.length === 0 && isOneList && !isReached;
  // 审查事项30件，包括合同20件: the parts are reviewed, too.
  if (isOfWhole && thing?.token !== undefined && leftActs.length === 0)
    return { token: act ?? thing.token, others: 0, isCarried: true };
  if (act !== undefined && isSameList && acts.has(act.word))
    return { token: act, others: 0, isCarried: true };
  return undefined;
}
