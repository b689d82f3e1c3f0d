import { expect, it } from 'vitest';
import { csvHead, csvRow } from './downloads.ts';

const columns = [
  { name: 'words', type: 'string', title: '词', value: (row: unknown[]) => row[0] },
  { name: 'count', type: 'number', title: '数', value: (row: unknown[]) => row[1] },
] as const;

it.each([
  [['受理15件', 15], '受理15件,15\r\n'],
  [['甲,乙', -2.5], '"甲,乙",-2.5\r\n'],
  [['"甲"\n乙', null], '"""甲""\n乙",\r\n'],
  [['=HYPERLINK("x")', 1], '"\'=HYPERLINK(""x"")",1\r\n'],
  [['-1%', 1], "'-1%,1\r\n"],
  [['+86', 1], "'+86,1\r\n"],
  [['@甲', undefined], "'@甲,\r\n"],
])('writes %j as %j', (row, line) => {
  expect(csvRow(columns, row)).toBe(line);
});

it('begins with a byte order mark and the names of the columns', () => {
  expect(csvHead(columns)).toBe('\ufeffwords,count\r\n');
});
