import { everyMatch } from '../printed-text.ts';
import type { TextRule } from '../rule.ts';

/** Some converters to traditional script put a reading after a character: 建設(shè). */
const PINYIN =
  /(?<=\p{Script=Han})[（(][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]*[)）]/gu;

/** A reading that the page's converter put in breaks the phrases around it. */
export const pinyin: TextRule = {
  code: 't-008',
  name: 'pinyin',
  severity: 'warning',
  scope: 'text',
  describe: 'No reading put in by the page’s script converter stands after a character.',
  check: (report) =>
    everyMatch(report, PINYIN, (found) => ({
      text: `Unexpected reading \`${found}\`, expected none`,
      hint: 'such a page is converted from simplified script: look for the original',
    })),
};
