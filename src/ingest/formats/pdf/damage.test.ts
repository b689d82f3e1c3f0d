import { expect, it } from 'vitest';
import { makePdf } from '../../../../tests/made-files/make-pdf.ts';
import { compareInventory } from '../inventory.ts';
import { readPdf } from './read-pdf.ts';

const LINES = [
  '一、主要工作',
  '全年办理行政处罚案件328件，评查案卷160卷',
  '二、存在的问题',
  '个别单位执法程序不够严谨，基层力量仍然薄弱',
];
const { text, inventory = [] } = await readPdf(
  makePdf(
    [0, 2].map((from) =>
      LINES.slice(from, from + 2).map((line, at) => ({ text: line, x: 72, y: 740 - at * 28 })),
    ),
  ),
  'a.pdf',
);

it('finds nothing amiss in a text that is whole', () => {
  expect(compareInventory(inventory, text)).toEqual([]);
});

it.each([
  ['a page', (whole: string) => whole.split('\n').slice(0, 2).join('\n'), '第2页'],
  ['a line', (whole: string) => whole.replace(LINES[1] ?? '', ''), '第1页'],
  ['a heading', (whole: string) => whole.replace('二、存在的问题', ''), '第2页'],
  ['a number', (whole: string) => whole.replace('328', ''), '第1页'],
  ['a digit', (whole: string) => whole.replace('328', '38'), '第1页'],
  ['the last glyph', (whole: string) => whole.slice(0, -1), '第2页'],
  ['a mark', (whole: string) => whole.replace('，', ''), '第1页'],
])('tells that %s is dropped, and from where', (_, damage, where) => {
  const doubts = compareInventory(inventory, damage(text));
  expect(doubts.filter(({ from }) => from === 'lost').map((doubt) => doubt.where)).toContain(where);
});

it.each([
  ['a line twice', (whole: string) => `${whole}\n${LINES[1]}`],
  ['a digit more', (whole: string) => whole.replace('328', '3281')],
])('tells that the text has %s', (_, damage) => {
  expect(compareInventory(inventory, damage(text)).some(({ from }) => from === 'added')).toBe(true);
});
