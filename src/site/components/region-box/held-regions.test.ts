import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReportRegion } from '../../../report/report.ts';
import { parseRegionTable } from '../../../vocabulary/region/parse-region-table.ts';
import { findPlaces, type HeldPlace, heldPlaces } from './held-regions.ts';

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

const place = (code: string, name: string, above: string, ...letters: string[]): HeldPlace => ({
  code,
  name,
  above,
  letters,
  aliases: code === '371071' ? ['威海高新区'] : [],
  reports: 1,
});

const places = [
  place('140000', '山西省', '', 'shanxi', 'sx'),
  place('141100', '吕梁市', '山西省', 'lvliang', 'll'),
  place('230000', '黑龙江省', '', 'heilongjiang', 'hlj'),
  place('230200', '齐齐哈尔市', '黑龙江省', 'qiqihaer', 'qqhe', 'qqhr'),
  place('370000', '山东省', '', 'shandong', 'sd'),
  place('371000', '威海市', '山东省', 'weihai', 'wh'),
  place('371071', '威海火炬高技术产业开发区', '山东省威海市', 'weihaihuoju', 'whhj'),
  place('410000', '河南省', '', 'henan', 'hn'),
  place('410600', '鹤壁市', '河南省', 'hebi', 'hb'),
];

it.each([
  ['齐齐', ['齐齐哈尔市']],
  ['qiqihaer', ['齐齐哈尔市']],
  ['QiQi Ha’er', ['齐齐哈尔市']],
  ['qiqihaershi', ['齐齐哈尔市']],
  ['qqhe', ['齐齐哈尔市']],
  ['ｑｑｈｒ', ['齐齐哈尔市']],
  ['2302', ['齐齐哈尔市']],
  ['黑龙江齐齐哈尔', ['齐齐哈尔市']],
  ['河南省鹤壁市', ['鹤壁市']],
  ['lüliang', ['吕梁市']],
  ['威海', ['威海市', '威海火炬高技术产业开发区']],
  ['高新区', ['威海火炬高技术产业开发区']],
  ['wh', ['威海市', '威海火炬高技术产业开发区']],
  ['shan', ['山西省', '山东省']],
  ['he', ['黑龙江省', '河南省', '鹤壁市']],
  ['', ['山西省', '黑龙江省', '山东省', '河南省']],
  ['无此地', []],
  ['xyz', []],
])('finds by %s %j', (typed, names) => {
  expect(findPlaces(places, typed).map(({ name }) => name)).toEqual(names);
});

it('finds a place first by each of its own names and spellings', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.nat(), ({ code, name, letters }, at) => {
      const words = [name, ...letters];
      expect(findPlaces(places, words[at % words.length] ?? name)[0]?.code).toBe(code);
    }),
  );
});

it('gives no more than asked for', () => {
  expect(findPlaces(places, '省', 2)).toHaveLength(2);
});
