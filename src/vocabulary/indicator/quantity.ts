/** A number as a report writes it, and whether it is a bound. */
interface Quantity {
  readonly value: number;
  readonly approx: 'about' | 'at-least' | 'under' | null;
}

/** Words that may stand between what is counted and the number. */
const LEAD =
  '(?:共计|总计|累计|合计|共有|共|达到|达|约为|约|大约|近|超过|超|逾|不少于|仅|为|保持在|均为|均|是|[:：“”\\s])*';
const HAN = '[〇零一二两三四五六七八九十百千万亿]';
const NUMBER = `(?<![\\d.,])\\d+(?:,\\d{3})*(?:\\.\\d+)?[余多]?[百千万亿]*[余多]?|数?${HAN}+[余多]?[万亿]?`;

/** Units that mean the same, written as the archive does. */
const SAME_UNIT: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  起: '件',
  宗: '件',
  '％': '%',
};
/** What is meant too where the first is asked for. */
const ALIKE: Readonly<Record<string, readonly string[]>> = { 件: ['起', '宗'], 人: ['名', '位'] };
/** What may not follow a unit: 人次 is another unit than 人, 件次 than 件. */
const NOT_AFTER: Readonly<Record<string, string>> = {
  件: '次套',
  人: '次民均大',
  名: '次单义',
  次: '数',
  个: '百月',
  部: '门分署级',
  项: '目',
};

/**
 * Write the regular expression of a number with a unit, its parts named `n` and `u`.
 *
 * @param units one or more, as `件` or `件次|件`; `件` takes 起 and 宗 too, `人` 名, `%` 百分之
 */
export function quantityPattern(units: string): string {
  if (units === '%')
    return `(?<n>${LEAD}(?:${NUMBER}|百分之${HAN}+))(?<u>(?<=百分之${HAN}+)|[%％])`;
  const alternatives = units
    .split('|')
    .flatMap((unit) => [unit, ...(ALIKE[unit] ?? [])])
    .map((unit) => (NOT_AFTER[unit] === undefined ? unit : `${unit}(?![${NOT_AFTER[unit]}])`));
  return `(?<n>${LEAD}(?:${NUMBER}))(?:余|多)?(?<u>${alternatives.join('|')})`;
}

/** Return a printed unit as the archive writes it: 名 is 人, nothing (百分之) is %. */
export function usualUnit(unit: string): string {
  return unit === '' ? '%' : (SAME_UNIT[unit] ?? unit);
}

/**
 * Read a number with the words around it: `近450`, `2.9万余`, `两千余`, `百分之九十`.
 *
 * 余, 多, 超 and 逾 make it a lower bound, 近 an upper one.
 *
 * @returns `undefined` where there is no number
 */
export function parseQuantity(text: string): Quantity | undefined {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0];
  const value =
    digits === undefined
      ? parseHan(text)
      : Number(digits.replaceAll(',', '')) *
        scale(text.slice(text.indexOf(digits) + digits.length));
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return { value: Number(value.toFixed(6)), approx: bound(text) };
}

function bound(text: string): Quantity['approx'] {
  if (/[余多超逾数]|不少于|以上/.test(text)) return 'at-least';
  if (text.includes('近')) return 'under';
  return /约|左右/.test(text) ? 'about' : null;
}

const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

function scale(after: string): number {
  let product = 1;
  for (const character of after) product *= SCALES[character] ?? 1;
  return product;
}

const DIGITS = '〇一二三四五六七八九';

/** Read Han numerals: 二十三, 两千零五, 十二万; a missing first one is one (千余). */
function parseHan(text: string): number | undefined {
  const numeral = new RegExp(`${HAN}+`).exec(
    text.replace(/^.*百分之/, '').replace('百分百', '百'),
  )?.[0];
  if (numeral === undefined) return undefined;
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of numeral) {
    const number = character === '两' ? 2 : DIGITS.indexOf(character === '零' ? '〇' : character);
    const factor = SCALES[character];
    if (number >= 0) digit = number;
    else if (factor === undefined) return undefined;
    else if (factor >= 1e4) {
      total = (total + Math.max(section + digit, total === 0 ? 1 : 0)) * factor;
      section = digit = 0;
    } else {
      section += Math.max(digit, 1) * factor;
      digit = 0;
    }
  }
  return total + section + digit;
}
