import { expect, it } from 'vitest';
import type { Kind } from '../report/report.ts';
import { timeliness } from './compile-report.ts';

it.each([
  ['12 days late', 'annual', 2018, '2019-04-12', null, 'late', 12],
  ['one day late', 'annual', 2019, '2020-04-01', null, 'late', 1],
  ['on the last day', 'annual', 2019, '2020-03-31', null, 'on-time', 0],
  ['four days before', 'annual', 2019, '2020-03-27', null, 'on-time', -4],
  ['inside the report year', 'annual', 2017, '2017-12-31', null, 'early', -90],
  ['right after the report year', 'annual', 2017, '2018-01-01', null, 'on-time', -89],
  ['of unknown date', 'annual', 2017, null, null, 'unknown', null],
  ['posted again later', 'annual', 2018, null, '2021-12-11', 'not-applicable', null],
  ['a plan', 'plan', 2018, '2018-02-01', null, 'not-applicable', null],
] as const)('tells a report %s', (_, kind: Kind, year, published, republished, state, days) => {
  expect(timeliness(kind, year, { published, republished })).toEqual({
    due: `${year + 1}-03-31`,
    state,
    days,
  });
});
