import { everyParagraph } from '../body-sections.ts';
import type { ReportRule } from '../rule.ts';

/** A shorter line may be a name, a title or an item; what a label stands before (责任单位：) is a list. */
const LEAST = 30;
const LABELLED = /^[^，。：]{2,10}：/u;
const ENDED = /[\p{P}\p{S}]$/u;

/** A long paragraph that ends in a word was mostly cut in two, or lost its end. */
export const openParagraph: ReportRule = {
  code: 's-016',
  name: 'open-paragraph',
  severity: 'warning',
  scope: 'report',
  describe: `A paragraph of ${LEAST} characters or more ends in a mark.`,
  check: (report) =>
    everyParagraph(report).flatMap(({ text, location }) =>
      text.length < LEAST || ENDED.test(text) || LABELLED.test(text)
        ? []
        : [
            {
              location,
              text: `Unexpected end of a paragraph in \`${text.slice(-6)}\`, expected a stop`,
              hint: 'see in the source whether it goes on in the next paragraph, or lost its end; join the two where the page cut it',
            },
          ],
    ),
};
