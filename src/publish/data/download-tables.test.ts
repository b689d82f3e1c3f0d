import { describe, expect, it } from 'vitest';
import { addressText } from '../../report/anchor/address-body.ts';
import { noteReference } from '../../report/note-reference.ts';
import type { Report } from '../../report/report.ts';
import { paragraphRows, paragraphTable } from './download-tables.ts';

const heading = { label: '一、', stop: null, style: 'own-line', sections: [] } as const;
const body = {
  opening: ['丁县依法行政。'],
  sections: [
    {
      ...{ ...heading, heading: `办案${noteReference('2')}` },
      paragraphs: [
        `受理328${noteReference('1')}件。`,
        {
          head: 1,
          rows: [
            ['单位', '办案'],
            ['甲局', '120'],
          ],
          spans: [],
        },
      ],
    },
  ],
  closing: [],
  notes: [
    { label: '1', text: '含移送案件。' },
    { label: '2', text: '全年。' },
    { label: '3', text: '无处可归。' },
  ],
};
const report = {
  ...{ id: '410699-2019', url: '/r/410699/2019/', year: 2019, kind: 'annual' },
  region: { code: '410699', name: '丁县' },
  ...addressText(body, undefined),
} as unknown as Report;
const rows = paragraphRows(report).map((row) =>
  Object.fromEntries(paragraphTable.columns.map(({ name, value }) => [name, value(row)])),
);

describe('the rows of paragraphs.jsonl', () => {
  it('have each paragraph, table and note once, at its address', () => {
    expect(rows.map(({ url, block, section, text }) => [url, block, section, text])).toEqual([
      ['/r/410699/2019/#p1', 'text', 's0', '丁县依法行政。'],
      ['/r/410699/2019/#p2', 'text', 's1', '受理328件。'],
      ['/r/410699/2019/#p3', 'table', 's1', '单位\t办案\n甲局\t120'],
      ['/r/410699/2019/#n1', 'note', 's1', '含移送案件。'],
      ['/r/410699/2019/#n2', 'note', 's1', '全年。'],
      ['/r/410699/2019/#n3', 'note', null, '无处可归。'],
    ]);
  });

  it('have the cells of a table, the mark of a note and where it is referred to', () => {
    expect(rows.map(({ table }) => table)).toMatchObject([
      ...[
        null,
        null,
        {
          head: 1,
          rows: [
            ['单位', '办案'],
            ['甲局', '120'],
          ],
        },
      ],
      ...[null, null, null],
    ]);
    expect(rows.slice(2).map(({ note }) => note)).toEqual([
      null,
      { mark: '1', paragraph: 'p2', offset: 5 },
      { mark: '2', paragraph: 's1', offset: 4 },
      { mark: '3', paragraph: null, offset: null },
    ]);
  });
});
