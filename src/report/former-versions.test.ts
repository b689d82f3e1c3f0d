import { describe, expect, it } from 'vitest';
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
const superseded = { date: '2026-12-01', why: '发布机关换了文件' };
const textOf = (sections: readonly Section[] | undefined) =>
  sections?.[0]?.paragraphs.map(({ text }) => text).join('');

describe('earlier versions', () => {
  it('come of taking corrections back, a day at a time, the latest first', () => {
    const versions = formerVersions(report);
    expect(versions.map(({ version, until, end }) => [version, until, end])).toEqual([
      [2, '2027-01-05', 'corrected'],
      [1, '2026-11-22', 'corrected'],
    ]);
    const [second, first] = versions.map(({ report: { sections } }) => sections);
    expect(textOf(second)).toBe('受理申请50件，办结14件。全年培训两次。');
    expect(second?.[0]?.heading).toBe('完善机制');
    expect(first?.[0]?.heading).toBe('健全机制');
    expect(textOf(first)).toBe('受理申请15件，办结14件。全年培训两次。');
    expect(versions[1]?.reasons).toHaveLength(2);
    expect(versions.map((one) => one.report.corrections.length)).toEqual([2, 0]);
  });

  it('are none of a report that was never corrected, and never before the first', () => {
    expect(formerVersions({ ...report, corrections: [] })).toEqual([]);
    expect(formerVersions({ ...report, version: 2 }).map(({ version }) => version)).toEqual([1]);
  });

  it('end at another text of the issuer’s, and go on with that one’s own', () => {
    const corrections = [{ place: 'p1', old: '12件', new: '15件', why, date: '2026-11-30' }];
    const before = {
      version: 2,
      sections: [{ ...section, paragraphs: [{ id: 'p1', text: '受理15件。', points: [] }] }],
      corrections,
    };
    const later = { ...report, version: 4 };
    const versions = formerVersions(later, [{ report: before, superseded }]);
    expect(versions.map(({ version, end }) => [version, end])).toEqual([
      [3, 'corrected'],
      [2, 'superseded'],
      [1, 'corrected'],
    ]);
    expect(versions[1]).toMatchObject({
      until: '2026-12-01',
      reasons: [{ why: '发布机关换了文件', place: null }],
      report: before,
    });
    expect(textOf(versions[2]?.report.sections)).toBe('受理12件。');
  });
});
