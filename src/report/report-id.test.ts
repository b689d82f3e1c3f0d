import { describe, expect, it } from 'vitest';
import { reportAddress } from './addresses.ts';
import { formatReportId, parseReportId } from './report-id.ts';

const cases = [
  ['410600-2017', { code: '410600', year: 2017, kind: 'annual' }, '/r/410600/2017/'],
  ['371481-2018-plan', { code: '371481', year: 2018, kind: 'plan' }, '/r/371481/2018-plan/'],
  [
    '230200-2018-department-justice',
    { code: '230200', year: 2018, kind: 'department', slug: 'justice' },
    '/r/230200/2018-department-justice/',
  ],
  [
    '230200-2018-other-2',
    { code: '230200', year: 2018, kind: 'other', n: 2 },
    '/r/230200/2018-other-2/',
  ],
  [
    'zone-371000-lingang-2020',
    { code: 'zone-371000-lingang', year: 2020, kind: 'annual' },
    '/r/zone-371000-lingang/2020/',
  ],
] as const;

describe('a report id', () => {
  it.each(cases)(
    '%s holds place, year and kind, and gives the address',
    (id, identity, address) => {
      expect(formatReportId(identity)).toBe(id);
      expect(parseReportId(id)).toEqual(identity);
      expect(reportAddress(id)).toBe(address);
    },
  );

  it.each([
    '',
    '410600',
    '410600-17',
    '4106-2017',
    '410600-2017-news',
    '410600-2017-plan-1',
    '../410600-2017',
  ])('is refused where it is not one: %s', (id) => {
    expect(parseReportId(id)).toBeUndefined();
    expect(() => reportAddress(id)).toThrow(RangeError);
  });
});
