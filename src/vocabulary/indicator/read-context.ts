import type { Word } from './parse-indicators.ts';
import {
  type ClauseState,
  endOfOrdinal,
  endScope,
  isWholePlace,
  type Reading,
  type Sentence,
  unknownBetween,
} from './reading-state.ts';
import type { Token } from './scan-text.ts';
import type { Piece } from './split-clauses.ts';

const MOST_NAME = 4;
const PERSONS = /(?:[和、及]部门)?(?:党政)?主要负责人(?![^，。；：、\d]{0,4}应诉)/y;

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
  // What persons do is nobody's: 乡镇、部门党政主要负责人述法.
  PERSONS.lastIndex = token.end;
  if (scope.kind !== 'whole' && PERSONS.test(reading.plain)) return;
  const before = state.clause.pieces[index - 1];
  // What others hand in is not theirs to count, nor whom each of them hires.
  const behind = reading.plain.slice(token.end, token.end + 8);
  if (/^(?:报送|报来|送来|交来|提交|上报)(?:备案)?的/.test(behind)) {
    state.isScopeRefused = true;
    return;
  }
  const isOfEach = /^各(?:街道|乡镇|镇街|部门|单位|镇|乡)/.test(scope.text);
  if (isOfEach && /^(?:另行)?(?:公开)?(?:聘请|选聘|聘任|外聘)/.test(behind)) {
    endScope(passage);
    return;
  }
  // 取消县级实施的权责事项
  const nextWord = DOES.test(behind)
    ? wordsOf(state.clause.pieces.slice(index)).find(({ isThing }) => isThing)
    : wordBehind(state.clause.pieces, index);
  // What it is done to may be of a level: 对省本级权力事项作出调整，取消34项.
  const isObjectOfLevel =
    before?.kind === 'word' &&
    /^[对将把]$/.test(before.word.text) &&
    scope.kind === 'level' &&
    nextWord?.isThing === true;
  const isAfterPreposition =
    !isObjectOfLevel &&
    before?.kind === 'word' &&
    before.end === token.start &&
    before.word.roles.preposition;
  const isAccused = nextWord?.roles.accused === true;
  // 全旗以政府及其部门为被告的案件 is the whole's.
  if (isAccused && state.hasScope && isWholePlace(passage.scope)) return;
  // A level of models is a rank: 命名县级法治政府建设示范单位7个.
  const isModel = nextWord?.matter === 'model' && scope.kind === 'level';
  if (isModel || nextWord?.roles['by-name'] === true) return;
  const isJoined = before?.kind === 'word' && /^[和及与]$/.test(before.word.text);
  const head = state.clause.pieces.find(({ kind }) => kind !== 'nothing');
  const isOfObject = head?.kind === 'word' && head.word.roles.preposition && !state.hasAct;
  const isListed = (before?.kind === 'mark' || isJoined) && (state.isScopeRefused || isOfObject);
  const isObject = state.clause.mark === '、' && sentence.isObject && index <= 1;
  state.isScopeRefused =
    (isAfterPreposition || isListed || isObject) && !isAccused && scope.kind !== 'whole';
  if (state.isScopeRefused) return;
  const isCounted = isCountedBody(state, token, index);
  // Kinds of bodies under a whole place are the whole: 全区各部门, 全旗苏木乡镇、嘎查村.
  if (isUnderWhole(reading, state, token, index)) return;
  const isHead =
    isCounted || (!isAfterPreposition && !isObjectOfLevel && isHeadOfClause(reading, state, token));
  // 参加全省培训班3期: whose it is, not whose figure.
  const isJoining = before?.kind === 'word' && /参加$/.test(before.word.text);
  const isRank = isJoining || (nextWord?.roles.rank === true && !(isHead && nextWord.isThing));
  // 获评省级优秀案卷
  const isRanked = isJoining || /^(?:优秀|先进|典型)$/.test(nextWord?.text ?? '');
  if (isRanked && scope.kind === 'level') return;
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
    // 承接市级下放事项: it came from there.
    if (
      scope.kind === 'level' &&
      /(?:承接|衔接)(?:落实)?$/.test(reading.plain.slice(Math.max(0, token.start - 4), token.start))
    )
      return;
    state.partScope = scope.text;
    // 推进乡镇合法性审核全覆盖 says where, not whose.
    const isPushed = state.left.some(({ word }) => word.roles['other-acts']);
    const isLead = state.lastNumber === undefined && !isPushed;
    if (scope.kind === 'level' && isLead) sentence.leadScope = scope.text;
    if (isLead) sentence.leadWord = nextWord;
    return;
  }
  // 全县有镇级调委会15个: under the whole it says of that thing only.
  const isOfKind = state.hasScope && isWholePlace(passage.scope) && nextWord?.isThing === true;
  state.hasScope = true;
  state.scopeEnd = token.end;
  state.hasContext = true;
  sentence.subject = undefined;
  const joinedTo = isJoined || before?.kind === 'mark' ? state.clause.pieces[index - 2] : undefined;
  let start =
    isCounted && before !== undefined && before.kind !== 'aside' ? before.start : token.start;
  if (joinedTo?.kind === 'scope') ({ start } = joinedTo);
  const isOfPart =
    sentence.partOf !== undefined && sentence.partOf.length > 0 && scope.kind !== 'whole';
  // A level in a list says of that thing only: 国家任务386个、省级任务177个.
  const isFree = passage.scope === null || isWholePlace(passage.scope);
  const isOfThing = scope.kind === 'level' && state.clause.mark === '、' && isFree;
  if (isOfPart || isOfThing || isOfKind || scope.text === '村级') {
    state.partScope = reading.text.slice(start, token.end);
    return;
  }
  if (passage.scopeTheme !== undefined)
    passage.outer = { scope: passage.scope, scopeTheme: passage.scopeTheme };
  passage.scope = reading.text.slice(start, token.end);
  passage.ended = undefined;
  const listed =
    sentence.scopes.length > 0
      ? sentence.scopes
      : [joinedTo?.kind === 'scope' ? joinedTo.scope.text : ''];
  sentence.scopes = joinedTo?.kind === 'scope' ? [...listed, scope.text] : [];
  sentence.isOfEach = false;
  passage.scopeTheme = undefined;
  passage.isScopeOfSentence = true;
}

/** What a level does with what it has. */
const DOES = /^(?:实施|行使|执行|审批|管理|保留|层面|设定)的/;

const wordsOf = (pieces: readonly Piece[]): Word[] =>
  pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.word] : []));

/** Find the word right behind a piece, with what may stand before any noun: 镇街法定权责事项. */
function wordBehind(pieces: readonly Piece[], index: number): Word | undefined {
  const [one, next] = [pieces[index + 1], pieces[index + 2]];
  const at = pieces[index];
  if (one?.kind !== 'word' || at?.kind === 'aside' || one.start !== at?.end) return undefined;
  const isFiller = one.word.roles.filler && !one.word.roles.rank && !one.word.isThing;
  return isFiller && next?.kind === 'word' && next.start === one.end ? next.word : one.word;
}

/**
 * Tell a kind of bodies right behind a whole place, or in a list that begins there. Beside another
 * scope it is a part of the place: 县政府应诉27件；全县各部门、各乡镇应诉86件.
 */
function isUnderWhole(
  { passage, plain }: Reading,
  { clause: { pieces } }: ClauseState,
  { start, end, scope }: Extract<Token, { kind: 'scope' }>,
  index: number,
): boolean {
  if (/[级直]/.test(scope.text) && !scope.text.startsWith('各级')) return false;
  const at = pieces.findIndex(({ kind }) => kind === 'scope');
  const whole = pieces[at];
  if (at >= index || whole?.kind !== 'scope' || whole.scope.kind !== 'whole') return false;
  if (
    !/^[各、和及苏木嘎查市县区州旗盟师团场村乡镇街道部门单位]*$/.test(plain.slice(whole.end, start))
  )
    return false;
  if (passage.scope === null) return true;
  if (
    passage.outer?.scope != null &&
    plain[whole.end] === '各' &&
    !plain.startsWith('各级', whole.end)
  )
    passage.scope = plain.slice(whole.start, end);
  return true;
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
  // 重组后全市, 换届中全县
  const isAfterEvent = /[后中前下来]$/.test(reading.plain.slice(from, start));
  const most = scope.kind === 'whole' && !isAfterEvent ? 0 : MOST_NAME;
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

/** Tell what stands right before a number: 2019年7,214件, 2020年为318件. */
function isBeforeNumber(pieces: readonly Piece[], index: number): boolean {
  const [one, next] = [pieces[index + 1], pieces[index + 2]];
  const isJoint = one?.kind === 'word' && /^[为达有共]到?$/.test(one.word.text);
  return (isJoint ? next : one)?.kind === 'quantity';
}

const LONGEST_YEAR = 7;

export function readPeriod(
  { passage, indicators, plain }: Reading,
  sentence: Sentence,
  state: ClauseState,
  token: Extract<Token, { kind: 'period' }>,
  index: number,
): void {
  const before = state.clause.pieces[index - 1];
  const word = before?.kind === 'word' && before.end === token.start ? before.word : undefined;
  if (word !== undefined && (word.roles.compare || /^[由从对]$/.test(word.text))) return;
  if (isComparedWith(state, word, index)) return;
  if (index === 0 && sentence.isFromList && state.clause.mark === '、') return;
  // 结转到今年的, 顺延至今年: what was left over says when it came.
  if (/[转延存][到至入]?$/.test(plain.slice(state.clause.start, token.start))) return;
  // What was so many times as much then is said of another time: 为2020年的4.2倍.
  const next = state.clause.pieces.slice(index + 1).find(({ kind }) => kind !== 'word');
  if (next?.kind === 'quantity' && next.quantity.unit === '倍') return;
  // 行政复议体制改革以来 names what is spoken of, too.
  if (token.period.text.length > LONGEST_YEAR)
    passage.matter =
      indicators.matters.find(({ text }) => token.period.text.includes(text))?.matter ??
      passage.matter;
  // A level of the sentence before, or of which nothing was counted, is left where a time begins.
  const isUncounted = passage.scopeTheme === undefined && state.clause.mark === '，';
  const isLeft = index === 0 && (isUncounted || !passage.isScopeOfSentence);
  if (isLeft && /^.级$/.test(passage.scope ?? '')) endScope(passage);
  const isYear = /^(?:19|20)\d\d年(?:度|底)?$/.test(token.period.text);
  // 当年 is the time named before.
  if (token.period.text === '当年' && sentence.period !== null) return;
  // A year right before a number is its time: 办理行政许可2019年7,214件.
  const isOfNumber = isBeforeNumber(state.clause.pieces, index);
  if (isYear && state.hasAct && !isOfNumber && word?.roles.to !== true && word?.text !== '分别')
    return;
  const isJoint = before?.kind === 'word' && /^[和与及]$/.test(before.word.text);
  const isListed =
    (before?.kind === 'mark' && before.mark === '、') ||
    (isJoint && state.clause.pieces[index - 2]?.kind === 'period');
  sentence.periods = isListed ? [...sentence.periods, token.period.text] : [token.period.text];
  sentence.allPeriods = [...sentence.periods];
  sentence.period = token.period.text;
  sentence.isOfEach = false;
  state.hasContext = true;
}
