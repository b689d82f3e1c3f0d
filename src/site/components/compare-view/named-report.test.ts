import { expect, it } from 'vitest';
import { findNamedReport, heldWords } from './named-report.ts';

const regions = [
  {
    ...{ code: '410600', name: '鹤壁市', aliases: [], above: '河南省', letters: ['hebi', 'hb'] },
    ...{ reports: 4, documents: ['2017', '2022', '2023', '2018-plan'] },
  },
  {
    ...{ code: '410000', name: '河南省', aliases: [], above: '', letters: ['henan', 'hn'] },
    reports: 4,
  },
];

it.each([
  ['鹤壁 2017', '/r/410600/2017/'],
  ['鹤壁市2022年度', '/r/410600/2022/'],
  ['hebi2023', '/r/410600/2023/'],
  ['hb 2018', '/r/410600/2018-plan/'],
  ['鹤壁', '/r/410600/2023/'],
  ['鹤壁 2016', undefined],
  ['无此地 2017', undefined],
  ['2017', undefined],
])('finds by %j the report %s', (typed, address) => {
  expect(findNamedReport(regions, typed).address).toBe(address);
});

it('says what there is where the year is not held', () => {
  expect(findNamedReport(regions, '鹤壁 2016').held).toBe('鹤壁市：2017-2018、2022-2023');
  expect(heldWords({ name: '鹤壁市', documents: ['2017', '2022', '2023'] })).toBe(
    '鹤壁市：2017、2022-2023',
  );
});
