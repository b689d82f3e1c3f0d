import { expect, it } from 'vitest';
import type { ReportDraft } from './draft-report.ts';
import { findMissing } from './leave-to-review.ts';

const region = { code: '410600', name: '鹤壁市', level: 'prefecture', parent: '410000' };
const draft = (place: number, year: number): ReportDraft => ({
  description: {
    altTitles: [],
    region: {
      ...{ value: { region, township: null } as never, basis: 'page', confidence: place },
      evidence: '鹤壁',
    },
    year: { value: 2019, basis: 'page', confidence: year, evidence: '2019年' },
  },
  body: { opening: [], sections: [], closing: [] },
  ...{ omitted: [], basis: {}, confidence: {}, review: [] },
});

it.each([
  [0.29, 1, 'i-011'],
  [0.3, 0.3, 'i-012'],
  [0.3, 0.31, undefined],
])('files no document whose region is sure by %d and whose year by %d: %s', (place, year, code) => {
  expect(findMissing(draft(place, year))?.code).toBe(code);
});
