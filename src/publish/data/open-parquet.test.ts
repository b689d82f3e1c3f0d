import { zstdDecompressSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import type { Column } from './download-tables.ts';
import { openParquet } from './open-parquet.ts';

type Row = Readonly<Record<string, unknown>>;

const compressors = { ZSTD: (bytes: Uint8Array) => zstdDecompressSync(bytes) };
const column = (name: string, type: Column<Row>['type']): Column<Row> => ({
  ...{ name, type, title: name },
  value: (row) => row[name],
});
const columns = [
  column('report', 'string'),
  column('year', 'integer'),
  column('value', 'number'),
  column('published', 'date'),
  column('themes', 'texts'),
  column('table', 'object'),
];

function write(rows: readonly Row[]) {
  const parquet = openParquet(columns);
  for (const row of rows) parquet.add(row);
  const { bytes, rows: count } = parquet.end();
  return { file: new Uint8Array(bytes).buffer, count };
}

it('gives back what was written, as text, number, day, list and object', async () => {
  const rows = [
    {
      report: '410600-2017',
      year: 2017,
      value: 0.5,
      published: '2018-03-31',
      themes: ['leadership', 'review'],
      table: { head: 1, rows: [['件数', '15']] },
    },
    { report: '𠮷', year: 2018, value: -3, published: null, themes: [], table: null },
  ];
  const { file, count } = write(rows);
  expect(count).toBe(2);
  expect(await parquetReadObjects({ file, compressors })).toEqual([
    { ...rows[0], published: new Date('2018-03-31T00:00:00Z') },
    { ...rows[1], table: null },
  ]);
});

it('parts rows into groups that tell which places stand in them', () => {
  const code = (at: number) => `${410000 + at}-2017`;
  const of = (count: number) =>
    parquetMetadata(write(Array.from({ length: count }, (_, at) => ({ report: code(at) }))).file);
  expect(of(5000).row_groups).toHaveLength(1);
  const { row_groups: groups } = of(5001);
  const bounds = groups.map(({ columns: [first] }) => {
    const { min_value: min, max_value: max } = first?.meta_data?.statistics ?? {};
    return [min, max];
  });
  expect(bounds).toEqual([
    [code(0), code(4999)],
    [code(5000), code(5000)],
  ]);
});

it('makes a file of no rows, and the same bytes of the same rows', async () => {
  expect(await parquetReadObjects({ file: write([]).file, compressors })).toEqual([]);
  const rows = [{ report: '410600-2017', themes: ['leadership'] }];
  expect(Buffer.from(write(rows).file).equals(Buffer.from(write(rows).file))).toBe(true);
});
