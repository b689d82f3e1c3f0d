import { parsePrintedNumber } from '../../../report/printed-numeral.ts';
import { everyParagraph } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** 一、 and （一） behind a sentence, or behind a word where its stop is gone. */
const NUMERAL =
  /(?<=[。！？：\p{Script=Han}])(?<!第)(?:[（(][一二三四五六七八九十]+[）)]|(?<=[。！？：])[一二三四五六七八九十]+、)/gu;
/** Less text than this between two numerals is an item of a list, in characters. */
const LEAST_TEXT = 15;

/** Numerals that count on inside a paragraph are mostly headings of a page that lost its breaks. */
export const innerNumeral: ReportRule = {
  code: 's-015',
  name: 'inner-numeral',
  severity: 'warning',
  scope: 'report',
  describe: 'No headings count on inside a paragraph.',
  check: (report) =>
    everyParagraph(report).flatMap(({ text, location }) => {
      const found = [...text.matchAll(NUMERAL)];
      const next = found.find(({ 0: label, index }, at) => {
        const before = found[at - 1];
        return (
          before !== undefined &&
          index - before.index >= LEAST_TEXT &&
          before[0].endsWith('、') === label.endsWith('、') &&
          parsePrintedNumber(label) === (parsePrintedNumber(before[0]) ?? 0) + 1
        );
      });
      if (next === undefined) return [];
      return [
        {
          location,
          text: `Unexpected numeral \`${next[0]}\` inside a paragraph, expected a heading on a line of its own`,
          hint: 'where the page lost its breaks, begin a new paragraph there and mark the heading; a list within a sentence is accepted',
        },
      ];
    }),
};
