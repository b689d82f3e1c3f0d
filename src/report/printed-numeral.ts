const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};

/** After NFKC: brackets, 第…章, the numeral itself, and the mark behind it. */
const LABEL =
  /^[([〔【]?第?(?:\d+[.-])*(\d+|[〇零一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟]+)(?:章|节|条|款|项|编|篇|部分)?[)\]〕】]?[、.,:。:)]*$/;

/**
 * Read the number a heading is printed with, in whatever numerals and marks.
 *
 * @param label printed numeral with its mark: `一、`, `（十二）`, `30.`, `⑴`, `第三章`; of `2.3` the 3 counts
 * @returns `undefined` where the label holds no number from 1
 * @example parsePrintedNumber('（十二）') // 12
 */
export function parsePrintedNumber(label: string): number | undefined {
  const numeral = LABEL.exec(label.normalize('NFKC').replace(/\s+/gu, ''))?.[1];
  if (numeral === undefined) return undefined;
  const number = /^\d/.test(numeral) ? Number(numeral) : parseHanNumeral(numeral);
  return number !== undefined && number > 0 && Number.isSafeInteger(number) ? number : undefined;
}

/** Read 一百二十三 by its units; 二〇 and 一二, which have none, by their places. */
function parseHanNumeral(numeral: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let unitBefore = Number.POSITIVE_INFINITY;
  let isPlaced = false;
  for (const character of numeral) {
    const unit = UNITS[character];
    if (unit === undefined) {
      const next = DIGITS[character];
      if (next === undefined) return undefined;
      if (digit !== undefined && digit !== 0) isPlaced = true;
      digit = isPlaced ? (digit ?? 0) * 10 + next : next;
      continue;
    }
    if (isPlaced || unit >= unitBefore) return undefined;
    sum += (digit ?? 1) * unit;
    unitBefore = unit;
    digit = undefined;
  }
  return sum + (digit ?? 0);
}

const han = '[〇零一二三四五六七八九十百千]+';
const digit = '[\\d０-９]';
const label = new RegExp(
  `^(?:第(?:${han}|${digit}+)(?:[编編章节節条條篇]|部分)(?:\\s|(?=.))[：:、]?|${han}[、.．]|[（(]?(?:${han}|${digit}{1,3})[）)][、.．]?|[（(] ?${digit}{1,3} ?[）)]|${digit}{1,3}(?: ?[、．]|\\.(?!${digit}))|[①-⑳⑴-⒇⒈-⒛㈠-㈩])`,
);

/**
 * Take the printed numeral with its mark off the head of a heading.
 *
 * @returns `label` without white space after it, `null` where none is printed; `rest` trimmed
 * @example splitLabel('（一）指导思想') // { label: '（一）', rest: '指导思想' }
 * @example splitLabel('10. 完善机制') // { label: '10.', rest: '完善机制' }
 */
export function splitLabel(text: string): { label: string | null; rest: string } {
  const found = label.exec(text)?.[0];
  return found === undefined
    ? { label: null, rest: text }
    : { label: found.trimEnd(), rest: text.slice(found.length).trimStart() };
}

const CIRCLED = /^[①-⑳]$/;
/** The kinds of printed numerals, the higher level first. */
const KINDS = [
  ['part', /^第.+(?:编|編|篇|部分)[：:、]?$/],
  ['chapter', /^第.+章[：:、]?$/],
  ['division', /^第.+[节節][：:、]?$/],
  ['han', /^[〇零一二三四五六七八九十百千]+[、.．]$/],
  ['han-bracket', /^[（(]?[〇零一二三四五六七八九十百千]+[）)][、.．]?$/],
  ['arabic', /^\d+ ?[、.．]$/],
  ['arabic-bracket', /^[（(]? ?\d+ ?[）)][、.．]?$/],
  ['circled', CIRCLED],
] as const satisfies readonly (readonly [string, RegExp])[];

type LabelKind = (typeof KINDS)[number][0];

/**
 * Tell of what kind a printed numeral is, and how high that kind usually stands.
 *
 * @param label as `splitLabel` gives it
 * @returns `rank` from 0, the highest; `undefined` for 第X条, which numbers a provision, no heading
 */
function labelKind(label: string): { kind: LabelKind; rank: number } | undefined {
  // １．, ⒈ and ㈠ are of the kinds of what they are made of; ① is of its own.
  const plain = CIRCLED.test(label) ? label : label.normalize('NFKC');
  const rank = KINDS.findIndex(([, pattern]) => pattern.test(plain));
  const kind = KINDS[rank]?.[0];
  return kind === undefined ? undefined : { kind, rank };
}

/** A line that begins with a printed numeral. */
export interface Numeral {
  readonly label: string;
  /** The line without its label. */
  readonly rest: string;
  readonly number: number;
  /** How high the kind of numeral usually stands, from 0, the highest. */
  readonly rank: number;
}

/** Read the numeral a line begins with, `undefined` where it begins with none that heads a section. */
export function readNumeral(line: string): Numeral | undefined {
  const { label, rest } = splitLabel(line);
  if (label === null) return undefined;
  const kind = labelKind(label);
  const number = parsePrintedNumber(label);
  if (kind === undefined || number === undefined) return undefined;
  return { label, rest, number, rank: kind.rank };
}
