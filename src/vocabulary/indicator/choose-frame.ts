import type { Doubt } from './confidence.ts';
import { type FoundAct, type FoundThing, findAct, findThing, isRightAfter } from './match-frame.ts';
import type { Frame, Indicator, Word } from './parse-indicators.ts';
import {
  type Counted,
  matterAtHand,
  type NumberAtHand,
  type Reading,
  unknownBetween,
  type WordToken,
} from './reading-state.ts';
import { mayHold, type Sides, sidesOf } from './sides.ts';
import type { Piece } from './split-clauses.ts';

/** A way to read a number. */
export interface Candidate {
  readonly frame: Frame;
  readonly start: number;
  readonly end: number;
  readonly doubts: readonly Doubt[];
  /** The number said before whose noun it shares. */
  readonly after?: Counted | undefined;
}

export function bestFrame(number: NumberAtHand): Candidate | undefined {
  const { sentence, state, unit, right, dealt } = number;
  const tried: Frame[] = [];
  let best: Fit | undefined;
  let sides: Sides | undefined;
  const tryAll = (near: WordToken | undefined): void => {
    const frames = near?.word.tries.get(unit);
    if (frames === undefined) return;
    sides ??= sidesOf(number);
    for (const frame of frames) {
      if (tried.includes(frame)) continue;
      tried.push(frame);
      const fit = tryFrame(number, sides, frame);
      if (fit !== undefined && (best === undefined || fit.score > best.score)) best = fit;
    }
  };
  for (const near of state.left) tryAll(near);
  for (const near of right) tryAll(near);
  for (const near of state.tail) tryAll(near);
  for (const near of sentence.things) tryAll(near);
  tryAll(sentence.act);
  tryAll(dealt);
  if (best === undefined || sides === undefined) return undefined;
  return candidateOf(number, sides, best);
}

/** A way to read a number that fits, before it is asked how far it is to be doubted. */
interface Fit {
  readonly frame: Frame;
  /** How well it fits; of two alike, the one whose word is said first is taken. */
  readonly score: number;
  readonly act: FoundAct | undefined;
  readonly thing: FoundThing | undefined;
}

function tryFrame(number: NumberAtHand, sides: Sides, frame: Frame): Fit | undefined {
  const { reading, sentence, token } = number;
  const { indicator } = frame;
  const thing = findThing(number, sides, frame);
  const isBare = thing === undefined && (frame.things !== undefined || frame.acts === undefined);
  if (isBare && indicator.bare === undefined) return undefined;
  const act = findAct(number, sides, frame, thing);
  if (frame.acts !== undefined && act === undefined) return undefined;
  const isAtHand = (): boolean => matterAtHand(reading) === indicator.matter;
  if (isBare) {
    const mayBeBare =
      indicator.bare === 'all' ||
      (act !== undefined && indicator.bare?.has(act.token.word) === true);
    if (!mayBeBare || act === undefined || act.isCarried || !isAtHand()) return undefined;
    const isNamed = sides.leftThings.some(({ word }) => !word.roles.filler);
    const [next] = sides.rightThings;
    const isNamedNext = next?.word.roles.filler !== true && isRightAfter(reading, next, token);
    if (isNamed || isNamedNext) return undefined;
    if (isForeign(number, indicator)) return undefined;
    // 清理中介服务58项，取消其中的21项: of what is not known.
    if (sentence.last?.isUnread === true && isOfThem(reading.plain, token.start)) return undefined;
    // 其中38件经调解结案: a part may have its verb after it.
    const isAfter = act.token.start > token.start;
    const isListed = sentence.last?.indicator?.matter === indicator.matter;
    if (isAfter && sentence.partOf === undefined && !isListed) return undefined;
    if (unknownBetween(reading, act.token.end, token.start) > 0) return undefined;
    // 登记环节由5个压缩为2个: what was changed is named.
    const { start } = act.token;
    if (act.token.word.roles.to && unknownBetween(reading, sides.leftStart, start) > 0)
      return undefined;
  }
  if (act !== undefined) {
    const isFar = unknownBetween(reading, act.token.end, token.start) > WIDEST_GAP_OF_ACT;
    if (frame.things === undefined && act.token.end <= token.start && isFar) return undefined;
    if (
      isOfSome(number, act.token) ||
      isOfGiver(number, act.token) ||
      isMixed(number, sides, frame, act.token)
    )
      return undefined;
  }
  if (frame.atHand && (!isAtHand() || isForeign(number, indicator))) return undefined;
  if ((act === undefined || act.isCarried) && isKindOfOther(number, indicator)) return undefined;
  if (isRuledOut(number, sides, frame, thing?.token)) return undefined;
  // A thing named and a verb count alike; each other verb between counts against it.
  const score = Number(thing?.token !== undefined) + (act === undefined ? 0 : 1 - act.others);
  const isNeeded = indicator.needs.size > 0 ? 0.5 : 0;
  return { frame, score: score + isNeeded, act, thing };
}

/** Tell whether somebody else is said to do what no word says of what: 律师事务所办理案件600件. */
function isForeign({ sentence: { subject } }: NumberAtHand, { matter }: Indicator): boolean {
  const isCourt = subject?.matter === 'court' && matter === 'litigation';
  return subject?.roles.subject === true && !isCourt;
}

/** Tell a kind of another matter's cases: 复议案件涉及行政处罚35件、行政强制12件. */
function isKindOfOther({ reading, sentence }: NumberAtHand, { kindOf }: Indicator): boolean {
  if (kindOf.length === 0) return false;
  const isOther = (matter: string | undefined): boolean =>
    matter !== undefined && kindOf.includes(matter);
  return isOther(reading.passage.heading) || sentence.words.some(({ matter }) => isOther(matter));
}

const WIDEST_GAP_OF_ACT = 4;

/** Say what the reading goes by, and all that is to be doubted of it. */
function candidateOf(
  { reading, token, unit }: NumberAtHand,
  sides: Sides,
  { frame, act, thing }: Fit,
): Candidate {
  const { passage } = reading;
  const ownAct = act?.isCarried === true ? undefined : act?.token;
  const words = [token, thing?.token, ownAct].filter((one) => one !== undefined);
  const start = Math.min(...words.map((one) => one.start));
  const end = Math.max(...words.map((one) => one.end));
  const doubts: Doubt[] = [...(thing?.doubts ?? [])];
  const isBare = thing === undefined && (frame.things !== undefined || frame.acts === undefined);
  if (isBare) doubts.push(passage.isMatterOfHeading ? 'matter of heading' : 'bare');
  else if (frame.atHand && passage.isMatterOfHeading) doubts.push('matter of heading');
  const isSaid = sides.leftActs.length > 0 || sides.rightActs.length > 0;
  if (frame.acts === undefined && unit !== '%' && !frame.indicator.stock && !isSaid)
    doubts.push('no verb');
  if (act?.isCarried === true) doubts.push('act carried');
  if (act !== undefined && frame.things === undefined)
    if (unknownBetween(reading, act.token.end, token.start) > 0) doubts.push('gap');
  if (frame.indicator.rareUnits.has(unit)) doubts.push('rare unit');
  if (act === undefined && (thing?.token?.start ?? 0) > token.start) doubts.push('thing after');
  if (act !== undefined && act.token.start > token.start) doubts.push('act after');
  const isOther = (one: WordToken): boolean =>
    one !== act?.token && one !== thing?.token && !one.word.roles.light;
  if (sides.leftActs.some(isOther)) doubts.push('other act');
  if (unknownBetween(reading, sides.leftStart, start) > 0) doubts.push('words before');
  return { frame, start, end, doubts };
}

/** Tell what is done to some of what was counted: 审查42件，对其中7件提出意见. */
function isOfSome({ reading: { plain }, state, token }: NumberAtHand, act: WordToken): boolean {
  return (
    act.end <= token.start &&
    isOfThem(plain, token.start) &&
    OF_SOME.test(plain.slice(state.leftStart, token.start))
  );
}

/** Tell what those did who handed something in: 对各县报请批准的23件法规提出意见. */
function isOfGiver({ reading, state, token }: NumberAtHand, act: WordToken): boolean {
  const [head] = state.left;
  if (isHandedIn(state, act)) return true;
  if (head?.word.text !== '对' || head === act) return false;
  const isNamed = state.isScopeRefused || unknownBetween(reading, head.end, act.start) > 0;
  return isNamed && /^[^，]{0,4}的$/.test(reading.plain.slice(act.end, token.start));
}

/** 登记部门报备的文件: with another's doing before it, and whose it is right before that. */
function isHandedIn({ clause: { pieces } }: NumberAtHand['state'], act: WordToken): boolean {
  if (!act.word.text.endsWith('的')) return false;
  const at = pieces.indexOf(act);
  const before = pieces[at - 1];
  const isOfBody = before?.kind === 'scope' && before.end === act.start;
  const isDone = (piece: Piece): boolean => piece.kind === 'word' && piece.word.isAct;
  return isOfBody && pieces.slice(0, at - 1).some(isDone);
}

const isOfThem = (plain: string, at: number): boolean =>
  plain.startsWith('其中', at - 2) || plain.startsWith('其中的', at - 3);

export const OF_SOME = /[对将把就]其中[^，。；：、\d]{0,12}$/;

const JOINED = /^[、和及与或并]$/;

/** Tell a number of two outcomes together, which is of neither: 修改和废止12件. */
function isMixed(
  { reading: { plain }, unit }: NumberAtHand,
  { left, leftActs }: Sides,
  { indicator, acts }: Frame,
  act: WordToken,
): boolean {
  if (!leftActs.includes(act)) return false;
  const doings = left.filter(({ word }) => word.isAct || word.roles.outcome);
  const index = doings.indexOf(act);
  return [doings[index - 1], doings[index + 1]].some((other) => {
    if (other === undefined) return false;
    const [first, second] = other.start < act.start ? [other, act] : [act, other];
    if (!JOINED.test(plain.slice(first.end, second.start))) return false;
    // 取消和调整 is of neither, though nothing counts what is adjusted.
    if (other.word.roles.outcome && acts?.has(other.word) === false) return true;
    const frames = other.word.frames.get(unit) ?? [];
    const isOf = (one: Frame): boolean => one.indicator === indicator;
    return !frames.some(isOf) && frames.some((one) => one.indicator.matter === indicator.matter);
  });
}

function isRuledOut(
  { reading, sentence, token }: NumberAtHand,
  { context, clauseText }: Sides,
  { indicator, with: beside }: Frame,
  thing: WordToken | undefined,
): boolean {
  if (indicator.not.length === 0 && beside === undefined && indicator.needs.size === 0)
    return false;
  const { words, subjects } = context();
  if (indicator.not.length > 0) {
    const text = clauseText();
    for (const bar of indicator.not) {
      if (mayHold(text, bar) && text.words.includes(bar) && !isOfThing(text.words, bar, thing))
        return true;
      for (const subject of subjects) if (subject.startsWith(bar)) return true;
    }
  }
  // What holds a word says it too: “双随机、一公开”监管 of “双随机、一公开”.
  const stands = (asked: ReadonlySet<Word>): boolean => {
    const says = (word: Word): boolean => asked.has(word) || holdsOne(word, asked, reading);
    return words.some(says) || sentence.words.some(says);
  };
  if (beside !== undefined && !stands(beside) && !isSoon(reading, token.end, beside)) return true;
  if (indicator.needs.size === 0 || stands(indicator.needs)) return false;
  return reading.passage.previous?.words.some((word) => indicator.needs.has(word)) !== true;
}

/** Tell a word that only the thing counted holds: 意见建议 in 代表意见建议. */
function isOfThing(words: string, bar: string, thing: WordToken | undefined): boolean {
  const text = thing?.word.text ?? '';
  return text !== bar && text.includes(bar) && !words.replaceAll(text, '|').includes(bar);
}

function holdsOne(word: Word, asked: ReadonlySet<Word>, { indicators }: Reading): boolean {
  word.holds ??= indicators.beside.filter(({ text }) => word.text.includes(text));
  return word.holds.some((part) => asked.has(part));
}

/** So far behind a number that begins a list stands what is done to all of it. */
const SOON = 32;

/** Tell what is said of a list behind it: 41项证明事项、27项许可事项推行告知承诺制. */
function isSoon({ plain }: NumberAtHand['reading'], at: number, asked: ReadonlySet<Word>): boolean {
  const list = /^[^，。；：]*/.exec(plain.slice(at, at + SOON))?.[0] ?? '';
  const all = /[、和及]/.test(list) ? list.slice(list.search(/\D*$/)) : '';
  return [...asked].some(({ text }) => all.includes(text));
}
