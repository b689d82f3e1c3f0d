import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { extract } from '../extract.ts';
import type { BlockRow } from '../line-writer.ts';
import { joinCells, readRowShape } from './row-shapes.ts';

const read = async (name: string) =>
  extract(await readFile(new URL(`fixtures/${name}.doc`, import.meta.url)), 'a.doc');

it.each([
  ['a style, or one that it rests on', 'numbered-by-style', ['一、 主要工作', '二、 存在的问题']],
  [
    'lists of several levels, and one that begins at five',
    'numbered-lists',
    ['I. 甲方面', 'a. 子项', 'b. 子项二', 'II. 乙方面', '5. 五', '6. 六'],
  ],
])('writes the numbers that Word prints by %s', async (_, name, numbered) => {
  const { lines, doubts } = await read(name);
  expect(lines.map(({ text }) => text).filter((text) => /^\S+[.、] /u.test(text))).toEqual(
    numbered,
  );
  expect(doubts).toEqual([]);
});

it('joins the cells of a table that its rows say are one', async () => {
  const { lines, doubts } = await read('merged-cells');
  const rows = lines.flatMap(({ row }) => (row === undefined ? [] : [row]));
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['单位', '案件（件）', ''],
    ['', '一般', '简易'],
    ['甲局', '12', '34'],
    ['乙局', '未办案', ''],
  ]);
  expect(rows.map(({ spans }) => spans)).toEqual([
    [
      { column: 0, rows: 2, columns: 1 },
      { column: 1, rows: 1, columns: 2 },
    ],
    undefined,
    undefined,
    [{ column: 1, rows: 1, columns: 2 }],
  ]);
  expect(doubts).toEqual([]);
});

it('reads boxes of text as the text, below the paragraphs that they are anchored in', async () => {
  const { lines, doubts } = await read('boxes');
  expect(lines.map(({ text }) => text).filter((text) => text !== '')).toEqual([
    ...['工作要点见下框。', '一、框内办案三件', '面积12km²。', '二、下一步打算'],
    ...['又见一框。', '另一框', '完毕。'],
  ]);
  expect(doubts?.map(({ where, words }) => [where, words])).toEqual([
    ['正文', '内部'],
    ['文本框', ''],
  ]);
});

it('numbers no paragraph whose text was deleted in tracked changes', async () => {
  const { lines } = await read('numbered-and-deleted');
  const texts = lines.map(({ text }) => text).filter((text) => text !== '');
  expect(texts).toEqual(['一、甲项', '二、丙项', '正文']);
});

it('raises digits, says what is hidden where it stands, and leaves a trace of a seal', async () => {
  const { lines, doubts } = await read('raised-and-sealed');
  expect(lines.map(({ text }) => text).filter((text) => text !== '')).toEqual([
    ...['面积12km²，办案三件。', '浚县人民政府', '〔图 157×157〕', '二〇二四年一月十五日'],
  ]);
  expect(doubts?.map(({ why }) => why.split(' ').slice(0, 3).join(' '))).toEqual([
    ...['「内部」 after 「km²，办案三件」', '〔图 157×157〕 stands'],
  ]);
});

const row = (...texts: string[]): BlockRow => ({
  head: false,
  cells: texts.map((text) => ({ blocks: [{ kind: 'paragraph', text }], columns: 1, rows: 1 })),
});

it('keeps what a joined cell says of its own, and joins nothing that does not fit', () => {
  const edges = [0, 1000, 2000];
  const below = { edges, goesOn: ['above', undefined] as const };
  const shapes = [{ edges, goesOn: [undefined, undefined] }, below];
  expect(joinCells([row('甲', '1'), row('', '2')], shapes)?.[1]?.cells).toHaveLength(1);
  expect(joinCells([row('甲', '1'), row('乙', '2')], shapes)?.[1]?.cells).toHaveLength(2);
  expect(joinCells([row('甲', '1'), row('2')], shapes)).toBeUndefined();
  expect(joinCells([row('甲', '1')], [undefined])).toBeUndefined();
});

it('reads no shape of a row from too few bytes', () => {
  expect(readRowShape(Buffer.from([2, 0, 0, 1, 0, 2]))).toBeUndefined();
  expect(readRowShape(Buffer.from([2, 0, 0, 1, 0, 2, 0]))?.edges).toEqual([0, 1, 2]);
});
