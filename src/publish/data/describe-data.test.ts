import { expect, it } from 'vitest';
import { type DataFile, dataPackage, describeFiles, lastChange } from './describe-data.ts';
import { coverageTable, describedTable } from './download-tables.ts';

const file = (own: Partial<DataFile>): DataFile => ({
  ...{ table: describedTable, path: 'reports.csv', rows: 1200, bytes: 34567 },
  hash: `sha256:${'ab'.repeat(32)}`,
  ...own,
});
const about = { changed: '2026-03-05', years: [2017], base: '' };
const versionOf = (files: readonly DataFile[], changed: string | null = about.changed) =>
  Object(dataPackage(files, { ...about, changed })).version;

it('gives a version by the day and the data, and the same data the same one', () => {
  expect(versionOf([file({})])).toMatch(/^2026\.3\.5\+[0-9a-f]{12}$/);
  expect(versionOf([file({})])).toBe(versionOf([file({})]));
  expect(versionOf([file({ hash: `sha256:${'cd'.repeat(32)}` })])).not.toBe(versionOf([file({})]));
  expect(versionOf([file({})], null)).toMatch(/^0\.0\.0\+/);
});

it('finds the last day of anything that came in, and none where no day is known', () => {
  const listed = (added: string | null, corrected: string[], changed: string[]) =>
    Object({
      added,
      corrections: corrected.map((date) => ({ date })),
      changes: changed.map((date) => ({ date })),
    });
  expect(lastChange([listed('2026-01-02', [], []), listed(null, [], [])])).toBe('2026-01-02');
  expect(lastChange([listed('2026-01-02', ['2026-02-01'], ['2026-01-31'])])).toBe('2026-02-01');
  expect(lastChange([listed('2026-01-02', [], ['2026-03-01'])])).toBe('2026-03-01');
  expect(lastChange([listed(null, [], [])])).toBe(null);
});

it('says in the page what a file has, and what the parts of a table have together', () => {
  const parts = [2017, 2018].map((year) =>
    file({ table: coverageTable, path: `coverage/${year}.parquet`, year }),
  );
  const html = '<dd>%reports.csv%</dd><dd>%coverage.parquet%</dd>';
  expect(describeFiles(html, [file({}), ...parts])).toBe(
    `<dd>1,200 行，34,567 字节，SHA-256 <code>${'ab'.repeat(32)}</code></dd>` +
      '<dd>2,400 行，69,134 字节，2 个文件，一年一个，校验值见 datapackage.json</dd>',
  );
});
