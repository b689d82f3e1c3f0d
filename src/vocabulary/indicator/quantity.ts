/** A number as a report writes it, and whether it is a bound. */
export interface Quantity {
  readonly value: number;
  readonly approx: 'about' | 'at-least' | 'under' | null;
  /** As the archive writes it: 名 is 人, 起 is 件, 百分之 is %; empty where there is none. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** What numbers are followed by. A longer one wins: 人次 is not 人, 部门 is no unit of 部. */
const UNITS: ReadonlySet<string> = new Set(
  '件次 件 起 宗 例 桩 份 部 个 项次 项 条次 条 人次 人 名 位 次 场次 场 期 批次 批 户次 户 家次 家 卷 本 篇 张 轮次 轮 元 % 个百分点 百分点 年 月 日 天 小时 学时 分钟 类 处 台 所 支 辆 公里 分 倍 种 套 字 亩 座 间 幅 册 单 通 笔 届 级 岁 号 部门 个月 人大 项目 人民 人均 件套 名次 名单 名义 次数 部分 部署 部级 班次 堂 课时 个工作日 工作日 组 届次'.split(
    ' ',
  ),
);
/** The same by their first character, the longest first. */
const UNITS_BY_FIRST = new Map<string, string[]>();
for (const unit of [...UNITS].sort((a, b) => b.length - a.length)) {
  const alike = UNITS_BY_FIRST.get(unit.charAt(0)) ?? [];
  UNITS_BY_FIRST.set(unit.charAt(0), [...alike, unit]);
}
/** Units that mean the same, written as the archive does. */
const SAME_UNIT: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  起: '件',
  宗: '件',
  例: '件',
  桩: '件',
  班次: '期',
};

const HAN = '〇零一二两三四五六七八九十百千万亿';
/** As long as 九千九百九十九亿九千九百九十九万九千九百九十九; bounded, since it is tried at each numeral. */
const LONGEST_HAN = 23;
const DIGITS = /\d+(?:,\d{3})*(?:\.\d+)?/y;
const SCALE = /[ \u3000]*(?:[余多]?[百千万亿]*[余多]?)/y;
const HAN_NUMBER = new RegExp(`[数几]?[${HAN}]{1,${LONGEST_HAN}}[余多]?[万亿]?`, 'y');
const PERCENT = new RegExp(
  `百分(?:之(?:([${HAN}]+)(?:点([${HAN}]+))?|(\\d+(?:\\.\\d+)?))|百)`,
  'y',
);
const AFTER = /[ \u3000]*(?:个)?(以上|以下|以内|左右|上下|余(?=[件名人个次条份场项]))/y;

/** What the two expressions above begin with: most numbers have neither after them. */
const SCALE_BEGINS = ' \u3000余多百千万亿';
const AFTER_BEGINS = ' \u3000个以左上余';

const HUNDRED = '百'.charCodeAt(0);
const NINE = '9'.charCodeAt(0);
const BRACKET = '（'.charCodeAt(0);
const TIMES_IN_BRACKETS = /（次）|（人）次/y;

/** Run a sticky expression at a place. */
function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/**
 * Read the number that begins at a place, with its unit.
 *
 * @param text with its digits and marks made plain (see `plainText`)
 * @returns `undefined` where none begins there, or where a Han numeral has no unit: 一是, 三农
 */
export function readQuantity(text: string, start: number): Quantity | undefined {
  const first = text.charCodeAt(start);
  const percent = first === HUNDRED ? at(PERCENT, text, start) : null;
  if (percent !== null) return percentOf(percent, text, start);
  const digits = first <= NINE ? at(DIGITS, text, start)?.[0] : undefined;
  const numeral = digits ?? at(HAN_NUMBER, text, start)?.[0];
  if (numeral === undefined) return undefined;
  const scale =
    digits === undefined || !SCALE_BEGINS.includes(text[start + numeral.length] ?? '')
      ? ''
      : (at(SCALE, text, start + numeral.length)?.[0] ?? '');
  let end = start + numeral.length + scale.length;
  const unit = unitAt(text, end);
  if (unit === undefined && digits === undefined) return undefined;
  end = unit?.end ?? end;
  const after = AFTER_BEGINS.includes(text[end] ?? '') ? at(AFTER, text, end) : null;
  if (after !== null && unit !== undefined) end += after[0].length;
  const value = digits === undefined ? parseHan(numeral) : parseDigits(digits, scale);
  // 组织一轮培训 is a turn of phrase.
  if (value === undefined || !Number.isFinite(value) || numeral === '一')
    return { value: Number.NaN, approx: null, unit: '', start, end };
  return {
    value,
    approx:
      digits !== undefined && scale === '' && after === null
        ? null
        : boundOf(numeral + scale, after?.[1]),
    unit: unit?.unit ?? '',
    start,
    end,
  };
}

function percentOf(match: RegExpExecArray, text: string, start: number): Quantity {
  const [whole, han, decimals, digits] = match;
  const fraction = [...(decimals ?? '')].map((one) => HAN_DIGITS.indexOf(one)).join('');
  const value = digits ?? `${parseHan(han ?? '百') ?? 0}${fraction === '' ? '' : `.${fraction}`}`;
  const after = at(AFTER, text, start + whole.length);
  return {
    value: Number(value),
    approx: boundOf('', after?.[1]),
    unit: '%',
    start,
    end: start + whole.length + (after?.[0].length ?? 0),
  };
}

const OF_OURS = /[年月季届级省市县区]/;

/** Read a unit, also after a space and with 次 in brackets: `件（次）` is 件次. */
function unitAt(text: string, index: number): { unit: string; end: number } | undefined {
  const begin = text[index] === ' ' ? index + 1 : index;
  for (const unit of UNITS_BY_FIRST.get(text[begin] ?? '') ?? []) {
    if (!text.startsWith(unit, begin)) continue;
    const end = begin + unit.length;
    // 表1 本年度 counts no books, 48名单位负责人 is no list.
    if (unit === '本' && OF_OURS.test(text.charAt(end))) continue;
    if (unit === '名单' && text[end] === '位') continue;
    const times = text.charCodeAt(end) === BRACKET ? at(TIMES_IN_BRACKETS, text, end) : null;
    const printed = times !== null && UNITS.has(`${unit}次`) ? `${unit}次` : unit;
    return { unit: SAME_UNIT[printed] ?? printed, end: end + (times?.[0].length ?? 0) };
  }
  return undefined;
}

/**
 * Tell how the archive writes a unit, so that a vocabulary names it as it is read.
 *
 * @returns 人 for 名; `undefined` where no number is read with it
 */
export function writtenUnit(unit: string): string | undefined {
  const read = unitAt(unit, 0);
  return read?.end === unit.length ? read.unit : undefined;
}

/** Find the unit that a head of a table names: `受理（件）`, `单位：件`, `件`, `件数`. */
export function unitIn(words: string): string | undefined {
  const named = [...words.matchAll(/[（(](?:单位[：:])?([^（()）：:]+)[）)]/g)].map(
    ([, unit]) => unit,
  );
  const alone = words.trim().replace(/^([件人项条份])数$/, '$1');
  return [...named, alone].find(
    (unit) =>
      unit !== undefined && (UNITS.has(unit) || unit === '％' || /^[万亿][件元人]$/.test(unit)),
  );
}

function boundOf(number: string, after: string | undefined): Quantity['approx'] {
  if (/[余多数几]/.test(number) || after === '以上' || after === '余') return 'at-least';
  if (after === '以下' || after === '以内') return 'under';
  return after === undefined ? null : 'about';
}

/** How many noughts each stands for. */
const NOUGHTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Read digits with what is printed behind them: 2.35万. */
function parseDigits(digits: string, scale: string): number {
  const plain = digits.includes(',') ? digits.replaceAll(',', '') : digits;
  if (scale === '') return Number(plain);
  let noughts = 0;
  for (const character of scale) noughts += NOUGHTS[character] ?? 0;
  return Number(`${plain}e${noughts}`);
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** Read Han numerals: 二十三, 两千零五, 十二万; a missing first one is one (千余). */
function parseHan(numeral: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of numeral.replace(/[余多数几]/g, '')) {
    const number =
      character === '两' ? 2 : HAN_DIGITS.indexOf(character === '零' ? '〇' : character);
    const noughts = NOUGHTS[character];
    if (number >= 0) digit = number;
    else if (noughts === undefined) return undefined;
    else if (noughts >= 4) {
      const part = Math.max(section + digit, total === 0 ? 1 : 0);
      // 三万亿 counts its 万 in 亿; in 一亿二千万 the 万 come after.
      const factor = 10 ** noughts;
      total = total < factor ? (total + part) * factor : total + part * factor;
      section = digit = 0;
    } else {
      section += Math.max(digit, 1) * 10 ** noughts;
      digit = 0;
    }
  }
  return total + section + digit;
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '．': '.',
  '％': '%',
  '﹪': '%',
  '\u3000': ' ',
  '\u00a0': ' ',
};
const UNPLAIN = /[０-９．％﹪,;:()\u3000\u00a0]/;
const UNPLAIN_ALL = /[０-９．％﹪,;:()\u3000\u00a0，]/g;

/**
 * Make digits half-width and marks full-width, one for one, so that offsets stay.
 * A comma between digits is a separator where three digits follow it: `１，２００` is 1200.
 */
export function plainText(text: string): string {
  if (!UNPLAIN.test(text)) return text;
  return text.replace(UNPLAIN_ALL, (mark, index: number) => {
    if (mark >= '０' && mark <= '９') return String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
    if (mark === ',' || mark === '，') return isSeparator(text, index) ? ',' : '，';
    return HALF_WIDTH[mark] ?? mark;
  });
}

const SEPARATOR = /(?<=\d),(?=\d{3}(?!\d))|(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/y;

/** Full-width commas end clauses (35件，200人): they separate thousands of full-width digits only. */
function isSeparator(text: string, index: number): boolean {
  return at(SEPARATOR, text, index) !== null;
}
