import { isAmong, isAmongThem, isDoneTo, isSaidAgain, readAmong } from './among.ts';
import { isTarget } from './fact-of.ts';
import { isOtherDoer } from './other-doer.ts';
import type { Word } from './parse-indicators.ts';
import { readPeriod, readScope } from './read-context.ts';
import { readNumber } from './read-number.ts';
import {
  type ClauseState,
  type Counted,
  countsIn,
  endOfOrdinal,
  endPoint,
  endScope,
  leaveScope,
  matterAtHand,
  type Passage,
  type Reading,
  type Sentence,
  type WordToken,
} from './reading-state.ts';
import type { Clause, Piece } from './split-clauses.ts';

export function readClause(
  reading: Reading,
  sentence: Sentence,
  clause: Clause,
  wholes: readonly Counted[] | undefined,
): void {
  const { passage, text } = reading;
  if (endOfOrdinal(text, clause.start) > clause.start) {
    endPoint(passage);
    if (wholes === undefined) beginPoint(sentence);
  } else if (wholes === undefined) readHead(reading, sentence, clause);
  if (clause.mark === '；' && wholes === undefined) {
    // Parts with their shares go on: 其中维持9件，占60%；驳回3件，占20%.
    if (sentence.last?.isShare !== true) sentence.partOf = undefined;
    if (!sentence.isGoalOfAll) sentence.isGoal = false;
    sentence.act = undefined;
    if (sentence.matterOfWhole !== undefined) passage.matter = sentence.matterOfWhole;
    sentence.matterOfWhole = undefined;
  }
  // 明年做好三项工作：一是轮训6期；二是: all that is listed is yet to come.
  if (clause.mark === '：' && sentence.isGoal) sentence.isGoalOfAll = true;
  // What a colon names is counted after it: 作出决定41件：维持25件.
  const named = sentence.last?.unit === '类' ? sentence.wholes.at(-2) : sentence.last;
  if (clause.mark === '：' && wholes === undefined && named?.indicator !== undefined)
    sentence.partOf = [named];
  const state = clauseState(clause);
  // 拟废止8件、修改5件: both are yet to come.
  if (clause.mark === '、' && sentence.isTarget) state.isTarget = true;
  sentence.isTarget = state.isTarget;
  const partOf = wholes ?? sentence.partOf;
  if (wholes !== undefined) sentence.partOf = wholes;
  const isAgain = state.lastNumber !== undefined && isSaidAgain(reading, clause);
  for (let i = 0; i < clause.pieces.length; i += 1) {
    const piece = clause.pieces[i];
    if (piece === undefined) break;
    if (piece.kind === 'word') readWord(reading, sentence, state, piece);
    else if (piece.kind === 'scope') readScope(reading, sentence, state, piece, i);
    else if (piece.kind === 'period') readPeriod(reading, sentence, state, piece, i);
    else if (piece.kind === 'aside') readAside(reading, sentence, piece.clauses, state);
    else if (piece.kind === 'quantity' && !isAgain) {
      // 已审结的118件中败诉3件: what is done to some of them is said of the next number.
      const isOfSome = piece !== state.lastNumber && isAmongThem(reading.plain, piece.end);
      state.partScope ??= levelBehind(clause.pieces, i);
      // 其中2件因缺少依据被退回: why is no doing.
      const isWhy = isDoneTo(reading.plain, piece.end);
      const right = isOfSome || isWhy ? [] : wordsUntilNumber(clause.pieces, i);
      readNumber(reading, sentence, state, piece, right);
      if (isOfSome) {
        dropRepeated(reading, clause);
        sentence.partOf = sentence.wholes;
      }
    }
  }
  if (wholes !== undefined) sentence.partOf = partOf;
  else if (isAmong(reading, clause)) {
    dropRepeated(reading, clause);
    sentence.partOf = sentence.wholes;
  } else if (state.lastNumber === undefined) readAmong(reading, sentence, clause);
  if (state.isTarget) carryTarget(sentence, clause);
  rememberClause(sentence, state);
}

/** What another point lists is no part of what the point before counted: （二）行政许可：办理90件. */
function beginPoint(sentence: Sentence): void {
  sentence.partOf = sentence.last = sentence.act = undefined;
  sentence.wholes = [];
  sentence.things = [];
}

/** What is said again to speak of some of it is no new figure: 办结18件；办结的18件中，. */
function dropRepeated({ figures }: Reading, { start }: Clause): void {
  const last = figures.at(-1);
  if (last === undefined || last.start < start) return;
  const isAgain = figures
    .slice(0, -1)
    .some((one) => one.indicator === last.indicator && one.value === last.value);
  if (isAgain) figures.pop();
}

/** Find the level of what stands behind its number: 62项市级行政权力. */
function levelBehind(pieces: readonly Piece[], index: number): string | null {
  const level = pieces[index + 1];
  if (level?.kind !== 'scope' || level.scope.kind !== 'level') return null;
  const [number, thing] = [pieces[index], pieces[index + 2]];
  if (thing?.kind !== 'word') return null;
  const isOfThing = thing.word.isThing && thing.word.matter !== 'model';
  const isJoined = number?.kind === 'quantity' && number.end === level.start;
  return isOfThing && isJoined && thing.start === level.end ? level.scope.text : null;
}

/** A look at all of it again: 从审理结果看，. */
const VIEW = /^从[^，。；：、\d]{2,12}看$/;
const LONGEST_VIEW = 16;

/** Read what a clause says by its first words: whose it no longer is. */
function readHead(
  { plain, passage }: Reading,
  sentence: Sentence,
  { pieces, start, end }: Clause,
): void {
  if (passage.scope !== null) {
    const [first, second] = pieces;
    const isTimed = first?.kind === 'period' && first.start === start;
    const isScope = (isTimed ? second : first)?.kind === 'scope';
    const isFirst = sentence.last === undefined && !isScope;
    if (isOtherDoer(plain, isTimed ? first.end : start, isFirst)) endScope(passage);
  }
  if (end - start > LONGEST_VIEW || !plain.endsWith('看', end)) return;
  if (!VIEW.test(plain.slice(start, end).trim())) return;
  // What it lists of other matters are kinds: 从申请事项看，信息公开9件；立案71件.
  sentence.matterOfWhole ??= passage.matter;
  if (passage.outer !== undefined) leaveScope(passage);
}

/** What will be (将开展) goes on to the end, what each is to have (每个村) until a time or place is named. */
function carryTarget(sentence: Sentence, { pieces }: Clause): void {
  // 拟制定规章2部，清理文件30件: all of it is yet to come; 拟修改5件，废止2件: the first is.
  const [first, next] = pieces;
  const isIntent = first?.kind === 'word' && first.word.text === '拟';
  if (isIntent && next?.kind === 'word' && !next.word.roles.outcome) sentence.isGoal = true;
  for (const piece of pieces) {
    if (piece.kind !== 'word' || !piece.word.roles.target) continue;
    if (piece.word.text.startsWith('将')) sentence.isGoal = true;
    const isDemand = /^(?:每[个名村]|确保|要求|应当|必须)/.test(piece.word.text);
    if (isDemand) sentence.isOfEach = true;
  }
}

function clauseState(clause: Clause): ClauseState {
  const isNumber = (piece: Piece): boolean =>
    piece.kind === 'quantity' && !/^[年月日天]$/.test(piece.quantity.unit);
  const lastNumber = clause.pieces.findLast(isNumber);
  return {
    clause,
    left: [],
    leftStart: clause.start,
    hasAct: false,
    hasThing: false,
    hasScope: false,
    scopeEnd: clause.start,
    hasContext: false,
    isAfterNumber: false,
    isAfterFigure: false,
    isCompared: false,
    isScopeRefused: false,
    hasNumber: false,
    isTarget: lastNumber !== undefined && isTarget(clause),
    lastNumber,
    tail: lastNumber === undefined ? [] : tailOf(clause),
    unread: 0,
    partScope: null,
  };
}

function readWord(
  reading: Reading,
  sentence: Sentence,
  state: ClauseState,
  token: WordToken,
): void {
  const { word } = token;
  if (word.roles['at-least'] || word.roles.compare) state.isCompared = true;
  if (
    word.matter !== undefined &&
    !state.isCompared &&
    !(word.isRate && reading.passage.matter !== undefined)
  ) {
    reading.passage.matter = word.matter;
    reading.passage.isMatterOfHeading = false;
    reading.passage.skipped = undefined;
  }
  if (word.steers && !(state.isCompared && word.roles.subject))
    steer(reading.passage, sentence, state, word);
  if (word.isAct) state.hasAct = true;
  if (word.isThing) state.hasThing = true;
  sentence.words.push(word);
  if (token.start >= state.leftStart) state.left.push(token);
}

function steer(passage: Passage, sentence: Sentence, state: ClauseState, word: Word): void {
  if (word.roles.part) {
    sentence.matterOfWhole ??= passage.matter;
    sentence.partOf = sentence.wholes;
    sentence.part = undefined;
    state.hasContext = true;
  }
  // 审结46件，分别为维持17件、驳回9件: what is dealt out after a whole are its parts.
  const isAllOf = word.deals && state.left.length === 0 && state.clause.mark === '，';
  if (isAllOf && sentence.last?.indicator !== undefined) sentence.partOf = [sentence.last];
  const isPlan = word.roles.plan && state.left.every((one) => one.word.roles.filler);
  if (word.roles.goal || (isPlan && !state.isAfterNumber)) sentence.isGoal = true;
  if (word.roles.fact) sentence.isGoal = sentence.isOfEach = false;
  // What there is now is of no time that something was counted in: 全年取消38项，现保留306项.
  const isKept = sentence.last === undefined || /^截/.test(sentence.period ?? '');
  if (word.roles.now && !(isKept && /^现/.test(word.text))) sentence.period = null;
  // 支持法院依法受理 is said of another's doing, 邀请律师授课 of one's own.
  const isDoer = word.roles.subject && !state.hasAct && !isHelped(state.left.at(-1));
  if (word.roles.cause || isDoer) sentence.subject = word;
}

const isHelped = (before: WordToken | undefined): boolean =>
  /^(?:支持|配合|协助|邀请|[与同和]|会同|联合|引入|组织|选派)$/.test(before?.word.text ?? '');

/** Read what stands in brackets: after a number its parts, else an explanation. */
function readAside(
  reading: Reading,
  sentence: Sentence,
  clauses: readonly Clause[],
  state: ClauseState,
): void {
  const [first] = clauses[0]?.pieces ?? [];
  // What was before is only compared with: 新收42件（上一年为31件）.
  if (first?.kind === 'period' && /^(?:上一?年|去年)/.test(first.period.text)) return;
  const isOfNumber = state.left.length === 0 && sentence.last !== undefined;
  const matter = matterAtHand(reading);
  const { partOf, last, period } = sentence;
  // What is said of another year is no part: 受理90件（2022年为70件）.
  const isOfYear = first?.kind === 'period' && /^20\d\d年度?$/.test(first.period.text);
  const wholes = isOfNumber && !isOfYear && last !== undefined ? [last] : [];
  sentence.isAside = isOfNumber;
  for (const clause of clauses) readClause(reading, sentence, clause, wholes);
  sentence.isAside = false;
  if (isOfNumber) sentence.period = period;
  sentence.partOf = partOf;
  sentence.last = last;
  reading.passage.matter = matter;
}

function tailOf({ pieces }: Clause): WordToken[] {
  const head = pieces.find(({ kind }) => kind !== 'nothing' && kind !== 'scope');
  if (head?.kind !== 'word' || !/^[对将把]$/.test(head.word.text)) return [];
  const last = pieces.findLastIndex(({ kind }) => kind === 'quantity');
  return pieces.slice(last + 1).filter((piece) => piece.kind === 'word');
}

function wordsUntilNumber(pieces: readonly Piece[], index: number): WordToken[] {
  const words: WordToken[] = [];
  for (let i = index + 1; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece?.kind === 'quantity') {
      // What stands right before the next number is counted by that: 9个领域的案卷152份.
      const last = words.at(-1);
      const isCountedNext =
        last?.word.isThing === true &&
        countsIn(last.word, piece.quantity.unit) &&
        pieces[i - 1]?.kind !== 'mark';
      return isCountedNext ? words.slice(0, -1) : words;
    }
    if (piece?.kind === 'word') words.push(piece);
  }
  return words;
}

/** Tell a clause that names whom something is done to, without a verb yet: 对28个部门、8个街道. */
function isObjectOf({ pieces, mark }: Clause, { isObject }: Sentence): boolean {
  const [first] = pieces;
  const isOpened = first?.kind === 'word' && first.word.roles.preposition;
  return (isOpened || (isObject && mark === '、')) && pieces.at(-1)?.kind === 'quantity';
}

function rememberClause(sentence: Sentence, { clause, hasNumber }: ClauseState): void {
  const things: WordToken[] = [];
  for (const piece of clause.pieces) {
    if (piece.kind !== 'word') continue;
    if (piece.word.isThing) things.push(piece);
    if (piece.word.isAct) sentence.act = piece;
  }
  sentence.isObject = isObjectOf(clause, sentence);
  if (things.length === 0) return;
  sentence.things = things;
  sentence.isThingFresh = !hasNumber;
}
