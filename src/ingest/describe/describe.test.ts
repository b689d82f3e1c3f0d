import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { describe } from './describe.ts';
import type { Given } from './description.ts';
import { readPage } from './read-page.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);
const text = (words: string) =>
  `${words}，${'认真落实各项任务，依法履行职责，'.repeat(4)}成效明显。`;
const read = (lines: readonly string[], given: Given = {}) =>
  describe(readPage(lines.map((one, at) => ({ line: at + 1, text: one }))), table, given);

it('is as sure of what stands on a line of its own as of print', () => {
  const { addressee, signature } = read([
    '鹤壁市2020年法治政府建设报告',
    '省政府：',
    text('我市推进法治政府建设'),
    '鹤壁市人民政府',
    '2021年1月10日',
  ]);
  expect(addressee).toMatchObject({ value: '省政府', confidence: 0.95 });
  expect(signature).toMatchObject({ value: ['鹤壁市人民政府'], confidence: 0.95 });
});

it('takes all who get a copy, over two lines and in two lists, and none for text', () => {
  const lines = [
    ...['鹤壁市2020年法治政府建设报告', text('我市推进法治政府建设')],
    ...['附件：1.办案情况统计表', '鹤壁市人民政府', '2021年1月10日'],
    ...['抄报：省政府，省人大常委会。', '抄送：市委各部门，市政协办公室，', '市法院，市检察院。'],
    ...['鹤壁市人民政府办公室', '二〇二一年一月十一日印发', '信息公开选项：主动公开'],
  ];
  const { cc, signature } = read(lines);
  expect(cc?.value).toBe('省政府，省人大常委会；市委各部门，市政协办公室，市法院，市检察院');
  expect(signature?.value).toEqual(['鹤壁市人民政府']);
  const page = readPage(lines.map((one, at) => ({ line: at + 1, text: one })));
  expect(page.parts.flatMap((part) => (part.why === 'body' ? part.line : []))).toEqual([2, 3]);
});

it.each([
  [6, true],
  [7, false],
])('takes what is attached for text with %i signatures between it and the day', (count, isText) => {
  const lines = ['鹤壁市2020年法治政府建设报告', text('我市推进法治政府建设'), '附件：1.统计表'];
  const signed = [...Array<string>(count).fill('鹤壁市司法局'), '2021年1月10日'];
  const page = readPage([...lines, ...signed].map((one, at) => ({ line: at + 1, text: one })));
  expect(page.parts[2]?.why === 'body').toBe(isText);
});

it('reads copies and printer in a table, and no other table', () => {
  const rows = (...texts: string[]) =>
    texts.map((one, at) => ({
      ...{ line: at + 9, text: one, row: { table: 1, head: false, cells: one.split('\t') } },
    }));
  const head = ['鹤壁市2020年法治政府建设报告', text('我市推进法治政府建设'), '鹤壁市人民政府'];
  const whole = (...texts: string[]) =>
    readPage([
      ...[...head, '2021年1月10日'].map((one, at) => ({ line: at + 1, text: one })),
      ...rows(...texts),
    ]);
  const imprint = whole('抄送：市委各部门。\t', '鹤壁市人民政府办公室\t2021年1月11日印发');
  expect(describe(imprint, table).cc?.value).toBe('市委各部门');
  expect(imprint.parts.filter(({ row }) => row !== undefined)).toEqual([]);
  const long = (rows: number) => whole(...Array(rows - 1).fill('市局\t120'), '抄送：市委。\t');
  expect([4, 5].map((rows) => describe(long(rows), table).cc?.value)).toEqual(['市委', undefined]);
  const other = whole('单位\t件数', '市局\t120');
  expect(other.parts.filter(({ row }) => row !== undefined)).toHaveLength(2);
});

it('takes a late posting for a publication, whatever the text says of history', () => {
  const dates = (above: string, words: string) =>
    read([above, '鹤壁市2020年法治政府建设报告', '发布时间：2022-06-01', text(words)]);
  const late = dates('政务公开', '2020年，鹤壁市化解历史遗留问题');
  expect([late.published?.value, late.republished]).toEqual(['2022-06-01', undefined]);
  const old = dates('历史文件', '2020年，鹤壁市推进依法行政');
  expect([old.published, old.republished?.value]).toEqual([undefined, '2022-06-01']);
});

it.each([
  ['鹤政〔2021〕5号', 'document'],
  ['鹤政〔2021〕5号　　签发人：张某', 'document'],
  ['签发人：张某　　鹤政〔2021〕5号', 'document'],
  ['发文字号：鹤政〔2021〕5号', 'page'],
])('tells who prints the number: %s', (line, basis) => {
  const { docNo } = read([line, '鹤壁市2020年法治政府建设报告', text('我市推进法治政府建设')]);
  expect(docNo).toMatchObject({ value: '鹤政〔2021〕5号', basis });
});

it('is less sure of a title that it supplies than of what it is made of', () => {
  const given = { region: '410600', year: 2020, kind: 'annual' } as const;
  expect(read([text('推进法治政府建设')], given).title).toMatchObject({
    value: '鹤壁市2020年法治政府建设工作情况报告',
    confidence: 0.9,
  });
});

it('supplies the title of a town’s report and of an office that it names, and of no other', () => {
  const titleOf = (words: string, region: string) =>
    read([text(words)], { region, year: 2020 }).title?.value;
  expect(titleOf('2020年，善堂镇在县委领导下，我镇推进法治政府建设', '410621')).toBe(
    '浚县善堂镇2020年法治政府建设工作情况报告',
  );
  expect(titleOf('2020年，浚县司法局坚持推进法治政府建设，我局党组', '410621')).toBe(
    '浚县司法局2020年法治政府建设工作情况报告',
  );
  expect(titleOf('2020年，我局党组推进法治政府建设，我局', '410621')).toBeUndefined();
});

it.each([
  [
    'by the host it stands on',
    text('我区推进'),
    'http://www.chuanhui.zhoukou.gov.cn/1.html',
    ['411602'],
  ],
  ['by one act of its text', text('我市努力。鹤壁市坚持学习'), undefined, []],
])('disputes a given region where the document has another %s', (_, body, url, says) => {
  const { disputes } = read([body], { region: '110000', year: 2020, url });
  expect((disputes ?? []).flatMap((one) => (one.field === 'region' ? one.says : []))).toEqual(says);
});
