const DIGITS = '〇一二三四五六七八九';
const LEGAL = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] };
const COMMON = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'] };
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

/**
 * Format a number as Word prints it in a list.
 *
 * @param format a value of ST_NumberFormat (ECMA-376, part 1, 17.18.59); Arabic numerals stand for
 *   those that no Chinese document has
 */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'koreanDigital2':
      return inHan(number, COMMON).replace(/^一十/, '十');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return inHan(number, LEGAL);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(number)].map((digit) => DIGITS[Number(digit)]).join('');
    case 'ideographTraditional':
      return STEMS[number - 1] ?? String(number);
    case 'ideographZodiac':
      return BRANCHES[number - 1] ?? String(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(number, 0x2460, 20);
    case 'decimalEnclosedParen':
      return enclosed(number, 0x2474, 20);
    case 'decimalEnclosedFullstop':
      return enclosed(number, 0x2488, 20);
    case 'ideographEnclosedCircle':
      return enclosed(number, 0x3280, 10);
    case 'upperRoman':
      return inRoman(number);
    case 'lowerRoman':
      return inRoman(number).toLowerCase();
    case 'upperLetter':
      return inLetters(number);
    case 'lowerLetter':
      return inLetters(number).toLowerCase();
    default:
      return String(number);
  }
}

function inHan(
  number: number,
  { digits, units }: { readonly digits: string; readonly units: readonly string[] },
): string {
  if (number <= 0 || number >= 10_000) return String(number);
  const figures = [...String(number)].map(Number);
  const words = figures.map((digit, at) =>
    digit === 0 ? '0' : `${digits[digit]}${units[figures.length - 1 - at]}`,
  );
  return words
    .join('')
    .replace(/0+$/, '')
    .replace(/0+/g, digits[0] ?? '');
}

/** Characters of one block of Unicode, as far as it goes. */
function enclosed(number: number, first: number, most: number): string {
  return number >= 1 && number <= most ? String.fromCodePoint(first + number - 1) : String(number);
}

function inRoman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, numeral] of ROMAN) for (; rest >= value; rest -= value) text += numeral;
  return text;
}

/** A to Z, then AA to ZZ, as Word goes on. */
function inLetters(number: number): string {
  if (number < 1) return '';
  return String.fromCodePoint(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}
