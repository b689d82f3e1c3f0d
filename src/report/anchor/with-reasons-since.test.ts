import { expect, it } from 'vitest';
import type { AnchorRecord } from './anchor-record.ts';
import { withReasonsSince } from './with-reasons-since.ts';

const other: AnchorRecord = {
  id: '410600-2017',
  version: 1,
  anchors: { p1: 'aaaaaaaaaaaaaaaa', p2: 'bbbbbbbbbbbbbbbb' },
  changes: [],
};
const said = { why: '原网页更正', date: '2026-11-22' };

it('opens a reason again for the release that still had the former words, and for no other', () => {
  const own: AnchorRecord = {
    ...other,
    version: 2,
    anchors: { p1: 'cccccccccccccccc', p2: 'dddddddddddddddd' },
    changes: [
      { kind: 'words', id: 'p1', was: 'aaaaaaaaaaaaaaaa', ...said },
      { kind: 'words', id: 'p2', was: 'eeeeeeeeeeeeeeee', ...said },
    ],
  };
  const record = withReasonsSince(other, own);
  expect(record.anchors).toEqual(other.anchors);
  expect(record.changes).toEqual([
    { kind: 'words', id: 'p1', ...said },
    { kind: 'words', id: 'p2', was: 'eeeeeeeeeeeeeeee', ...said },
  ]);
});

it('takes from ours whether the report has departed', () => {
  const departed = { kind: 'moved', to: '410600-2018', ...said } as const;
  expect(withReasonsSince(other, { ...other, departed }).departed).toEqual(departed);
  expect(withReasonsSince({ ...other, departed }, other).departed).toBeUndefined();
  expect(withReasonsSince(other, undefined)).toBe(other);
});
