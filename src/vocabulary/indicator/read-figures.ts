import { isAmongThings } from './among.ts';
import { periodAt, scopeAt } from './context-words.ts';
import { isOtherDoer } from './other-doer.ts';
import type { Indicators } from './parse-indicators.ts';
import { plainText } from './quantity.ts';
import { readClause } from './read-clause.ts';
import {
  endPoint,
  endScope,
  type Figure,
  isWholePlace,
  leaveScope,
  matterAtHand,
  type Passage,
  type Reading,
  type Sentence,
  type Span,
} from './reading-state.ts';
import { scanText, type Token } from './scan-text.ts';
import { type Clause, splitClauses } from './split-clauses.ts';

/** Room for counts of unknown characters, used again: making it anew for each paragraph is slow. */
let unknown = new Int32Array(1024);

/**
 * Read the figures of a paragraph, all indicators in one pass.
 *
 * A clause says what is done, what is counted, and a number; a scope holds until another is named, a
 * period to the end of its sentence. What is not said is not read: no figure is worked out.
 *
 * @param matter what the heading speaks of
 * @returns in the order of the text; offsets are UTF-16 units
 */
export function readFigures(
  text: string,
  indicators: Indicators,
  matter: string | undefined,
): Figure[] {
  const whole = plainText(text);
  const announced = ANNOUNCES.exec(whole);
  const plain = announced === null ? whole : whole.slice(0, announced.index);
  let count = nextCount(plain, 0);
  if (count === Infinity) return [];
  const passage: Passage = {
    matter,
    heading: matter,
    isMatterOfHeading: true,
    scope: null,
    scopeTheme: undefined,
    isScopeOfSentence: false,
    isScopeAwaited: false,
    outer: undefined,
    ended: undefined,
    previous: undefined,
    skipped: undefined,
  };
  if (unknown.length <= plain.length) unknown = new Int32Array(2 * plain.length);
  const reading: Reading = { text, plain, indicators, passage, unknown, figures: [] };
  let readTo = 0;
  let last = { start: 0, end: 0 };
  for (const sentence of sentencesOf(plain)) {
    if (count < sentence.start) count = nextCount(plain, sentence.start);
    if (count < sentence.end) {
      // What the sentences passed over spoke of is looked up where a reading asks for it.
      if (sentence.start > readTo + 1) passage.skipped = { start: readTo, end: sentence.start };
      // 其中 may go back to a sentence without a number.
      if (last.end > readTo && plain.startsWith('其中', sentence.start)) read(reading, last);
      read(reading, sentence);
      readTo = sentence.end;
    } else if (sentence.end - sentence.start <= LONGEST_LEAD) {
      if (PLANS.test(plain.slice(sentence.start, sentence.end))) break;
      endPoint(passage);
    } else nameScope(passage, plain, sentence);
    last = sentence;
  }
  return reading.figures;
}

/** Read whose a sentence without a number is: it holds for what is counted next. */
function nameScope(passage: Passage, plain: string, { start }: Span): void {
  const time = periodAt(plain, start);
  const from = time !== undefined && plain[time.end] === '，' ? time.end + 1 : start;
  const scope = scopeAt(plain, from);
  if (scope?.kind === 'whole' || scope?.kind === 'body') {
    endScope(passage);
    passage.scope = scope.text;
    passage.isScopeAwaited = true;
  } else if (scope?.kind === 'own' || isOtherDoer(plain, from, scope === undefined))
    endScope(passage);
}

function* sentencesOf(text: string): Generator<Span> {
  const stop = /[。！？\n]/g;
  let start = 0;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    yield { start, end: match.index };
    start = match.index + 1;
  }
  yield { start, end: text.length };
}

/** A number of something; lone 一 counts nothing (一次培训), nor do ordinals (第十二条). */
const COUNT =
  /第 ?[\d〇零一二三四五六七八九十百千]+|(?:\d[余多百千万亿]*|(?:[二两三四五六七八九十百千万]|[十百千万零]一)[余多]?[万亿]?) ?(?:[件起宗例桩份部个项条人名位次场期批户家卷本篇张轮元单通组枚套班]|%)|百分[之百]/g;

/** Find the next place that counts something; sentences without one need not be cut up. */
function nextCount(text: string, start: number): number {
  COUNT.lastIndex = start;
  let match = COUNT.exec(text);
  while (match?.[0].startsWith('第') === true) match = COUNT.exec(text);
  return match?.index ?? Infinity;
}

export function read(reading: Reading, { start, end }: Span): void {
  const tokens = scanText(reading.plain, reading.indicators.lexicon, start, end);
  countUnknown(reading.unknown, start, end, tokens);
  readSentence(reading, splitClauses(tokens, start, end));
}

function countUnknown(
  unknown: Int32Array,
  start: number,
  end: number,
  tokens: readonly Token[],
): void {
  let before = start;
  let count = 0;
  for (const token of tokens) {
    for (let at = before; at < token.start; at += 1, count += 1) unknown[at] = count;
    before = Math.min(token.end, end);
    for (let at = token.start; at < before; at += 1) unknown[at] = count;
  }
  for (let at = before; at < end; at += 1, count += 1) unknown[at] = count;
  unknown[end] = count;
}

/** So many words of a sentence are remembered in the parts that another gives of it. */
const MOST_WORDS_CARRIED = 24;

function readSentence(reading: Reading, clauses: readonly Clause[]): void {
  const { passage } = reading;
  const { previous } = passage;
  const [first] = clauses;
  const isContinued =
    startsWithPart(first) || (first !== undefined && isAmongThings(reading.plain, first));
  if (previous?.matterOfWhole !== undefined) passage.matter = previous.matterOfWhole;
  const sentence: Sentence = {
    things: isContinued ? (previous?.things ?? []) : [],
    isThingFresh: false,
    leadScope: null,
    leadMatter: undefined,
    leadWord: undefined,
    act: isContinued ? previous?.act : undefined,
    subject: isContinued ? previous?.subject : undefined,
    period: startsWithPart(first) ? (previous?.period ?? null) : null,
    wholes: isContinued ? (previous?.wholes ?? []) : [],
    counted: isContinued ? (previous?.counted ?? []) : [],
    last: undefined,
    lastLeft: [],
    partOf: undefined,
    part: undefined,
    matterOfWhole: undefined,
    isGoal: false,
    isGoalOfAll: false,
    isAside: false,
    isTarget: false,
    isFromList: false,
    isOfEach: false,
    isObject: false,
    words: isContinued ? (previous?.words.slice(-MOST_WORDS_CARRIED) ?? []) : [],
    periods: [],
    allPeriods: [],
    scopes: [],
    dealtScopes: [],
    dealt: [],
    waiting: [],
  };
  const isWhole = passage.outer === undefined && isWholePlace(passage.scope);
  const isUncounted = passage.scopeTheme === undefined && !passage.isScopeAwaited;
  const isLeft = passage.outer !== undefined || /^\d/.test(passage.scope ?? '');
  if (passage.scope !== null && !isWhole && isUncounted && isLeft) leaveScope(passage);
  passage.isScopeAwaited = false;
  passage.isScopeOfSentence = false;
  if (passage.matter === undefined && matterAtHand(reading) === undefined)
    passage.matter = firstMatter(clauses);
  for (const clause of clauses) readClause(reading, sentence, clause, undefined);
  passage.previous = sentence;
}

/** What a sentence turns out to speak of, where nothing before it says so. */
function firstMatter(clauses: readonly Clause[]): string | undefined {
  for (const { pieces } of clauses)
    for (const piece of pieces)
      if (piece.kind === 'word' && piece.word.matter !== undefined) return piece.word.matter;
  return undefined;
}

/** What a lead announces is yet to come: 六、下一步工作安排。 */
const PLANS =
  /^(?!.*问题).*(?:(?:下一?步|今后|明年)[^，]*(?:安排|打算|计划|思路|重点|工作)|工作(?:思路|打算|安排))$/;

/** What a colon announces is yet to come, to the end: 将着力抓好以下工作：. */
const ANNOUNCES =
  /(?<!现)将(?:着[力重]|重点|突出|继续|从|围绕|认真|切实|全力|主要)[^，。；：]{0,12}(?:抓好|做好|发力|入手|推进|用力|突破|以下|几个)[^，。；：]{0,8}：/;

/** A short sentence without a number begins another subject: 加强执法监督检查。 */
const LONGEST_LEAD = 18;

function startsWithPart(clause: Clause | undefined): boolean {
  const first = clause?.pieces.find((piece) => piece.kind !== 'nothing');
  return first?.kind === 'word' && first.word.roles.part;
}
