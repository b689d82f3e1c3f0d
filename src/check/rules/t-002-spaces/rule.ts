import { andMore, codePoint, locateText, typographyFaults } from '../printed-text.ts';
import type { TextRule } from '../rule.ts';

/** No white space parts Chinese characters, indents a line or ends it; elsewhere one space is enough. */
export const spaces: TextRule = {
  code: 't-002',
  name: 'spaces',
  severity: 'error',
  scope: 'text',
  describe:
    'No white space stands between two Chinese characters, nor more than one space anywhere.',
  check: (report) =>
    report.printed.flatMap((printed) => {
      const { text } = printed;
      const [first, ...more] = typographyFaults(text).filter(({ found }) => /\s/.test(found));
      if (first === undefined) return [];
      const expected = first.expected === '' ? 'no white space' : 'a plain space';
      return [
        {
          location: locateText(report, printed, first.at),
          text: `Unexpected white space ${codePoint(first.found)}, expected ${expected}${andMore(more.length)}`,
        },
      ];
    }),
};
