import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import {
  findOwnTownship,
  findTownship,
  guessBySubject,
  isOfUnknownCounty,
  isOfUnknownZone,
} from './named-regions.ts';
import { selfName } from './text-clues.ts';

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
  expect(guess).toMatchObject({ isOfZone: true, confidence: 0.2 });
});

it('reads the longest names for the subject', () => {
  const name = '新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿克陶县塔尔塔吉克民族乡';
  expect(guessBySubject(table, [`2020年，${name}坚持依法行政。`], [], {})?.township).toBe(
    '塔尔塔吉克民族乡',
  );
});

it('is not held up by a text that begins like a name over and over', () => {
  const text = `2020年，鹤壁市${'委局办市政府、'.repeat(20_000)}`;
  expect(guessBySubject(table, [text], [], {})).toBeUndefined();
});

describe('findTownship()', () => {
  it.each([
    ['柳林镇2023年法治政府建设报告', '柳林镇'],
    ['新华街道办事处', '新华街道'],
    ['和平乡人民政府关于2020年度依法行政的报告', '和平乡'],
    ['新乡2023年法治政府建设报告', undefined],
    ['景德镇市2023年法治政府建设报告', undefined],
    ['鹤壁市2023年法治政府建设报告', undefined],
  ])('reads %s', (text, expected) => {
    expect(findTownship(table, text)).toBe(expected);
  });
});

describe('findOwnTownship()', () => {
  it.each([
    ['2022年，龙源街道深入学习。我街道成立小组。龙源街道办事处公示信息。', '龙源街道'],
    ['2022年，武陟县龙源街道坚持学习。我街道成立小组。', '龙源街道'],
    ['各镇坚持学习，我镇成立小组。', undefined],
    ['在孔镇镇调研，我街道成立小组。', undefined],
  ])('reads %s', (text, expected) => {
    const self = selfName(text);
    if (self === undefined) throw new Error('the text has no name for itself');
    expect(findOwnTownship(table, text, self)).toBe(expected);
  });
});

it.each([
  ['鹤壁市淇水湾示范区2022年法治政府建设报告', true],
  ['经济技术开发区管理委员会关于2022年法治政府建设情况的报告', true],
  ['长葛市产业集聚区管理委员会2022年法治政府建设报告', true],
  ['鹤壁市2022年法治政府建设报告', false],
  ['郑东新区2022年法治政府建设报告', false],
  ['鹤壁经济技术开发区2022年法治政府建设报告', false],
  ['上海市浦东新区2022年法治政府建设报告', false],
  ['鹤壁市人民政府关于支持园区企业的报告', false],
])('tells whether %s is of a zone that is not in the table', (head, expected) => {
  expect(isOfUnknownZone(table, head)).toBe(expected);
});

it.each([
  ['邢台市桥南区2018年法治政府建设报告', true],
  ['石家庄市桥西区2018年法治政府建设报告', false],
  ['河北省石家庄市桥西区2018年法治政府建设报告', false],
  ['桥西区2018年法治政府建设报告', false],
  ['关于鹤壁市浚县2018年法治政府建设情况的报告', false],
  ['关于浚县2018年法治政府建设情况的报告', false],
  ['浚县司法局关于浚县2018年法治政府建设情况的报告', false],
  ['关于报送浚县2018年法治政府建设情况的报告', false],
  ['中共浚县县委浚县人民政府关于2018年法治政府建设情况的报告', false],
  ['关于无名县2018年法治政府建设情况的报告', true],
  ['无名县2018年法治政府建设报告', true],
  ['鹤壁市2018年法治政府建设报告', false],
])('tells whether %s is of a county that is not in the table', (head, expected) => {
  expect(isOfUnknownCounty(table, head, 2018)).toBe(expected);
});
