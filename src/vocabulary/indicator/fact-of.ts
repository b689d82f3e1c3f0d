import { isOneOfMany } from './carried.ts';
import type { Word } from './parse-indicators.ts';
import {
  type ClauseState,
  type NumberAtHand,
  unknownBetween,
  type WordToken,
} from './reading-state.ts';
import type { Clause } from './split-clauses.ts';

const WITH = /^[与同和]$/;
/** A list of what was goes on to what is: 、12%降到. */
const LIST_TO = /^、[^，。；：]{1,24}[至到为]/;

/** Tell targets and differences (`none`) and what was before a change (`was`) from what is. */
export function factOf(number: NumberAtHand): 'is' | 'was' | 'none' {
  const { reading, sentence, state, token, right } = number;
  const { value, unit } = token.quantity;
  // 对败诉率超过15%的部门约谈 says of which, not how much.
  const isOfWhich = reading.plain[token.end] === '的';
  if (isOfWhich && unit === '%' && state.left.some(isBound)) return 'none';
  if (isOfWhich && reading.plain.startsWith('以上', token.end - 2)) return 'none';
  // 平均5.2个: cases and people are counted whole.
  if (!Number.isFinite(value) || (!Number.isInteger(value) && !/^[%元]$/.test(unit))) return 'none';
  if (sentence.isGoal || sentence.isOfEach || state.isTarget || isOneOfMany(number)) return 'none';
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
  // 与2022年的8件相比
  const isCompared = right.some(({ word }) => word.roles.compare && word.text.endsWith('比'));
  if (isCompared && left.some(({ word }) => WITH.test(word.text))) return 'was';
  // 从2021年的17%、2022年的12%降到8%: of a list only the last is what is.
  const isTo = right.some(({ word }) => word.roles.to);
  const isOfList =
    (isFrom && left.some(({ word }) => word.text === '从' || word.text === '由')) ||
    (sentence.isFromList && state.clause.mark === '、');
  sentence.isFromList = isOfList && !isTo && LIST_TO.test(reading.plain.slice(token.end));
  return (isFrom && isTo) || (isOfList && (isTo || sentence.isFromList)) ? 'was' : 'is';
}

const isBound = ({ word: { roles } }: WordToken): boolean => roles['at-least'] || roles.under;

/** Tell a difference or what was before: numbers that are understood, if not read. */
export function isDifference({ left }: ClauseState, fact: 'is' | 'was' | 'none'): boolean {
  return (
    fact === 'was' ||
    (fact === 'none' && left.some(({ word }) => word.roles.change || word.roles.compare))
  );
}

/** What makes a target of the number before it too: 控制在8%以内. */
const TARGET_OF_BEFORE = /以内|目标|任务|计划|预计/;

export function isTarget({ pieces }: Clause): boolean {
  let head: Word | undefined;
  const isObject = pieces[0]?.kind === 'word' && pieces[0].word.text === '对';
  const isByRule =
    pieces[0]?.kind === 'word' && /^(?:按照|根据|依照|对照|按)$/.test(pieces[0].word.text);
  let isRate = false;
  let isAsked = false;
  let isHeld = false;
  for (const piece of pieces) {
    if (piece.kind === 'quantity') {
      // 败诉率控制在13%左右 is what it was.
      if (isAsked && !(isHeld && piece.quantity.approx === 'about')) return true;
      isRate ||= piece.quantity.unit === '%';
    }
    if (piece.kind !== 'word') continue;
    // 对拟出台的文件进行审查 is a fact.
    if (isObject && piece.word.text === '拟') continue;
    if (!piece.word.roles.target) {
      if (!piece.word.roles.filler) head ??= piece.word;
      continue;
    }
    // What is asked for stands after its word: 组织9名调解员每月走访 is a fact.
    if (TARGET_OF_BEFORE.test(piece.word.text)) return true;
    // 按照“一案一卷”要求评查 is a fact.
    if (piece.word.text === '要求' && isByRule) continue;
    isAsked = true;
    isHeld = piece.word.text === '控制在';
  }
  return head?.roles.plan === true || (isRate && head?.roles.wish === true);
}
