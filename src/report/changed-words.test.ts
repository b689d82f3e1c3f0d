import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedWords } from './changed-words.ts';

const before = ['全年受理行政复议案件12件，审结10件。', '组织执法人员培训3期。'];

it('marks what is new in a sentence that was rewritten, against the likeliest one before', () => {
  expect(changedWords('全年受理行政复议案件35件，审结10件。', before)).toEqual([
    { text: '全年受理行政复议案件', isNew: false },
    { text: '35', isNew: true },
    { text: '件，审结10件。', isNew: false },
  ]);
});

it.each([
  ['six pairs of ten', '甲乙丙丁戊己庚一二三四', true],
  ['five pairs of nine', '甲乙丙丁戊己一二三四', false],
])('takes a sentence with %s of those before as rewritten: %s %s', (_, sentence, isRewritten) => {
  expect(changedWords(sentence, ['甲乙丙丁戊己庚辛壬癸子']) !== undefined).toBe(isRewritten);
});

it('takes a sentence more than twice as long as a new one', () => {
  expect(changedWords('一二三四五六七八九', ['一二三四'])).toBeUndefined();
  expect(changedWords('一二三四', ['一二三四五六七八'])).toBeDefined();
  expect(changedWords('一二三四', ['一二三四五六七八九'])).toBeUndefined();
});

it('loses no character of the sentence', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (sentence, earlier) => {
      const changed = changedWords(sentence, [...earlier, sentence]);
      if (changed !== undefined) expect(changed.map(({ text }) => text).join('')).toBe(sentence);
    }),
  );
});
