import type { Candidate } from './choose-frame.ts';
import type { Doubt } from './confidence.ts';
import { OFFICE_NAME } from './context-words.ts';
import type { Indicator } from './parse-indicators.ts';
import {
  type ClauseState,
  type Counted,
  endScope,
  isKinOf,
  isWholePlace,
  type NumberAtHand,
  type Passage,
  type Sentence,
  unknownBetween,
  type WordToken,
} from './reading-state.ts';

/**
 * Say whose a figure is, by what is said nearest to it:
 *
 * 1. who is named in its own clause, of this number only (保留市级行政许可72项);
 * 2. whose the number is that it goes on from: one more of the same (培训2期、90人), a lone part
 *    before it (其中市本级新收341件，审结302件);
 * 3. who was named last at the head of a clause; it holds into the next sentences, until another is
 *    named or another theme is counted (see `readScope`);
 * 4. whose the number before is, where this one's noun is not named again;
 * 5. the level that a clause without a number spoke of, or whose its whole is.
 *
 * @returns `null` where nobody is named
 */
export function scopeOf(
  number: NumberAtHand,
  candidate: Candidate | undefined,
  whole: Counted | undefined,
): string | null {
  const { sentence, state, reading, isMore } = number;
  return (
    state.partScope ??
    officeOf(number) ??
    (isMore ? sentence.last?.scope : null) ??
    (sentence.isAside ? whole?.scope : null) ??
    partScopeBefore(number, candidate?.frame.indicator) ??
    reading.passage.scope ??
    scopeBefore(number, candidate) ??
    (isOfLead(sentence, candidate?.frame.indicator) ? sentence.leadScope : null) ??
    whole?.scope ??
    null
  );
}

/** What the next point does not name again is of the scope before it. */
export function resumeScope(passage: Passage, theme: string, doubts: readonly Doubt[]): void {
  const { scope, ended } = passage;
  if (scope === null && ended?.scopeTheme === theme && doubts.includes('bare'))
    passage.scope = ended.scope;
  passage.ended = undefined;
}

/** The scope of a body, carried from a sentence before, ends where another theme is counted. */
export function countUnderScope(passage: Passage, theme: string): void {
  const { scope, scopeTheme, isScopeOfSentence } = passage;
  if (scopeTheme === undefined) passage.scopeTheme = theme;
  else if (scopeTheme !== theme && !isScopeOfSentence && !isWholePlace(scope)) endScope(passage);
}

const OFFICE = new RegExp(
  `^(?:[^，。；：、]{0,8}?其中[：，]?)?(${OFFICE_NAME}|[^，。；：、\\d]{0,6}分局)有?$`,
);

/** Find the office that alone is said of a part: 其中局机关14人、执法支队31人. */
function officeOf({ reading, sentence, state, token, unit }: NumberAtHand): string | null {
  if (sentence.partOf === undefined || unit === '个' || unit === '家' || unit === '%') return null;
  if (state.left.some(({ word }) => word.roles.subject)) return null;
  return OFFICE.exec(reading.plain.slice(state.leftStart, token.start))?.[1] ?? null;
}

/** Whose a lone part is, the next are: 其中市本级新收341件，审结302件. */
function partScopeBefore(
  { sentence: { last, partOf }, state: { clause, hasContext }, unit }: NumberAtHand,
  indicator: Indicator | undefined,
): string | null {
  if (partOf === undefined || last === undefined || hasContext || clause.mark !== '，') return null;
  const isNext = last.unit === unit && !last.isListed && last.indicator !== indicator;
  return isNext && isOfMatter(last, indicator) ? last.scope : null;
}

/** What is not named again, or goes on under one verb, is of the same: 梳理市级规范性文件246件，废止29件. */
function scopeBefore(
  { sentence: { last, partOf }, state }: NumberAtHand,
  candidate: Candidate | undefined,
): string | null {
  if (candidate === undefined || last === undefined || state.hasContext) return null;
  const { indicator } = candidate.frame;
  const isUnnamed = candidate.doubts.some((one) => one === 'bare' || one === 'thing carried');
  const isListed = state.clause.mark === '、' && partOf === undefined;
  const isSame = isListed && last.indicator === indicator;
  return (isUnnamed && isOfMatter(last, indicator)) || isSame ? last.scope : null;
}

/** A level that a clause spoke of holds for what it was first said of: 公布县级许可清单，列入273项. */
function isOfLead({ leadMatter, leadWord }: Sentence, indicator: Indicator | undefined): boolean {
  if (indicator === undefined) return true;
  if (leadMatter !== undefined) return leadMatter === indicator.theme + indicator.matter;
  if (leadWord === undefined || leadWord.matter === indicator.matter) return true;
  return [...leadWord.frames.values()].flat().some((one) => one.indicator === indicator);
}

const isOfMatter = ({ matter }: Counted, other: Indicator | undefined): boolean =>
  matter !== undefined && matter === other?.matter;

/** Papers are counted by the copy, too: 文件14件、合同132份. */
const isOfPapers = (unit: string): boolean => /^[件份]$/.test(unit);

/** Tell units of the same things: 场 and 场次. */
export const isSameUnit = (one: string, other: string): boolean =>
  one.replace(/次$/, '') === other.replace(/次$/, '');

/** Find what a number is a part of; one counted under the same name goes before the last. */
export function wholeOf(
  { partOf }: Sentence,
  unit: string,
  found: Indicator | undefined,
): Counted | undefined {
  if (partOf === undefined || unit === '%') return undefined;
  const alike = partOf.filter((one) => isSameUnit(one.unit, unit));
  // 信访1,046件次，其中来访512批次: one thing in another unit.
  if (alike.length === 0)
    return partOf.findLast(
      (one) =>
        found !== undefined &&
        (one.indicator === found ||
          (isOfPapers(one.unit) && isOfPapers(unit) && isKinOf(one, found))),
    );
  return alike.findLast(({ indicator }) => indicator === found) ?? alike.at(-1);
}

/** Tell whether something is a part of a whole: of the same, or another thing of its matter. */
export function isPartOf(whole: Counted | undefined, part: Indicator | undefined): boolean {
  if (whole?.indicator === undefined) return false;
  const { indicator } = whole;
  if (indicator === part) return true;
  // What was done to some of what there is makes no part of it: 权力事项320项，取消31项.
  return !(indicator.stock && part?.stock === false) && isOfMatter(whole, part);
}

/** Tell a part that has another name: 审核234件，其中文件21件、合同117件; 其中合同88件. */
export function isListedPart(
  { reading, sentence: { part, last }, state, token }: NumberAtHand,
  whole: Counted | undefined,
  found: Indicator,
): boolean {
  const isFirst = part === undefined && state.hasContext && last === whole;
  // 行政许可事项47项，其中实行告知承诺的11项
  if (isFirst && whole?.indicator?.theme === found.theme && whole.indicator.unit === found.unit)
    return true;
  if (whole === undefined || !isKinOf(whole, found)) return false;
  if (isFirst) return true;
  const isOfParts =
    part !== undefined && (part === whole.indicator || part === found) && !part.stock;
  // With no verb of its own it goes on with the list: 其中文件14件，合同132份.
  const isListed =
    state.clause.mark === '、' || unknownBetween(reading, state.leftStart, token.start) === 0;
  return isOfParts && isListed;
}

/**
 * Tell what is counted of the whole after its kinds: 调解纠纷90件，其中邻里纠纷60件，调解成功80件.
 */
export function isBesideParts(
  { sentence: { part }, state: { clause, hasContext } }: NumberAtHand,
  whole: Counted | undefined,
  found: Indicator | undefined,
): boolean {
  const isAfterKinds = part !== undefined && part === whole?.indicator && part !== found;
  return isAfterKinds && clause.mark === '，' && !hasContext;
}

/**
 * Deal out what 分别 joins, one to each number: times (2022年、2023年分别受理45件、62件), bodies, what
 * is done (新收、审结分别为) or what is counted (行政处罚、行政强制分别为).
 *
 * @returns the word that falls to the number at hand
 */
export function dealOut(
  plain: string,
  passage: Passage,
  sentence: Sentence,
  { left, clause }: ClauseState,
): WordToken | undefined {
  if (left.some(({ word }) => word.deals)) {
    sentence.dealt = listed(plain, left);
    if (sentence.periods.length === 0) sentence.periods = [...sentence.allPeriods];
    if (sentence.periods.length < 2) sentence.periods = periodsOfPair(sentence) ?? sentence.periods;
    if (sentence.periods.length > 1) sentence.period = sentence.periods.shift() ?? null;
    const isOfTimes = sentence.periods.length > 1;
    const scopes =
      sentence.scopes.length > 1 || isOfTimes
        ? sentence.scopes
        : (scopesIn(passage.scope) ?? scopesOfList(sentence));
    sentence.scopes = [];
    sentence.dealtScopes = scopes.length > 1 ? [...scopes] : [];
    passage.scope = sentence.dealtScopes.shift() ?? passage.scope;
    return sentence.dealt.shift();
  }
  // 分别办理218件、302件，审结201件、288件: the next verb is dealt the same times.
  const isNextVerb = clause.mark === '，' && left.some(({ word }) => word.isAct);
  if (isNextVerb && sentence.allPeriods.length > 1 && sentence.periods.length === 0) {
    sentence.periods = [...sentence.allPeriods];
    sentence.period = sentence.periods.shift() ?? null;
  }
  if (left.every(({ word }) => word.roles.filler)) {
    passage.scope = sentence.dealtScopes.shift() ?? passage.scope;
    const [next] = sentence.periods;
    if (next !== undefined && sentence.last !== undefined && sentence.period !== null)
      if (next !== sentence.period) sentence.period = sentence.periods.shift() ?? null;
  }
  return sentence.dealt.shift();
}

/** Give the times of the last two numbers of one thing: 去年受理18件，今年受理36件，办结率分别为. */
function periodsOfPair({ counted }: Sentence): string[] | undefined {
  const [one, other] = counted.slice(-2);
  if (one === undefined || other === undefined || one.unit !== other.unit) return undefined;
  const times = [one.period, other.period].filter((period) => period !== null);
  return times.length === 2 && one.period !== other.period && one.indicator === other.indicator
    ? times
    : undefined;
}

/** Give the kinds of places that are named as one: 市（州）、县（市、区）分别取消. */
function scopesIn(scope: string | null): string[] | undefined {
  const scopes = scope?.split(/、(?![^（]*）)/) ?? [];
  return scopes.length > 1 && !/[两三四]级/.test(scope ?? '') ? scopes : undefined;
}

/** Give whose the numbers of the list before are: 市政府18件、部门64件，出庭率分别为. */
function scopesOfList({ wholes }: Sentence): string[] {
  const first = wholes.findLastIndex(({ isListed }) => !isListed);
  return wholes.slice(Math.max(first, 0)).flatMap(({ scope }) => scope ?? []);
}

/** Tell a rate that 分别 deals out to one of several of which not all are known: 维持率、纠错率分别为. */
export function isOneOfMany({ reading, sentence, state, unit, dealt }: NumberAtHand): boolean {
  const deals = unit === '%' ? state.left.find(({ word }) => word.deals) : undefined;
  if (deals === undefined || dealt !== undefined) return false;
  if (sentence.allPeriods.length > 1 || sentence.dealtScopes.length > 0) return false;
  const before = reading.plain.slice(state.leftStart, deals.start);
  return /[、和及与]/.test(before) && unknownBetween(reading, state.leftStart, deals.start) > 0;
}

/** Find a rate among several that one number gives: 办结率、满意率均为100%. */
export function oneOfAll({ reading, state: { left }, unit }: NumberAtHand): readonly WordToken[] {
  if (unit !== '%' || !left.some(({ word }) => word.text.startsWith('均'))) return [];
  return listed(reading.plain, left);
}

const JOINT = /^[、和及与]$/;

/** Find the verbs or nouns before 分别 that a mark or a word joins. */
function listed(plain: string, left: readonly WordToken[]): WordToken[] {
  const words = left.filter(({ word }) => word.isAct || word.isThing);
  const isJoined = (i: number): boolean => {
    const [one, next] = [words[i], words[i + 1]];
    return one !== undefined && next !== undefined && JOINT.test(plain.slice(one.end, next.start));
  };
  return words.filter((_, i) => isJoined(i) || isJoined(i - 1));
}
