import { maskNames } from '../../../report/mask-names.ts';
import { locateField } from '../frontmatter-fields.ts';
import type { ReportRule } from '../rule.ts';

/** Labels of page furniture behind which a person who posted or edited the page is named. */
const PERSON =
  /(?:发布人|发布者|作者|撰稿人?|责任编辑|编辑|录入员?|录入人|上传者|审核人?|校对|签发人)\s*[:：]\s*\p{Script=Han}+/gu;
/** A private person's name in page furniture is masked, one ▇ a character. */
export const maskedNames: ReportRule = {
  code: 'm-011',
  name: 'masked-names',
  severity: 'error',
  scope: 'report',
  describe: 'A private person named in the page around the document is masked, and said to be.',
  check: (report) =>
    report.frontmatter.source.omitted.flatMap(({ text, masked = false }, index) => {
      const location = locateField.bind(undefined, report);
      const masks = [...text.matchAll(PERSON)].flatMap(([labelled]) => {
        const masked = maskNames(labelled);
        return masked === undefined ? [] : [masked.replace(/[^▇]/gu, '')];
      });
      return [
        ...masks.map((mask) => ({
          location: location(['source', 'omitted', index]),
          text: `Unexpected name of ${mask.length} characters after its label, expected \`${mask}\``,
          hint: 'mask it and add `masked: true`; the snapshot keeps it and is then not served',
        })),
        ...(text.includes('▇') === masked
          ? []
          : [
              {
                location: location(['source', 'omitted', index]),
                text: `Unexpected \`masked: ${masked}\` of a text ${masked ? 'without' : 'with'} \`▇\`, expected \`${!masked}\``,
              },
            ]),
      ];
    }),
};
