import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReportRegion } from '../../../report/report.ts';
import { parseRegionTable } from '../../../vocabulary/region/parse-region-table.ts';
import { findRegions, type HeldRegion, heldRegions } from './held-regions.ts';

const table = parseRegionTable(
  [
    '230000\t黑龙江省\tprovince\t\t\thei long jiang,hlj',
    '230200\t齐齐哈尔市\tprefecture\t\t\tqi qi ha er,qqhr',
    '410000\t河南省\tprovince\t\t\the nan',
  ].join('\n'),
);
const province = { code: '230000', name: '黑龙江省' };
const city = { code: '230200', name: '齐齐哈尔市' };
const report = (...path: ReportRegion['path']) => ({
  url: `/r/${path.at(-1)?.code}/2019/`,
  region: { code: '', name: '', scheme: 'gbt2260', level: 'county', path } satisfies ReportRegion,
});

it('lists only regions with reports and those above them, these first, spelled in letters', () => {
  const zone = { code: 'zone-230200-x', name: '某新区' };
  const regions = heldRegions(
    [report(province, city, zone), report(province, city), report(province)],
    table,
  );
  expect(regions).toEqual([
    {
      ...province,
      aliases: [],
      above: '',
      letters: ['heilongjiang', 'hlj'],
      reports: 3,
      documents: ['2019'],
    },
    {
      ...city,
      aliases: [],
      above: '黑龙江省',
      letters: ['qiqihaer', 'qqhe', 'qqhr'],
      reports: 2,
      documents: ['2019'],
    },
    {
      ...zone,
      aliases: [],
      above: '黑龙江省齐齐哈尔市',
      letters: [],
      reports: 1,
      documents: ['2019'],
    },
  ]);
});

const region = (code: string, name: string, above: string, ...letters: string[]): HeldRegion => ({
  code,
  name,
  above,
  letters,
  aliases: code === '371071' ? ['威海高新区'] : [],
  reports: 1,
});

const regions = [
  region('140000', '山西省', '', 'shanxi', 'sx'),
  region('141100', '吕梁市', '山西省', 'lvliang', 'll'),
  region('230000', '黑龙江省', '', 'heilongjiang', 'hlj'),
  region('230200', '齐齐哈尔市', '黑龙江省', 'qiqihaer', 'qqhe', 'qqhr'),
  region('370000', '山东省', '', 'shandong', 'sd'),
  region('371000', '威海市', '山东省', 'weihai', 'wh'),
  region('371071', '威海火炬高技术产业开发区', '山东省威海市', 'weihaihuoju', 'whhj'),
  region('410000', '河南省', '', 'henan', 'hn'),
  region('410600', '鹤壁市', '河南省', 'hebi', 'hb'),
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
  expect(findRegions(regions, typed).map(({ name }) => name)).toEqual(names);
});

it('finds a region first by each of its own names and spellings', () => {
  fc.assert(
    fc.property(fc.constantFrom(...regions), fc.nat(), ({ code, name, letters }, at) => {
      const words = [name, ...letters];
      expect(findRegions(regions, words[at % words.length] ?? name)[0]?.code).toBe(code);
    }),
  );
});

it('gives no more than asked for', () => {
  expect(findRegions(regions, '省', 2)).toHaveLength(2);
});

it('gives twelve regions at most where no number is asked for', () => {
  const many = Array.from({ length: 13 }, (_, index) => region(`${index}`, `${index}市`, '甲省'));
  expect(findRegions(many, '市')).toHaveLength(12);
});

it.each([
  // Called so with its kind, begins so, holds it.
  ['anshi', ['an', 'anshiqiao', 'xianshi'], ['an', 'anshiqiao', 'xianshi']],
  // Two letters are looked for at the start only, three anywhere.
  ['ha', ['xiha', 'hami'], ['hami']],
  ['hai', ['weihai', 'haian'], ['haian', 'weihai']],
])('orders by %s %j as %j', (typed, letters, order) => {
  const all = letters.toReversed().map((word) => region('1', word, '', word));
  const found = findRegions(all, typed).map(({ name }) => name);
  expect(found).toEqual(order);
});

it('orders names: called so, begins so, holds it, spread over what it lies in', () => {
  const [exact, starts, holds, spread] = [
    region('1', '安乡', '甲省'),
    region('2', '安乡镇', '甲省'),
    region('3', '新安乡', '甲省'),
    region('4', '乡', '安省'),
  ];
  const found = findRegions([spread, holds, starts, exact], '安乡');
  expect(found.map(({ code }) => code)).toEqual(['1', '2', '3', '4']);
});

it('puts a region above before those in it where both are as near, and nearness first', () => {
  const above = region('1', '长安市', '');
  const below = region('2', '长安区', '甲省乙市');
  expect(findRegions([below, above], '长安').map(({ code }) => code)).toEqual(['1', '2']);
  const exact = region('3', '长安', '甲省乙市丙县');
  expect(findRegions([above, exact], '长安').map(({ code }) => code)).toEqual(['3', '1']);
});
