import type { Word } from './parse-indicators.ts';
import { countsIn, type NumberAtHand, type WordToken } from './reading-state.ts';
import { LONGEST_TITLE } from './scan-text.ts';
import type { Clause } from './split-clauses.ts';

/** The words around a number, sorted once for all frames. */
export interface Sides {
  readonly left: readonly WordToken[];
  /** Words after the number, up to the next. */
  readonly right: readonly WordToken[];
  readonly leftThings: readonly WordToken[];
  readonly rightThings: readonly WordToken[];
  readonly leftActs: readonly WordToken[];
  readonly rightActs: readonly WordToken[];
  readonly leftStart: number;
  /** What a fitting frame may yet be ruled out by, worked out where one fits. */
  readonly context: () => Context;
  /** The words by which the clause may be ruled out, as text. */
  readonly clauseText: () => ClauseText;
}

interface ClauseText {
  readonly words: string;
  /** Its number in `LAST_HELD`. */
  readonly serial: number;
}

interface Context {
  /** All words of its clause. */
  readonly words: readonly Word[];
  /** Whose doing it is said to be. */
  readonly subjects: readonly string[];
}

export function sidesOf(number: NumberAtHand): Sides {
  const { state, token, unit, right, dealt } = number;
  const left =
    dealt === undefined ? state.left : [dealt, ...state.left.filter((one) => isBeside(one, dealt))];
  const isLast = state.lastNumber === token;
  const leftThings: WordToken[] = [];
  const rightThings: WordToken[] = [];
  const leftActs: WordToken[] = [];
  const rightActs: WordToken[] = [];
  for (const one of left) {
    if (one.word.isAct) leftActs.push(one);
    if (one.word.isThing && countsIn(one.word, unit)) leftThings.push(one);
  }
  for (const one of right) {
    if (one.word.isAct) rightActs.push(one);
    if (one.word.isThing && countsIn(one.word, unit)) rightThings.push(one);
  }
  if (!isLast) for (const one of state.tail) if (one.word.isAct) rightActs.push(one);
  let known: Context | undefined;
  let text: ClauseText | undefined;
  return {
    ...{ left, right, leftStart: state.leftStart, leftThings, rightThings, leftActs, rightActs },
    context: () => (known ??= contextOf(number, left, isLast)),
    clauseText: () => (text ??= barring(number, isLast)),
  };
}

/** What else stands before 分别: of verbs the nouns, of nouns the verbs. */
function isBeside({ word }: WordToken, { word: { isThing } }: WordToken): boolean {
  return isThing ? !word.isThing : !word.isAct || word.isThing;
}

function contextOf(
  { state: { tail }, sentence: { subject }, right }: NumberAtHand,
  left: readonly WordToken[],
  isLast: boolean,
): Context {
  const words: Word[] = [];
  const subjects: string[] = [];
  const add = (word: Word, mayBeSubject: boolean): void => {
    words.push(word);
    const { roles, text } = word;
    if (mayBeSubject && (roles.subject || roles.cause)) subjects.push(text);
  };
  for (const { word } of left) add(word, true);
  for (const { word } of right) add(word, isLast);
  for (const { word } of tail) add(word, true);
  if (subject !== undefined) add(subject, true);
  return { words, subjects };
}

/** The text that held a UTF-16 unit last: most words that would bar a clause are told from it by their first. */
const LAST_HELD = new Uint32Array(0x1_0000);
let serials = 0;

function marked(words: string): ClauseText {
  serials = (serials + 1) >>> 0;
  for (let at = 0; at < words.length; at += 1) LAST_HELD[words.charCodeAt(at)] = serials;
  return { words, serial: serials };
}

/** Tell whether a text holds the first character of a word. Ask it before the next text is made. */
export function mayHold({ serial }: ClauseText, word: string): boolean {
  return LAST_HELD[word.charCodeAt(0)] === serial;
}

/** Shorter fillers hide no word. */
const LEAST_HIDING = 3;

/** So far after a number the words of its clause bar it, known or not. */
const FARTHEST = 24;

/** What is in brackets bars only what is in them. */
function endOfClause({ pieces, end }: Clause, from: number): number {
  for (const piece of pieces) {
    const start = piece.kind === 'aside' ? (piece.clauses[0]?.start ?? 0) : 0;
    if (start > from) return start - 1;
  }
  return end;
}

/** Titles, whose words bar nothing; bounded, since a mark that is never closed is looked for to the end. */
const TITLES = new RegExp(`《[^》]{0,${LONGEST_TITLE - 2}}》`, 'g');

/**
 * Give the words of a clause before its number, and after its last, with those left out that are
 * read whole (法律顾问 in 村（社区）法律顾问 is none, nor 调整 in 调整为).
 */
function barring(
  { reading: { plain }, state, token, right, dealt }: NumberAtHand,
  isLast: boolean,
): ClauseText {
  const isDealt = dealt !== undefined;
  const parts: string[] = [];
  let at = isDealt ? token.start : state.leftStart;
  for (const { word, start, end } of isDealt ? [] : state.left) {
    const isLongFiller = word.roles.filler && word.text.length >= LEAST_HIDING;
    if (!word.roles.subject && !word.roles.to && !isLongFiller) continue;
    parts.push(plain.slice(at, start), '|');
    at = end;
  }
  parts.push(plain.slice(at, token.start), '|');
  if (isLast) {
    const end = Math.max(right.at(-1)?.end ?? 0, token.end + FARTHEST);
    parts.push(plain.slice(token.end, Math.min(end, endOfClause(state.clause, token.end))), '|');
  }
  for (const { word } of state.tail) parts.push(word.text, '|');
  const text = parts.join('');
  return marked(text.includes('《') ? text.replace(TITLES, '|') : text);
}
