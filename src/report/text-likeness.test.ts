import { expect, it } from 'vitest';
import { isRevision } from './text-likeness.ts';

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
