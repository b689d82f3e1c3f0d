type Print = (number: number) => string;

const COMMON = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'] };
const LEGAL = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] };
const ROMAN = '1000 M 900 CM 500 D 400 CD 100 C 90 XC 50 L 40 XL 10 X 9 IX 5 V 4 IV 1 I'.match(
  /\d+ [A-Z]+/g,
);

const counting: Print = (number) => inHan(number, COMMON).replace(/^一十/, '十');
const legal: Print = (number) => inHan(number, LEGAL);
const digital: Print = (number) =>
  eachDigit(number, (digit) => '〇一二三四五六七八九'.charAt(digit));
const fullWidth: Print = (number) =>
  eachDigit(number, (digit) => String.fromCodePoint(0xff10 + digit));
const circled = enclosed(0x2460, 20);

/** How Word prints a number, by the value of ST_NumberFormat (ECMA-376, part 1, 17.18.59). */
const FORMATS: ReadonlyMap<string, Print> = new Map([
  ['none', () => ''],
  ['decimalZero', (number) => String(number).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['chineseCounting', counting],
  ['chineseCountingThousand', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['koreanDigital2', counting],
  ['chineseLegalSimplified', legal],
  ['ideographLegalTraditional', legal],
  ['japaneseLegal', legal],
  ['ideographDigital', digital],
  ['japaneseDigitalTenThousand', digital],
  ['taiwaneseDigital', digital],
  ['ideographTraditional', (number) => '甲乙丙丁戊己庚辛壬癸'[number - 1] ?? String(number)],
  ['ideographZodiac', (number) => '子丑寅卯辰巳午未申酉戌亥'[number - 1] ?? String(number)],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedParen', enclosed(0x2474, 20)],
  ['decimalEnclosedFullstop', enclosed(0x2488, 20)],
  ['ideographEnclosedCircle', enclosed(0x3280, 10)],
  ['upperRoman', inRoman],
  ['lowerRoman', (number) => inRoman(number).toLowerCase()],
  ['upperLetter', inLetters],
  ['lowerLetter', (number) => inLetters(number).toLowerCase()],
] satisfies (readonly [string, Print])[]);

/** Format a number as Word prints it in a list; formats of no Chinese document give Arabic numerals. */
export function formatNumber(number: number, format: string): string {
  return FORMATS.get(format)?.(number) ?? String(number);
}

function eachDigit(number: number, print: Print): string {
  return [...String(number)].map((digit) => print(Number(digit))).join('');
}

function inHan(number: number, { digits, units }: typeof COMMON): string {
  if (number <= 0 || number >= 10_000) return String(number);
  const figures = [...String(number)].map(Number);
  const words = figures.map((digit, at) =>
    digit === 0 ? '0' : `${digits[digit]}${units[figures.length - 1 - at]}`,
  );
  return words.join('').replace(/0+$/, '').replace(/0+/g, digits.charAt(0));
}

/** Characters of one block of Unicode, as far as it goes. */
function enclosed(first: number, most: number): Print {
  return (number) =>
    number >= 1 && number <= most ? String.fromCodePoint(first + number - 1) : String(number);
}

function inRoman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, numeral = ''] of (ROMAN ?? []).map((one) => one.split(' ')))
    for (; rest >= Number(value); rest -= Number(value)) text += numeral;
  return text;
}

/** A to Z, then AA to ZZ, as Word goes on. */
function inLetters(number: number): string {
  if (number < 1) return '';
  return String.fromCodePoint(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}
