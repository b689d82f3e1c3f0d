import { expect, it } from 'vitest';
import { extract } from './extract.ts';
import { READ_FORMATS } from './extracted.ts';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const compound = (stream: string) =>
  Buffer.concat([Buffer.from(COMPOUND), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);

it.each([
  ['a Word file under a password', compound('EncryptedPackage'), 'password', 'password'],
  ['an old Excel file', compound('Workbook'), 'Excel', 'PDF'],
  ['an RTF file', Buffer.from('{\\rtf1\\ansi 报告}'), 'RTF', '.docx'],
  [
    'Word’s XML',
    Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>'),
    'XML',
    '.docx',
  ],
  ['a picture as BMP', Buffer.from('424d3600000000000000', 'hex'), 'picture', 'as PNG'],
  ['XML of another kind', Buffer.from('\ufeff<section xml:id="a">法治</section>'), 'XML', 'page'],
  ['data', Buffer.from('{"title": "法治政府建设报告"}'), 'JSON', 'page'],
  ['a RAR archive', Buffer.from('Rar!\x1a\x07'), 'archive', 'unpack'],
])('refuses %s, and says how to give its text', async (_, bytes, what, way) => {
  await expect(extract(bytes, 'a.doc')).rejects.toMatchObject({
    code: 'i-002',
    message: expect.stringMatching(
      new RegExp(`^Unexpected .*${what}.*, expected ${READ_FORMATS}$`),
    ),
    hint: expect.stringContaining(way),
  });
});

it.each(['[一] 法治', '{"一": 法治', '<法治政府>', 'BM法治政府建设工作报告', 'II 法治', 'MM 法治'])(
  'reads text that begins like a picture: %s',
  async (text) => {
    expect((await extract(Buffer.from(text), 'a.txt')).text).toBe(text);
  },
);

it('knows a file below empty lines and a mark', async () => {
  const page = `\ufeff${'\r\n'.repeat(5_000)}<html><body>甲`;
  expect(await extract(Buffer.from(page), 'a')).toMatchObject({ extension: 'html', text: '甲' });
});

it('looks for the tags of a page in its first 4,096 bytes', async () => {
  const page = (before: number) => extract(Buffer.from(`${'-'.repeat(before)}<body>甲`), 'a');
  expect((await page(4_090)).extension).toBe('html');
  expect((await page(4_091)).extension).toBe('txt');
});

it('names the lines with characters of no standard, six of them', async () => {
  const lines = (count: number) => Array(count).fill('全县共有\ue123家坳等村').join('\n');
  const doubtsOf = async (text: string) =>
    (await extract(Buffer.from(text), 'a.txt')).doubts?.map(({ where, why }) => `${where} ${why}`);
  expect(await doubtsOf('全县共有村')).toEqual([]);
  expect(await doubtsOf(`标题\n${lines(1)}`)).toEqual([
    expect.stringMatching(/^第2行 「全县共有\ue123家坳等村」 holds .+U\+E123\):/),
  ]);
  expect(await doubtsOf(lines(6))).toHaveLength(6);
  const seven = await doubtsOf(lines(7));
  expect(seven).toHaveLength(6);
  expect(seven?.at(-1)).toContain('1 lines more');
});
