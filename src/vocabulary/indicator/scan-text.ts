import {
  type ContextWords,
  headTimeAt,
  headTimesIn,
  isDateOfThing,
  PERIOD_BEGINS,
  PERIOD_FOLLOWS,
  periodAt,
  SCOPE_BEGINS,
  SCOPE_FOLLOWS,
  type ScopeWords,
  scopeAt,
  ZONE_BEGINS,
  ZONE_FOLLOWS,
} from './context-words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Word } from './parse-indicators.ts';
import { type Quantity, readQuantity } from './quantity.ts';

/** What a token may hold, by its kind. */
interface Contents {
  readonly word: Word;
  readonly quantity: Quantity;
  readonly scope: ScopeWords;
  readonly period: ContextWords;
  readonly mark: string;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text that a reading goes by; what lies between two of them is unknown words. */
export type Token =
  | { [K in keyof Contents]: { readonly kind: K } & Pick<Contents, K> & Place }[keyof Contents]
  /** Said to be passed over: a title, a date, a space, a quotation mark. */
  | ({ readonly kind: 'nothing' } & Place);

/** Make a token. All have the same fields in the same order, which makes reading them fast. */
function makeToken(
  kind: Token['kind'],
  start: number,
  end: number,
  word?: Word,
  quantity?: Quantity,
  scope?: ScopeWords,
  period?: ContextWords,
  mark?: string,
): Token {
  return { kind, start, end, word, quantity, scope, period, mark } as Token;
}

const DATE_OF_DAY = /(?:20\d\d年)?(?:1[0-2]|0?[1-9])月\d+日/y;
/** After a day: it begins a time, 2022年1月1日至6月30日. */
const SPANS_TIME = /[至到—–~-]|以来|起|[^，。；：、\d]{1,12}以来/y;
const DOCUMENT_NUMBER = /[〔[]20\d\d[〕\]]\d*号?/y;
export const LONGEST_TITLE = 120;
const HAN_NUMERALS = '〇零一二两三四五六七八九十百千万数几';
const ORDINAL_OF = /[第十]/;

/** What may begin at a UTF-16 unit: most units begin nothing, and are passed over at once. */
const [MARK, DIGIT, PERIOD, SCOPE, NUMERAL, IGNORED, OTHER] = [1, 2, 4, 8, 16, 32, 64] as const;
/** And what may follow the first of a time or a zone. */
const [IN_TIME, AFTER_DIGITS, ZONE, IN_ZONE, IN_SCOPE] = [128, 256, 512, 1024, 2048] as const;
const BEGINS = MARK | DIGIT | PERIOD | SCOPE | NUMERAL | IGNORED | OTHER | ZONE;
const MAY_BEGIN = new Uint16Array(0x1_0000);
for (const [kind, units] of [
  [MARK, '，、；：。！？（）\n'],
  [DIGIT, '0123456789'],
  [PERIOD, PERIOD_BEGINS],
  [SCOPE, SCOPE_BEGINS],
  [NUMERAL, HAN_NUMERALS],
  [IGNORED, ' “”‘’"\'「」『』·\t\u3000'],
  [OTHER, '《〔[第'],
  [IN_TIME, PERIOD_FOLLOWS],
  [IN_SCOPE, SCOPE_FOLLOWS],
  [ZONE, ZONE_BEGINS],
  [IN_ZONE, ZONE_FOLLOWS],
  // 2022年, 1至6月, 3个季度, 20 – 22年
  [AFTER_DIGITS, '年月个至到—–-~～－ '],
] as const)
  for (const unit of units) {
    const code = unit.charCodeAt(0);
    MAY_BEGIN[code] = (MAY_BEGIN[code] ?? 0) | kind;
  }

/**
 * Cut a part of a text into words of the vocabulary, numbers, scopes, periods and marks.
 *
 * Every expression is tried at one place and bounded, so that a text of any length is read in time
 * of its length.
 *
 * @param text with its digits and marks made plain (see `plainText`)
 */
export function scanText(
  text: string,
  lexicon: Lexicon<Word>,
  start: number,
  end: number,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let isHead = true;
  const mayBeHeadTime = headTimesIn(text, start);
  while (at < end) {
    const mayBeTime = isHead && mayBeHeadTime(at) && scopeAt(text, at) === undefined;
    const time = mayBeTime ? headTimeAt(text, at) : undefined;
    isHead = false;
    if (time !== undefined && time.end <= end) {
      tokens.push(makeToken('period', at, time.end, undefined, undefined, undefined, time));
      at = time.end;
      continue;
    }
    const kinds = kindsAt(text, at);
    const mayBeWord = lexicon.mayBegin(text, at);
    const token =
      kinds !== 0 || mayBeWord ? tokenAt(text, at, kinds, mayBeWord, lexicon) : undefined;
    if (token === undefined) at += 1;
    else {
      tokens.push(token);
      at = token.end;
      isHead =
        (token.kind === 'scope' && text[at] !== '在') ||
        (token.kind === 'mark' && token.mark !== '、');
    }
  }
  return tokens;
}

/** Give what may begin at a place, by its unit and the next: most begin nothing. */
function kindsAt(text: string, at: number): number {
  const kinds = (MAY_BEGIN[text.charCodeAt(at)] ?? 0) & BEGINS;
  if ((kinds & (SCOPE | ZONE | PERIOD)) === 0 || (kinds & DIGIT) !== 0) return kinds;
  const next = at + 1 < text.length ? (MAY_BEGIN[text.charCodeAt(at + 1)] ?? 0) : 0;
  let left = kinds;
  if ((next & IN_SCOPE) === 0) left &= ~SCOPE;
  if ((next & IN_ZONE) === 0) left &= ~ZONE;
  if ((next & IN_TIME) === 0) left &= ~PERIOD;
  return left;
}

function tokenAt(
  text: string,
  start: number,
  kinds: number,
  mayBeWord: boolean,
  lexicon: Lexicon<Word>,
): Token | undefined {
  if ((kinds & (DIGIT | PERIOD)) !== 0) {
    const time = timeAt(text, start, kinds);
    if (time !== undefined) return time;
  }
  if ((kinds & OTHER) !== 0) {
    if (text[start] === '《') return titleAt(text, start);
    if (text[start] === '第') return ordinalAt(text, start);
    return passOver(DOCUMENT_NUMBER, text, start);
  }
  const found = mayBeWord ? lexicon.at(text, start) : undefined;
  if ((kinds & DIGIT) !== 0) {
    const quantity = readQuantity(text, start);
    if (quantity !== undefined && (quantity.unit !== '' || found === undefined))
      return makeToken('quantity', start, quantity.end, undefined, quantity);
  }
  if ((kinds & NUMERAL) !== 0 && (found === undefined || found.end - start === 1)) {
    const quantity = readQuantity(text, start);
    if (quantity !== undefined && !ORDINAL_OF.test(text[start - 1] ?? ''))
      return isManner(text, start, quantity)
        ? makeToken('nothing', start, quantity.end)
        : makeToken('quantity', start, quantity.end, undefined, quantity);
  }
  const scope = (kinds & (SCOPE | ZONE)) === 0 ? undefined : scopeAt(text, start);
  if (scope !== undefined && scope.end >= (found?.end ?? 0))
    return makeToken('scope', start, scope.end, undefined, undefined, scope);
  if (found !== undefined) return makeToken('word', start, found.end, found.word);
  if ((kinds & MARK) !== 0) return markAt(text, start);
  return (kinds & IGNORED) === 0 ? undefined : makeToken('nothing', start, start + 1);
}

/** 分两批 says how, not how many, 突破万件大关 no more than what is passed. */
function isManner(text: string, start: number, { unit, end }: Quantity): boolean {
  if (text.startsWith('大关', end)) return true;
  return text[start - 1] === '分' && /^[批期步轮个类]$/.test(unit);
}

function markAt(text: string, start: number): Token {
  const mark = text.charAt(start);
  return makeToken('mark', start, start + 1, undefined, undefined, undefined, undefined, mark);
}

function timeAt(text: string, start: number, kinds: number): Token | undefined {
  if (!mayBeTime(text, start, kinds)) return undefined;
  const day = (kinds & DIGIT) === 0 ? undefined : passOver(DATE_OF_DAY, text, start);
  if (day !== undefined && passOver(SPANS_TIME, text, day.end) === undefined) return day;
  const period = periodAt(text, start);
  if (period === undefined) return undefined;
  if (isDateOfThing(text, period.end)) return makeToken('nothing', start, period.end);
  return makeToken('period', start, period.end, undefined, undefined, undefined, period);
}

function mayBe(kind: number, text: string, at: number): boolean {
  return at < text.length && ((MAY_BEGIN[text.charCodeAt(at)] ?? 0) & kind) !== 0;
}

/** Look at the next unit first: most of what may begin a time (全, 上, a digit) begins none. */
function mayBeTime(text: string, start: number, kinds: number): boolean {
  let at = start + 1;
  if ((kinds & DIGIT) === 0) return true;
  while (mayBe(DIGIT, text, at)) at += 1;
  return mayBe(AFTER_DIGITS, text, at);
}

/** A title is one thing: words in it say nothing of what is counted. */
function titleAt(text: string, start: number): Token | undefined {
  const end = text.slice(start, start + LONGEST_TITLE).indexOf('》');
  return end < 0 ? undefined : makeToken('nothing', start, start + end + 1);
}

/** 第3批 counts nothing; 第三季度 is a time. */
function ordinalAt(text: string, start: number): Token | undefined {
  const period = periodAt(text, start);
  if (period !== undefined)
    return makeToken('period', start, period.end, undefined, undefined, undefined, period);
  const number = readQuantity(text, start + 1);
  return number === undefined ? undefined : makeToken('nothing', start, number.end);
}

function passOver(pattern: RegExp, text: string, start: number): Token | undefined {
  pattern.lastIndex = start;
  const words = pattern.exec(text)?.[0];
  return words === undefined ? undefined : makeToken('nothing', start, start + words.length);
}
