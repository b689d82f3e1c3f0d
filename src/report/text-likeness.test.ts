import { expect, it } from 'vitest';
import { hashRuns, isRevision, textLikeness } from './text-likeness.ts';

const held = '全年受理行政复议申请15件，办结14件。';
it.each([
  ['the same text', held, false, false],
  ['other widths and spaces', '全年受理行政复议申请 １５件,办结14件.', true, false],
  ['a character lost at another site', '全年受理行政复议申请15件，办14件。', false, false],
  ['another word on the same page', '全年收到行政复议申请15件，办结14件。', true, true],
  ['another figure', '全年受理行政复议申请16件，办结14件。', false, true],
])('takes %s for a copy or a revision', (_, other, isSamePage, expected) => {
  expect(isRevision(held, other, { isSamePage })).toBe(expected);
});

it.each([
  ['甲乙丙丁戊', '甲乙丙丁戊', 1],
  ['甲乙丙丁', '甲乙丙丁', 0],
  ['甲乙丙丁一', '甲乙丙丁二', 0],
  ['甲乙丙丁戊一', '甲乙丙丁戊二', 1 / 3],
])('finds %s and %s alike by runs of five characters', (a, b, likeness) => {
  expect(textLikeness(a, b)).toBe(likeness);
});

it('hashes runs of twelve characters, whatever stands before them', () => {
  const hashes = (text: string): number[] => {
    const found: number[] = [];
    hashRuns(text, (hash) => found.push(hash));
    return found;
  };
  expect(hashes('一二三四五六七八九十甲')).toEqual([]);
  expect(hashes('一二三四五六七八九十甲乙')).toHaveLength(1);
  expect(hashes('前一二三四五六七八九十甲乙').at(-1)).toBe(hashes('一二三四五六七八九十甲乙')[0]);
  expect(hashes('后二三四五六七八九十甲乙')).not.toEqual(hashes('一二三四五六七八九十甲乙'));
});
