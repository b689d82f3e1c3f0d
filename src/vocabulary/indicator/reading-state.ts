import type { Observation } from '../../report/report.ts';
import type { Indicator, Indicators, Word } from './parse-indicators.ts';
import type { Token } from './scan-text.ts';
import type { Clause, Piece } from './split-clauses.ts';

export type Figure = Omit<Observation, 'paragraph'>;

export type WordToken = Extract<Token, { kind: 'word' }>;

export type QuantityToken = Extract<Token, { kind: 'quantity' }>;

/** What was read of a number, if anything: a later part or an elided noun goes back to it. */
export interface Counted {
  readonly unit: string;
  readonly indicator: Indicator | undefined;
  /** What it speaks of, also where it is not read. */
  readonly matter: string | undefined;
  readonly scope: string | null;
  readonly period: string | null;
  /** Whether it goes on with a list. */
  readonly isListed: boolean;
  /** How sure its own reading is: what goes back to it is no surer. */
  readonly confidence: number;
  /** Whether nothing was understood of it. */
  readonly isUnread: boolean;
  /** Whether it says how much of a whole the number before it is: 占61%. */
  readonly isShare: boolean;
}

interface WaitingNumber {
  readonly token: QuantityToken;
  readonly start: number;
  readonly period: string | null;
  /** Whether a list goes on with it. */
  readonly isListed: boolean;
}

/** What a sentence has said so far. */
export interface Sentence {
  things: WordToken[];
  /** Whether no number has been read since they were named. */
  isThingFresh: boolean;
  act: WordToken | undefined;
  subject: Word | undefined;
  /** The level that a clause without a number spoke of. */
  leadScope: string | null;
  /** What it was said of, where a word did. */
  leadWord: Word | undefined;
  /** Of what it was first counted. */
  leadMatter: string | undefined;
  period: string | null;
  /** Numbers outside brackets and parts: the wholes that 其中 may speak of. */
  wholes: Counted[];
  /** The last numbers, parts too: 受理的案件中 speaks of one. */
  counted: Counted[];
  last: Counted | undefined;
  /** The words before the number read last. */
  lastLeft: readonly WordToken[];
  /** What 其中 opened: the wholes before it. */
  partOf: readonly Counted[] | undefined;
  /** What its last part was read as. */
  part: Indicator | undefined;
  /** What was spoken of where its parts began: what comes after them speaks of it again. */
  matterOfWhole: string | undefined;
  isGoal: boolean;
  /** Whether a whole list of points is no fact. */
  isGoalOfAll: boolean;
  /** Whether it is in brackets after a number, where what it counts is that one's. */
  isAside: boolean;
  /** Whether the clause before was no fact: a list goes on with it. */
  isTarget: boolean;
  /** Whether the number before is in a list of what was before a change: 从17%、12%降到8%. */
  isFromList: boolean;
  /** Whether each of many is to have it. */
  isOfEach: boolean;
  /** Whether the clause before began with whom something was done to: 对28个部门、8个街道. */
  isObject: boolean;
  readonly words: Word[];
  /** Periods that 分别 deals out, one a number. */
  periods: string[];
  /** All of them, for the next 分别. */
  allPeriods: readonly string[];
  /** Scopes named together, for 分别 to deal out. */
  scopes: readonly string[];
  /** Those that it has yet to deal out, one a number. */
  dealtScopes: string[];
  /** Words that 分别 deals out, what is done or what is counted. */
  dealt: WordToken[];
  /** Numbers whose noun is yet to come: 2021年为86%，2022年出庭率为95%. */
  waiting: readonly WaitingNumber[];
}

/** What a paragraph has said so far. */
export interface Passage {
  /** What was named last in what was read; see `matterAtHand`. */
  matter: string | undefined;
  isMatterOfHeading: boolean;
  /** What the heading speaks of. */
  readonly heading: string | undefined;
  /** Sentences without a number that nothing has asked about yet. */
  skipped: Span | undefined;
  scope: string | null;
  /** The theme of what was first counted under the scope: another theme's figure ends it. */
  scopeTheme: string | undefined;
  isScopeOfSentence: boolean;
  /** Whether a sentence without a number named it: the next speaks of it. */
  isScopeAwaited: boolean;
  /** The scope before it, which comes back where nothing is counted under the new one. */
  outer: Pick<Passage, 'scope' | 'scopeTheme'> | undefined;
  /** The scope of the point before. */
  ended: Passage['outer'];
  previous: Sentence | undefined;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Give what the passage speaks of, by the words named last, also in sentences passed over. */
export function matterAtHand({ plain, indicators, passage }: Reading): string | undefined {
  if (passage.skipped === undefined) return passage.matter;
  const { start, end } = passage.skipped;
  passage.skipped = undefined;
  let at = start - 1;
  let found: string | undefined;
  for (const { text, matter } of indicators.matters) {
    const index = plain.lastIndexOf(text, end - text.length);
    if (index <= at || index < start) continue;
    at = index;
    found = matter;
  }
  if (found === undefined) return passage.matter;
  passage.matter = found;
  passage.isMatterOfHeading = false;
  return found;
}

export interface Reading {
  readonly text: string;
  /** The same with plain digits and marks. */
  readonly plain: string;
  readonly indicators: Indicators;
  readonly passage: Passage;
  /** How many unknown characters of its sentence stand before each offset. */
  readonly unknown: Int32Array;
  readonly figures: Figure[];
}

export const unknownBetween = ({ unknown }: Reading, start: number, end: number): number =>
  (unknown[Math.max(start, end)] ?? 0) - (unknown[start] ?? 0);

const ORDINAL_HEAD = /[ \u3000]*(?:[一二三四五六七八九十]+(?:是|、)|（[一二三四五六七八九十]+）)/y;

const ORDINAL_BEGINS = ' \u3000（一二三四五六七八九十';

/** Give where the number of a point at a place ends (一是, （二）), or the place where there is none. */
export function endOfOrdinal(text: string, at: number): number {
  if (!ORDINAL_BEGINS.includes(text[at] ?? '')) return at;
  ORDINAL_HEAD.lastIndex = at;
  return ORDINAL_HEAD.test(text) ? ORDINAL_HEAD.lastIndex : at;
}

/** What a clause has said before the number at hand. */
export interface ClauseState {
  readonly clause: Clause;
  /** Words since the number before. */
  left: WordToken[];
  leftStart: number;
  hasAct: boolean;
  hasThing: boolean;
  hasScope: boolean;
  /** Where the last scope at its head ended. */
  scopeEnd: number;
  hasContext: boolean;
  isAfterNumber: boolean;
  /** Whether it gave one that is not in the way of what stands around it. */
  isAfterFigure: boolean;
  /** Whether it compares: what it names till its number is spoken of in passing (首次超过行政诉讼). */
  isCompared: boolean;
  /** Whether it gave a number that is no difference. */
  hasNumber: boolean;
  isScopeRefused: boolean;
  isTarget: boolean;
  readonly lastNumber: Piece | undefined;
  /** The verb to which all of a clause comes: 对12件文件、3份协议进行清理. */
  readonly tail: readonly WordToken[];
  unread: number;
  /** A scope that holds for one part of a list only. */
  partScope: string | null;
}

/** A number at hand, and all that its reading goes by. */
export interface NumberAtHand {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly state: ClauseState;
  readonly token: QuantityToken;
  readonly unit: string;
  /** Words after it, up to the next number. */
  readonly right: readonly WordToken[];
  /** The word that 分别 deals out to it. */
  readonly dealt: WordToken | undefined;
  /** Whether it is one more of what the number before counted: 培训4期260人. */
  readonly isMore: boolean;
}

/** End a scope with its point; what is not named again is of it still: 二是抓审理。审结21件. */
export function endPoint(passage: Passage): void {
  const { scope, scopeTheme } = passage;
  const ended = scopeTheme === undefined ? passage.ended : { scope, scopeTheme };
  endScope(passage);
  passage.ended = ended;
}

/** Tell whether a scope is a whole place: 全市. */
export const isWholePlace = (scope: string | null): boolean => scope?.startsWith('全') === true;

export function endScope(passage: Passage): void {
  passage.ended = undefined;
  passage.scope = null;
  passage.scopeTheme = undefined;
  passage.outer = undefined;
}

/** Go back to the scope before the last, under which nothing was counted. */
export function leaveScope(passage: Passage): void {
  const { outer } = passage;
  endScope(passage);
  if (outer !== undefined) Object.assign(passage, outer);
}

export function countsIn(word: Word, unit: string): boolean {
  return word.units === 'any' || word.units.has(unit);
}

/** Tell what is counted by the same verb of the same theme, where neither is of a matter: 审查, 合同. */
export const isKinOf = ({ indicator }: Counted, other: Indicator): boolean =>
  indicator !== undefined &&
  indicator.theme === other.theme &&
  ![indicator, other].some(({ matter, stock }) => matter !== undefined || stock);
