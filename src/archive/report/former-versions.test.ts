import { describe, expect, it } from 'vitest';
import { changedWords } from './changed-words.ts';
import { formerVersions } from './former-versions.ts';
import type { Section } from './report.ts';

const section: Section = {
  ...{ id: 's1', number: [1], label: '一、', heading: '完善机制', stop: null, style: 'own-line' },
  ...{ supplied: false, roles: ['body'], themes: [], sections: [] },
  paragraphs: [
    { id: 'p1', text: '受理申请50件，办结14件。', points: [] },
    { id: 'p2', text: '全年培训3次。', points: [] },
  ],
};
const why = '录入错误';
const report = {
  version: 3,
  sections: [section],
  corrections: [
    { place: 'p1', old: '15件', new: '50件', why, date: '2026-11-22' },
    { place: 's1', old: '健全', new: '完善', why, date: '2026-11-22' },
    { place: 'p2', old: '两次', new: '3次', why, date: '2027-01-05' },
  ],
};

describe('earlier versions', () => {
  it('come of taking corrections back, a day at a time, the latest first', () => {
    const versions = formerVersions(report);
    expect(versions.map(({ version, until }) => [version, until])).toEqual([
      [2, '2027-01-05'],
      [1, '2026-11-22'],
    ]);
    const [second, first] = versions;
    expect(second?.sections[0]?.paragraphs[1]?.text).toBe('全年培训两次。');
    expect(second?.sections[0]?.heading).toBe('完善机制');
    expect(first?.sections[0]?.heading).toBe('健全机制');
    expect(first?.sections[0]?.paragraphs[0]?.text).toBe('受理申请15件，办结14件。');
    expect(first?.corrections).toHaveLength(2);
  });

  it('are none of a report that was never corrected, and never before the first', () => {
    expect(formerVersions({ ...report, corrections: [] })).toEqual([]);
    expect(formerVersions({ ...report, version: 2 }).map(({ version }) => version)).toEqual([1]);
  });

  it('differ where words do, and by no more than differs', () => {
    const first = formerVersions(report).at(-1);
    expect(changedWords(first?.sections ?? [], report.sections)).toEqual([
      { id: 's1', before: '一、', old: '健全', now: '完善', after: '机制' },
      { id: 'p1', before: '受理申请', old: '15', now: '50', after: '件，办结14件。' },
      { id: 'p2', before: '全年培训', old: '两', now: '3', after: '次。' },
    ]);
    expect(changedWords(report.sections, report.sections)).toEqual([]);
  });

  it('differ by whole characters, and by what only one of them has', () => {
    const one = (text: string) => [{ ...section, paragraphs: [{ id: 'p1', text, points: [] }] }];
    expect(changedWords(one('𠮷'), one('𠮶'))).toEqual([
      { id: 'p1', before: '', old: '𠮷', now: '𠮶', after: '' },
    ]);
    expect(changedWords(one('甲'), [{ ...section, paragraphs: [] }])).toEqual([
      { id: 'p1', before: '', old: '甲', now: '', after: '' },
    ]);
  });
});
