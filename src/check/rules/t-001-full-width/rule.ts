import { andMore, locateText, typographyFaults } from '../printed-text.ts';
import type { TextRule } from '../rule.ts';

/** Marks between Chinese characters are full width, so that a phrase has one spelling. */
export const fullWidth: TextRule = {
  code: 't-001',
  name: 'full-width',
  severity: 'error',
  scope: 'text',
  describe: 'The marks `, : ; ( )` are full width unless both neighbours are ASCII.',
  check: (report) =>
    report.printed.flatMap((printed) => {
      const { text } = printed;
      const [first, ...more] = typographyFaults(text).filter(({ expected }) => /\S/.test(expected));
      if (first === undefined) return [];
      return [
        {
          location: locateText(report, printed, first.at),
          text: `Unexpected \`${first.found}\`, expected \`${first.expected}\`${andMore(more.length)}`,
          hint: 'full width in Chinese text; brackets are a pair, and marks between ASCII stay',
        },
      ];
    }),
};
