import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { guessBySubject } from './guess-by-subject.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);

it.each([
  ['the year before it', '2020年，鹤壁市坚持依法行政。', '鹤壁市'],
  ['those who led it', '2020年，在河南省委的坚强领导下，鹤壁市认真落实任务。', '鹤壁市'],
  ['its Party and government', '中共鹤壁市委、市政府坚持依法行政。', '鹤壁市'],
  ['what the year was', '2020年是全面小康的收官之年，浚县坚持依法行政。', '浚县'],
  ['an announcement', '根据要求，现将鹤壁市2020年法治政府建设情况公布如下：', '鹤壁市'],
  ['an office of the place', '2020年，鹤壁市公安局坚持依法行政。', '鹤壁市'],
  ['none, but a place above', '按照河南省要求，我市坚持依法行政。', undefined],
  ['none, but a place it only has for an object', '2020年，我市指导浚县开展试点。', undefined],
])('finds the subject by %s', (_, opening, expected) => {
  expect(guessBySubject(table, [opening], [], {})?.region.name).toBe(expected);
});

it('tells that the subject is a zone in the place which is not in the table', () => {
  const guess = guessBySubject(table, ['2020年，鹤壁市淇水湾示范区坚持依法行政。'], [], {});
  expect(guess).toMatchObject({ isOfZone: true });
});

it('is not held up by a text that begins like a name over and over', () => {
  const start = performance.now();
  guessBySubject(table, [`2020年，鹤壁市${'委局办市政府、'.repeat(2000)}`], [], {});
  expect(performance.now() - start).toBeLessThan(1000);
});
