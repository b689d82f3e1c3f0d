import { printedTexts } from '../printed-texts.ts';
import type { TextRule } from '../rule.ts';

const PAIRS: Readonly<Record<string, string>> = {
  '（': '）',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '【': '】',
  '〔': '〕',
};
const CLOSING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PAIRS).map(([open, close]) => [close, open]),
);

/** Quotes and brackets come in pairs; sources lose one often enough that it is only said. */
export const pairedMarks: TextRule = {
  code: 't-007',
  name: 'paired-marks',
  severity: 'warning',
  scope: 'text',
  describe: 'Quotes and brackets come in pairs within their paragraph.',
  check: (report) =>
    printedTexts(report).flatMap(({ text, placeAt }) => {
      const lone = findLoneMark(text);
      if (lone === undefined) return [];
      const mark = text.charAt(lone);
      const expected = PAIRS[mark] ?? CLOSING[mark];
      return [
        {
          place: placeAt(lone),
          text: `Unexpected \`${mark}\` on its own, expected its pair \`${expected}\``,
          hint: 'keep it where the source prints it so',
        },
      ];
    }),
};

/** Finds the first mark without its pair; the numeral bracket of `1）` closes nothing. */
function findLoneMark(text: string): number | undefined {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (PAIRS[mark] !== undefined) open.push(at);
    const opening = CLOSING[mark];
    if (opening === undefined || isNumeralBracket(text, at)) continue;
    const last = open.at(-1);
    if (last === undefined || text.charAt(last) !== opening) return last ?? at;
    open.pop();
  }
  return open[0];
}

function isNumeralBracket(text: string, at: number): boolean {
  return text.charAt(at) === '）' && /(?<![（\d])\d{1,2}$/.test(text.slice(0, at));
}
