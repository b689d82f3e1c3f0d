import { isDoneTo } from './among.ts';
import { isSameUnit } from './carried.ts';
import { type Candidate, OF_SOME } from './choose-frame.ts';
import type { Frame } from './parse-indicators.ts';
import {
  type Counted,
  countsIn,
  type NumberAtHand,
  unknownBetween,
  type WordToken,
} from './reading-state.ts';

/** Read a number whose noun was said before: 其中村级70个; 2021年66件，2022年81件. */
export function elided(number: NumberAtHand): Candidate | undefined {
  const { reading, sentence, state, token, unit, right } = number;
  if (right.some(({ word }) => word.isThing && countsIn(word, unit))) return undefined;
  // A share of a whole is no rate of it: 结案率93%，其中维持9件，占61%.
  const parted = unit === '%' ? undefined : sentence.partOf;
  const whole = parted?.findLast(
    (one) => isSameUnit(one.unit, unit) && (one.indicator !== undefined || one.isUnread),
  );
  const before = whole ?? (isPure(number) ? lastAlike(number) : undefined);
  const from = before?.indicator;
  if (from === undefined) return undefined;
  // After what is no part of it the rest is of both: 审核428件，其中合同196件、其他208件.
  const { last } = sentence;
  const isAfterOther =
    whole !== undefined && state.clause.mark === '、' && last?.indicator !== from;
  const isOfOther = from.matter === undefined || last?.matter !== from.matter;
  if (isAfterOther && last?.indicator !== undefined && isOfOther) return undefined;
  const frame = reading.indicators.frames.get(unit)?.find(({ indicator }) => indicator === from);
  // 调整 in 调整为 bars nothing.
  const reached = state.left.findLast(({ word }) => word.roles.to);
  const behind = state.lastNumber === token ? state.clause.end : token.end;
  const words = reading.plain.slice(reached?.end ?? state.leftStart, behind);
  if (frame === undefined || from.not.some((word) => words.includes(word))) return undefined;
  // 其中2件因缺少依据被退回: what became of them is told, not what they are.
  if (isDoneTo(reading.plain, token.end)) return undefined;
  // 对其中3件提出意见 is said of what was counted.
  if (OF_SOME.test(reading.plain.slice(state.leftStart, token.start))) return undefined;
  // A verb of the same matter counts something else: 其中正在审理4件; 收到 counts anything.
  const isOfFrom = ({ indicator }: Frame): boolean => indicator === from;
  const isForeign = ({ word }: WordToken): boolean =>
    word.roles['other-acts'] ||
    (word.roles.outcome && word.frames.get(unit)?.some(isOfFrom) !== true) ||
    (word.isAct &&
      word.frames.get(unit)?.some(({ indicator }) => indicator === from) !== true &&
      word.frames.get(unit)?.some(({ indicator }) => indicator.matter === from.matter) === true);
  if (state.left.some(isForeign)) return undefined;
  // What was done is no kind of it: 应诉案件6宗，其中一审4宗，已结5宗.
  const isAfterKinds = sentence.part === from && state.clause.mark === '，' && !state.hasContext;
  if (isAfterKinds && state.left.some(({ word }) => word.isAct && !word.isThing)) return undefined;
  const isOther = ({ word }: WordToken): boolean =>
    word.isThing &&
    countsIn(word, unit) &&
    word.frames.get(unit)?.some(({ indicator }) => indicator === from) !== true;
  if (whole === undefined && state.left.some(isOther)) return undefined;
  // 执法人员90人，其中女性30人，配备法制审核人员9人: another thing in a clause of its own is no part.
  const isAnew = state.clause.mark === '，' && !state.hasContext;
  if (isAnew && state.left.some(({ word }) => word.roles['other-things'])) return undefined;
  return {
    frame,
    end: token.end,
    start: trimStart(reading.text, state.leftStart, token.start),
    doubts: [whole === undefined ? 'noun elided' : 'part elided'],
    after: before,
  };
}

/** Find what it goes on from: the number before; at the head of a part, the last of its unit. */
function lastAlike({ sentence, state, unit }: NumberAtHand): Counted | undefined {
  const { last, wholes } = sentence;
  if (last?.unit === unit) return last;
  const isOfAnotherTime = state.clause.mark === '；' && state.hasContext;
  return isOfAnotherTime ? wholes.findLast((one) => one.unit === unit) : undefined;
}

/**
 * Tell whether nothing but a time, a place or a joining word stands before a number, or what was
 * done to the number before: 办理建议48件，去年办理51件.
 */
function isPure({ reading, sentence: { act }, state, token }: NumberAtHand): boolean {
  const isSteering = ({ word }: WordToken): boolean =>
    (state.hasContext && word === act?.word) ||
    (['filler', 'from', 'to', 'about', 'at-least', 'under', 'change'] as const).some(
      (role) => word.roles[role],
    );
  return (
    unknownBetween(reading, state.leftStart, token.start) === 0 &&
    state.left.every(isSteering) &&
    (state.hasContext ||
      state.clause.mark === '、' ||
      state.left.some(({ word }) => INSTANCE.test(word.text)) ||
      state.left.some(({ word }) => word.roles.to))
  );
}

/** Suits are counted by instance: 一审案件416件，二审205件. */
const INSTANCE = /^[一二再终]审$/;

function trimStart(text: string, start: number, end: number): number {
  const space = /^[\s，、；：（）]*/.exec(text.slice(start, end));
  return start + (space?.[0].length ?? 0);
}
