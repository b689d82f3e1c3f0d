import type { Word } from './parse-indicators.ts';
import {
  type ClauseState,
  endOfOrdinal,
  endScope,
  type Reading,
  type Sentence,
  unknownBetween,
} from './reading-state.ts';
import type { Token } from './scan-text.ts';

const MOST_NAME = 4;

export function readScope(
  reading: Reading,
  sentence: Sentence,
  state: ClauseState,
  token: Extract<Token, { kind: 'scope' }>,
  index: number,
): void {
  const { passage } = reading;
  const { scope } = token;
  if (scope.kind === 'own') {
    state.hasContext = true;
    if (!state.hasAct) sentence.subject = undefined;
    endScope(passage);
    return;
  }
  const before = state.clause.pieces[index - 1];
  const after = state.clause.pieces[index + 1];
  const nextWord = after?.kind === 'word' && after.start === token.end ? after.word : undefined;
  const isAfterPreposition =
    before?.kind === 'word' &&
    before.end === token.start &&
    (before.word.roles.preposition || before.word.text === '对照');
  const isAccused = nextWord?.roles.accused === true;
  if (nextWord?.roles['by-name'] === true) return;
  const isJoined = before?.kind === 'word' && /^[和及与]$/.test(before.word.text);
  const head = state.clause.pieces.find(({ kind }) => kind !== 'nothing');
  const isOfObject = head?.kind === 'word' && head.word.roles.preposition && !state.hasAct;
  const isListed = (before?.kind === 'mark' || isJoined) && (state.isScopeRefused || isOfObject);
  const isObject = state.clause.mark === '、' && sentence.isObject && index <= 1;
  state.isScopeRefused =
    (isAfterPreposition || isListed || isObject) && !isAccused && scope.kind !== 'whole';
  if (state.isScopeRefused) return;
  const isCounted = isCountedBody(state, token, index);
  if (before?.kind === 'scope' && before.end === token.start && scope.text.startsWith('各级'))
    return;
  const isHead = isCounted || (!isAfterPreposition && isHeadOfClause(reading, state, token));
  const isRank = nextWord?.roles.rank === true && !(isHead && nextWord.isThing);
  if (scope.kind === 'whole' && (isRank || state.hasScope)) return;
  if (!isHead && !isAccused) {
    // In the midst of a clause it says of what the thing is, not who acts: 保留市级行政许可72项.
    const isIssued = !state.left.some(({ word }) => word.text.includes('备'));
    const isOfCase =
      /^(?:litigation|review)$/.test(nextWord?.matter ?? '') ||
      (nextWord?.matter === 'normative' && isIssued);
    const isOfThing =
      scope.kind === 'whole' ||
      (nextWord?.isThing === true && (scope.kind === 'level' || isOfCase));
    if (!isOfThing || isJoined || isListed || state.hasScope || state.isAfterFigure) return;
    state.partScope = scope.text;
    if (scope.kind === 'level' && state.lastNumber === undefined) sentence.leadScope = scope.text;
    return;
  }
  state.hasScope = true;
  state.scopeEnd = token.end;
  state.hasContext = true;
  sentence.subject = undefined;
  const first = state.clause.pieces[index - 1];
  const joinedTo = isJoined || before?.kind === 'mark' ? state.clause.pieces[index - 2] : undefined;
  let start =
    isCounted && first !== undefined && first.kind !== 'aside' ? first.start : token.start;
  if (joinedTo?.kind === 'scope') ({ start } = joinedTo);
  const isOfPart = sentence.partOf !== undefined && scope.kind !== 'whole';
  // A level in a list says of that thing only: 国家任务386个、省级任务177个.
  const isOfThing = scope.kind === 'level' && state.clause.mark === '、' && passage.scope === null;
  if (isOfPart || isOfThing || scope.text === '村级') {
    state.partScope = reading.text.slice(start, token.end);
    return;
  }
  if (passage.scopeTheme !== undefined)
    passage.outer = { scope: passage.scope, scopeTheme: passage.scopeTheme };
  passage.scope = reading.text.slice(start, token.end);
  sentence.scopes = joinedTo?.kind === 'scope' ? [joinedTo.scope.text, scope.text] : [];
  sentence.isOfEach = false;
  passage.scopeTheme = undefined;
  passage.isScopeOfSentence = true;
}

/** Tell whether no verb stands before, and no more than the name of the place: 鹤壁市政府. */
function isHeadOfClause(
  reading: Reading,
  state: ClauseState,
  { scope, start }: Extract<Token, { kind: 'scope' }>,
): boolean {
  if (state.isAfterNumber || state.hasAct || state.hasThing) return false;
  // After another body it is what that one acts upon: 区政府责令街道办事处.
  if (state.hasScope && unknownBetween(reading, state.scopeEnd, start) > 0) return false;
  const from = endOfOrdinal(reading.text, state.leftStart);
  const most = scope.kind === 'whole' ? 0 : MOST_NAME;
  return unknownBetween(reading, Math.min(from, start), start) <= most;
}

/** Tell bodies that are counted themselves: 16个县区举办培训18期. */
function isCountedBody(
  { clause, hasAct }: ClauseState,
  { scope, start }: Extract<Token, { kind: 'scope' }>,
  index: number,
): boolean {
  const before = clause.pieces[index - 1];
  if (index > 1 || hasAct || scope.kind === 'whole') return false;
  return before?.kind === 'quantity' && before.end === start && before.quantity.unit === '个';
}

/** Tell a time that is only compared with: 与2022年相比. */
function isComparedWith({ clause }: ClauseState, before: Word | undefined, index: number): boolean {
  if (before === undefined || !/^[与同和]$/.test(before.text)) return false;
  return clause.pieces
    .slice(index + 1)
    .some((piece) => piece.kind === 'word' && piece.word.text.endsWith('相比'));
}

const LONGEST_YEAR = 7;

export function readPeriod(
  { passage, indicators }: Reading,
  sentence: Sentence,
  state: ClauseState,
  token: Extract<Token, { kind: 'period' }>,
  index: number,
): void {
  const before = state.clause.pieces[index - 1];
  const word = before?.kind === 'word' && before.end === token.start ? before.word : undefined;
  if (word !== undefined && (word.roles.compare || /^[由从对]$/.test(word.text))) return;
  if (isComparedWith(state, word, index)) return;
  // What was so many times as much then is said of another time: 为2020年的4.2倍.
  const next = state.clause.pieces.slice(index + 1).find(({ kind }) => kind !== 'word');
  if (next?.kind === 'quantity' && next.quantity.unit === '倍') return;
  // 行政复议体制改革以来 names what is spoken of, too.
  if (token.period.text.length > LONGEST_YEAR)
    passage.matter =
      indicators.matters.find(({ text }) => token.period.text.includes(text))?.matter ??
      passage.matter;
  // A level of which nothing was counted is left where a clause begins with its time.
  const isLed = passage.scopeTheme === undefined && /^.级$/.test(passage.scope ?? '');
  if (index === 0 && isLed && state.clause.mark === '，') endScope(passage);
  const isYear = /^(?:19|20)/.test(token.period.text);
  // 当年 is the time named before.
  if (token.period.text === '当年' && sentence.period !== null) return;
  if (isYear && state.hasAct && word?.roles.to !== true && word?.text !== '分别') return;
  const isListed = before?.kind === 'mark' && before.mark === '、';
  sentence.periods = isListed ? [...sentence.periods, token.period.text] : [token.period.text];
  sentence.allPeriods = [...sentence.periods];
  sentence.period = token.period.text;
  sentence.isOfEach = false;
  state.hasContext = true;
}
