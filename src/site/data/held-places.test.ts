import { expect, it } from 'vitest';
import type { ReportRegion } from '../../report/report.ts';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { heldPlaces } from './held-places.ts';

const table = parseRegionTable(
  [
    '230000\t黑龙江省\tprovince\t\t\thei long jiang,hlj',
    '230200\t齐齐哈尔市\tprefecture\t\t\tqi qi ha er,qqhr',
    '410000\t河南省\tprovince\t\t\the nan',
  ].join('\n'),
);
const province = { code: '230000', name: '黑龙江省' };
const city = { code: '230200', name: '齐齐哈尔市' };
const report = (...path: ReportRegion['path']): { region: ReportRegion } => ({
  region: { code: '', name: '', scheme: 'gbt2260', level: 'county', path },
});

it('lists only places with reports and those above them, these first, spelled in letters', () => {
  const zone = { code: 'zone-230200-x', name: '某新区' };
  const places = heldPlaces(
    [report(province, city, zone), report(province, city), report(province)],
    table,
  );
  expect(places).toEqual([
    {
      ...province,
      aliases: [],
      above: '',
      letters: ['heilongjiang', 'hlj'],
      reports: 3,
    },
    {
      ...city,
      aliases: [],
      above: '黑龙江省',
      letters: ['qiqihaer', 'qqhe', 'qqhr'],
      reports: 2,
    },
    { ...zone, aliases: [], above: '黑龙江省齐齐哈尔市', letters: [], reports: 1 },
  ]);
});
