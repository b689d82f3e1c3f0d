import { describe, expect, it } from 'vitest';
import { describeTitle, findTitles, isTitle } from './titles.ts';

const found = (...lines: (string | undefined)[]) =>
  findTitles(lines).map(({ start, end }) => lines.slice(start, end).join('|'));

describe('findTitles()', () => {
  it.each<[string, string[], string[]]>([
    [
      'on one line',
      ['政务公开', '鹤壁市2017年法治政府建设工作报告'],
      ['鹤壁市2017年法治政府建设工作报告'],
    ],
    [
      'twice',
      ['鹤壁市2025年法治政府建设报告', '鹤壁市2025年度法治政府建设报告'],
      ['鹤壁市2025年法治政府建设报告', '鹤壁市2025年度法治政府建设报告'],
    ],
    [
      'with its body above',
      ['周口市川汇区人民政府', '关于2019年度法治政府建设工作报告'],
      ['周口市川汇区人民政府|关于2019年度法治政府建设工作报告'],
    ],
    [
      'broken after 关于, whatever it goes on with',
      ['中共浚县县委', '浚县人民政府关于', '2019年度法治政府建设情况的报告'],
      ['中共浚县县委|浚县人民政府关于|2019年度法治政府建设情况的报告'],
    ],
    [
      'without the date of the notice above',
      ['2021年12月21日', '关于推进法治政府建设的实施方案'],
      ['关于推进法治政府建设的实施方案'],
    ],
    [
      'with Party and government above',
      ['中共浚县县委', '浚县人民政府', '关于2019年度法治政府建设情况的报告'],
      ['中共浚县县委|浚县人民政府|关于2019年度法治政府建设情况的报告'],
    ],
    [
      'with the offices of Party and government above',
      ['中共浚县县委全面依法治县委员会办公室', '浚县司法局', '关于2019年度法治政府建设情况的报告'],
      ['中共浚县县委全面依法治县委员会办公室|浚县司法局|关于2019年度法治政府建设情况的报告'],
    ],
    [
      'with an office above its year',
      ['峰峰矿区民政局', '2022年法治政府建设工作报告'],
      ['峰峰矿区民政局|2022年法治政府建设工作报告'],
    ],
    [
      'broken after its year',
      ['鄂尔多斯市2023年度', '法治政府建设工作报告'],
      ['鄂尔多斯市2023年度|法治政府建设工作报告'],
    ],
    [
      'broken before its last word',
      ['浚县2018年度推进法治政府建设', '工作安排'],
      ['浚县2018年度推进法治政府建设|工作安排'],
    ],
    [
      'broken before what sends it out',
      ['关于印发浚县2018年度法治政府建设', '工作安排的通知'],
      ['关于印发浚县2018年度法治政府建设|工作安排的通知'],
    ],
    ['not in the name of a column', ['法治政府建设年度报告', '法治政府建设'], []],
    ['not in a path', ['首页 > 政务公开 > 法治政府建设年度报告2020'], []],
    ['not in a heading', ['一、2020年法治政府建设工作情况'], []],
  ])('finds a title %s', (_, lines, titles) => {
    expect(found(...lines)).toEqual(titles);
  });
});

it.each([
  [90, true],
  [91, false],
])('takes %i characters for a title: %s', (length, expected) => {
  expect(isTitle(`2020年${'一'.repeat(length - 11)}法治政府报告`)).toBe(expected);
});

it.each([
  [1, 0.97],
  [2, 0.97],
  [3, 0.85],
])('is as sure of a title over %i lines as %d', (lines, confidence) => {
  const printed = { text: '2020年法治政府报告', basis: 'page', lines, parts: [] } as const;
  expect(describeTitle([printed])?.title.confidence).toBe(confidence);
});

it.each([
  [4, 0],
  [3, 1],
])('joins a title over its lines, five at most: %i between', (between, titles) => {
  const lines = [
    '关于鹤壁市2020年',
    ...Array.from({ length: between }, () => '推进法治'),
    '政府建设情况的报告',
  ];
  expect(found(...lines)).toHaveLength(titles);
});

it.each([
  ['three titles of a list the last', ['2019', '2020', '2021'], '2021'],
  ['two titles the first', ['2021', '2020'], '2021'],
])('takes of %s', (_, years, year) => {
  const printed = years.map(
    (one, at) => ({ text: `${one}年法治政府报告`, basis: 'page', lines: 1, parts: [at] }) as const,
  );
  expect(describeTitle(printed)?.title.value).toBe(`${year}年法治政府报告`);
});
