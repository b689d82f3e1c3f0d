import { expect, it } from 'vitest';
import { formatNumber } from './format-number.ts';

it.each([
  [
    'chineseCounting',
    [1, 10, 11, 20, 38, 100, 101, 110],
    '一 十 十一 二十 三十八 一百 一百零一 一百一十',
  ],
  ['chineseCountingThousand', [12, 1005, 2300], '十二 一千零五 二千三百'],
  ['japaneseCounting', [3, 15], '三 十五'],
  ['chineseLegalSimplified', [1, 12, 105], '壹 壹拾贰 壹佰零伍'],
  ['ideographDigital', [10, 23], '一〇 二三'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
  ['decimalEnclosedParen', [3], '⑶'],
  ['decimalEnclosedFullstop', [4], '⒋'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalZero', [7, 12], '07 12'],
  ['upperRoman', [4, 9, 14], 'IV IX XIV'],
  ['lowerLetter', [1, 26, 27], 'a z aa'],
  ['decimal', [30], '30'],
  ['ordinalText', [2], '2'],
] as const)('prints %s as Word does', (format, numbers, printed) => {
  expect(numbers.map((number) => formatNumber(number, format)).join(' ')).toBe(printed);
});
