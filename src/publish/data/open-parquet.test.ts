import { zstdDecompressSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import type { Column } from './download-tables.ts';
import { openParquet, type ParquetPart } from './open-parquet.ts';

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

it('copies groups that another file has, at another place, byte for byte', () => {
  const part = (name: string, count: number): Row[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{
        report: `${name}-${at % 7}`,
        year: at - 3,
        value: at / 4 - 1,
        table: { rows: [[name]] },
      },
      ...{ published: at % 3 ? '2018-03-31' : null, themes: at % 2 ? ['leadership'] : [] },
    }));
  const build = (parts: readonly Row[][], copied?: { bytes: Uint8Array; part: ParquetPart }) => {
    const parquet = openParquet(columns);
    const ended = parts.map((rows) => {
      if (rows.length === 0 && copied) return parquet.copyPart(copied.bytes, copied.part);
      for (const row of rows) parquet.add(row);
      return parquet.endPart();
    });
    return { ...parquet.end(), ended };
  };
  const first = build([part('河北', 20), part('河南', 6000), part('山东', 3)]);
  const [, second] = first.ended;
  if (second === undefined) throw new Error('Unexpected file without its parts');
  const anew = build([part('北京', 400), part('河南', 6000), part('山东', 30)]);
  const copied = build([part('北京', 400), [], part('山东', 30)], {
    bytes: first.bytes,
    part: second,
  });
  expect(copied.rows).toBe(6430);
  expect(Buffer.from(copied.bytes).equals(Buffer.from(anew.bytes))).toBe(true);
  const places = (file: typeof anew) => file.ended.map(({ start, end }) => [start, end]);
  expect(places(copied)).toEqual(places(anew));
});
