import { expect, it } from 'vitest';
import type { FollowedPin } from '../../../citation/version-pin.ts';
import { pinWords } from './pin-words.ts';

const pin = { version: 1, hash: 'ab12cd34' };

it.each<[FollowedPin['state'], string | undefined, number, string, boolean]>([
  ['same', 'p3', 1, '引文注明第1版，#p3 的文字没有改动。', false],
  ['same', undefined, 2, '引文注明第1版，现在是第2版，全文的文字没有改动。', false],
  ['changed', 'p3', 2, '引文注明第1版，现在是第2版，#p3 的文字此后有改动。', true],
  ['gone', 'p3', 2, '引文注明第1版，现在是第2版，#p3 此后已不在正文里。', true],
  ['unproved', 'p3', 1, '所附校验码与该版的文字都不符', true],
  ['unproved', 'p3', 2, '所附校验码与该版、与现在的文字都不符', true],
])(
  'of words that are %s at %s a reader of version %d is told so',
  (state, id, present, text, isWarning) => {
    const told = pinWords({ state }, pin, id, present);
    expect(told.text).toContain(text);
    expect(told.isWarning).toBe(isWarning);
  },
);

it('a reader who names a version that never was is told so', () => {
  const told = pinWords({ state: 'unproved' }, { ...pin, version: 9 }, 'p3', 2);
  expect(told).toEqual({ text: '引文注明第9版，本库没有：现在是第2版。', isWarning: true });
});
