import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { describeKind, findNearMiss } from './kind.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);
const parts = ['一、主要工作', '推进依法行政。', '二、下一步打算', '加强法治政府建设。'];

it.each<[string, string[], string[], boolean]>([
  ['an announcement', [], ['现将2020年法治政府建设情况报告如下：'], true],
  ['its year, the subject and parts', [], ['2020年，我市依法行政。', ...parts], true],
  ['a year that is masked', [], ['****年，我市依法行政。', ...parts], true],
  ['a year alone', [], ['2020年，法治政府建设取得成效。'], false],
  [
    'its year, the subject and one part',
    [],
    ['2020年，我市依法行政。', ...parts.slice(0, 2)],
    false,
  ],
  ['no opening', [], ['法治是根本。', ...parts], false],
  ['an announcement of another thing', [], ['依法行政，现将有关事宜通知如下。'], false],
  [
    'a title of another report',
    ['鹤壁市人民政府关于2020年环境保护情况的报告'],
    ['现将法治政府建设有关情况报告如下：'],
    false,
  ],
])('judges a document without title by %s', (_, above, body, expected) => {
  const miss = findNearMiss({ titles: above, isTitled: false, body });
  expect(miss?.what !== 'no report by its title or its opening').toBe(expected);
});

it('shows of its evidence what a message has room for', () => {
  const title = `浚县2020年${'一'.repeat(40)}工作要闻`;
  const miss = findNearMiss({ titles: [title], isTitled: true, body: [title.repeat(2)] });
  expect(miss?.evidence).toHaveLength(30);
});

it.each([
  [248, undefined],
  [249, 'not about law-based government'],
])('wants four words of law in a thousand characters (%i others)', (others, what) => {
  const titles = ['浚县2020年法治政府建设报告'];
  const body = [`普法${'乙'.repeat(others)}`];
  expect(findNearMiss({ titles, isTitled: true, body })?.what).toBe(what);
});

it.each<[string, string[], boolean, string | undefined]>([
  ['three articles', ['一', '二', '三'].map((n) => `第${n}条 依法治市。`), true, undefined],
  [
    'four articles',
    ['一', '二', '三', '四'].map((n) => `第${n}条 依法治市。`),
    true,
    'a regulation',
  ],
  ['two open names', ['某县依法行政，某县普法。'], true, undefined],
  ['three open names', ['某县依法行政，某县普法，某县复议。'], true, 'a model text (范文)'],
  [
    'two entries',
    ['【行政执法】依法行政。', '【行政复议】依法行政。'],
    false,
    'an entry of a yearbook',
  ],
  [
    'what a seller of texts says',
    ['本文由会员分享，依法行政，普法。'],
    true,
    'a model text (范文)',
  ],
  ['one entry', ['【行政执法】依法行政。'], false, 'no report by its title or its opening'],
  [
    'an address to a meeting in the fourth paragraph',
    ['甲。', '乙。', '丙。', '我代表市人民政府，向大会报告工作。'],
    false,
    'the report on the work of the government (政府工作报告)',
  ],
  [
    'an address to a meeting in the fifth paragraph',
    ['甲。', '乙。', '丙。', '丁。', '我代表市人民政府，向大会报告工作。'],
    false,
    'no report by its title or its opening',
  ],
  [
    'a circular in the fourth paragraph',
    ['甲。', '乙。', '丙。', '现将考核结果通报如下。'],
    false,
    'a circular (通报)',
  ],
  [
    'a circular in the fifth paragraph',
    ['甲。', '乙。', '丙。', '丁。', '现将考核结果通报如下。'],
    false,
    'no report by its title or its opening',
  ],
  [
    'a disclosure in the third paragraph',
    ['甲。', '乙。', '现将政府信息公开情况报告如下。'],
    false,
    'a disclosure report (政府信息公开年报)',
  ],
  [
    'a disclosure in the fourth paragraph',
    ['甲。', '乙。', '丙。', '现将政府信息公开情况报告如下。'],
    false,
    'no report by its title or its opening',
  ],
  [
    'an opening in the sixth paragraph',
    ['甲。', '乙。', '丙。', '丁。', '戊。', '现将法治政府建设情况报告如下。'],
    false,
    undefined,
  ],
  [
    'an opening in the seventh paragraph',
    ['甲。', '乙。', '丙。', '丁。', '戊。', '己。', '现将法治政府建设情况报告如下。'],
    false,
    'no report by its title or its opening',
  ],
  [
    'its subject twice below the opening',
    ['2020年，全县努力。', '一、甲', '乙。', '二、丙', '丁。', '戊。', '法治建设。', '依法行政。'],
    false,
    undefined,
  ],
  [
    'its subject once below the opening',
    ['2020年，全县努力。', '一、甲', '乙。', '二、丙', '丁。', '戊。', '法治建设。', '努力。'],
    false,
    'no report by its title or its opening',
  ],
])('judges a text with %s', (_, body, isTitled, what) => {
  const titles = isTitled ? ['浚县2020年法治政府建设报告'] : [];
  expect(findNearMiss({ titles, isTitled, body })?.what).toBe(what);
});

it.each([
  ['2023年1月1日至12月31日，全县依法行政。', undefined],
  ['1月1日至3日，全县依法行政。', 'news'],
  ['全县严打电讯诈骗，依法行政。', undefined],
  ['鹤壁讯近日，全县依法行政。', 'news'],
])('judges a titled text that tells of a meeting by its lead: %s', (lead, what) => {
  const titles = ['浚县2023年法治政府建设报告'];
  const body = [lead, '县政府召开会议，审议法治政府建设事项。'];
  expect(findNearMiss({ titles, isTitled: true, body })?.what).toBe(what);
});

it.each([
  ['市人大常委会关于《审议意见》研究处理情况的报告', 'an answer to a review (审议意见)'],
  ['某县2020年法治政府建设情况的报告', 'a model text (范文)'],
  ['浚县2020年法治政府建设情况的报告', undefined],
  ['浚县关于贯彻落实重要讲话精神推进法治政府建设情况的报告', undefined],
  ['县长在法治政府建设会议上的讲话', 'a speech'],
])('judges the title %s', (title, what) => {
  const body = ['依法行政，普法，复议。'];
  expect(findNearMiss({ titles: [title], isTitled: true, body })?.what).toBe(what);
});

describe('describeKind()', () => {
  const region = table.regions.get('410621');
  const kind = (title: string | undefined, issuer: string, sure: number, is: string) => {
    if (region === undefined) throw new Error('浚县 is in the table');
    const found = <T>(value: T) =>
      ({ value, basis: 'document', confidence: sure, evidence: '' }) as const;
    const own = { region, township: is === 'named' ? '柳林镇' : null };
    const told = describeKind(title === undefined ? undefined : found(title), found(issuer), own, {
      isOfTownship: is === 'said',
    });
    return [told.value, Math.round(told.confidence * 100) / 100];
  };
  const government = '浚县人民政府';

  it.each<[string, Parameters<typeof kind>, [string, number]]>([
    ['a plan', ['2020年实施方案', government, 0.9, ''], ['plan', 0.95]],
    ['a township named', ['2020年报告', government, 0.9, 'named'], ['other', 0.8]],
    ['a township only said', ['2020年报告', government, 0.9, 'said'], ['other', 0.5]],
    ['half a year', ['2020年上半年法治政府建设报告', government, 0.9, ''], ['other', 0.8]],
    ['a quarter', ['2020年第三季度法治政府建设报告', government, 0.9, ''], ['other', 0.8]],
    ['five years', ['五年来法治政府建设报告', government, 0.9, ''], ['other', 0.8]],
    ['a period', ['法治政府建设报告（2014—2019年）', government, 0.9, ''], ['other', 0.8]],
    [
      'a year’s report on a document of a period',
      ['落实《纲要（2015—2020年）》2019年情况报告', government, 0.9, ''],
      ['annual', 0.97],
    ],
    ['half a year of an office', ['上半年报告', '浚县水利局', 0.9, ''], ['department', 0.9]],
    ['a draft', ['2020年报告（征求意见稿）', government, 0.9, ''], ['annual', 0.5]],
    ['a report in brackets', ['2020年报告（全文）', government, 0.9, ''], ['annual', 0.97]],
    ['a department', ['2020年报告', '浚县水利局', 0.9, ''], ['department', 0.9]],
    ['an office unnamed', ['2020年报告', government, 0.34, ''], ['department', 0.5]],
    ['a government unsure', ['2020年报告', government, 0.35, ''], ['annual', 0.97]],
    ['one duty', ['2020年普法报告', government, 0.9, ''], ['other', 0.7]],
    ['an odd title', ['2020年法治政府', government, 0.9, ''], ['annual', 0.55]],
    ['no title', [undefined, government, 0.9, ''], ['annual', 0.8]],
    ['no title, issuer unsure', [undefined, government, 0.4, ''], ['annual', 0.7]],
  ])('tells %s', (_, given, expected) => {
    expect(kind(...given)).toEqual(expected);
  });
});
