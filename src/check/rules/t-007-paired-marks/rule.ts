import { locateText } from '../printed-text.ts';
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

const MARK = new RegExp(`[${[...Object.keys(PAIRS), ...Object.keys(CLOSING)].join('')}]`, 'g');

/** Quotes and brackets come in pairs; sources lose one often enough that it is only said. */
export const pairedMarks: TextRule = {
  code: 't-007',
  name: 'paired-marks',
  severity: 'warning',
  scope: 'text',
  describe: 'Quotes and brackets come in pairs within their paragraph.',
  check: (report) =>
    report.printed.flatMap((printed) => {
      const { text } = printed;
      const lone = findLoneMark(text);
      if (lone === undefined) return [];
      const mark = text.charAt(lone);
      const expected = PAIRS[mark] ?? CLOSING[mark];
      return [
        {
          location: locateText(report, printed, lone),
          text: `Unexpected \`${mark}\` on its own, expected its pair \`${expected}\``,
          hint: 'keep it where the source prints it so',
        },
      ];
    }),
};

/** Find the first mark without its pair; the numeral bracket of `1）` closes nothing. */
function findLoneMark(text: string): number | undefined {
  const open: RegExpExecArray[] = [];
  for (const match of text.matchAll(MARK)) {
    const opening = CLOSING[match[0]];
    if (opening === undefined) open.push(match);
    else if (!isNumeralBracket(match)) {
      const last = open.pop();
      if (last?.[0] !== opening) return (last ?? match).index;
    }
  }
  return open[0]?.index;
}

function isNumeralBracket({ 0: mark, input, index }: RegExpExecArray): boolean {
  return mark === '）' && /(?:^|[^（\d])\d{1,2}$/.test(input.slice(Math.max(0, index - 3), index));
}
