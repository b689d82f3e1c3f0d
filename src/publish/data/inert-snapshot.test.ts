import { expect, it } from 'vitest';
import { charsetOf, isSnapshotText, publishSnapshot } from './inert-snapshot.ts';

const encoder = new TextEncoder();
const page = '<html><script>run()</script><p>依法行政</p></html>';

it('shows a page as text, with its bytes to the last, and keeps these beside it', () => {
  const bytes = encoder.encode(page);
  const [shown, raw] = publishSnapshot('source.html', bytes);
  const text = new TextDecoder().decode(shown?.[1]);
  expect(shown?.[0]).toBe('source.html');
  expect(text.endsWith(`<plaintext>\n${page}`)).toBe(true);
  expect(raw).toEqual(['source.html.txt', bytes]);
});

it.each([
  ['GB18030', Uint8Array.of(0xd2, 0xc0, 0xb7, 0xa8), 'gb18030'],
  [
    'Big5 by its label',
    Uint8Array.of(...encoder.encode('<meta charset=big5>'), 0xa8, 0xcc, 0xaa, 0x6b),
    'big5',
  ],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x9d, 0x4f, 0xd5, 0x6c), 'utf-16le'],
  ['UTF-8', encoder.encode('依法'), 'utf-8'],
])('shows a page in %s as UTF-8, and says the charset of its bytes', (_, bytes, charset) => {
  const [shown, raw] = publishSnapshot('source.htm', bytes);
  expect(new TextDecoder('utf-8', { fatal: true }).decode(shown?.[1])).toMatch(/依法$/);
  expect(raw?.[1]).toBe(bytes);
  expect(charsetOf(bytes)).toBe(charset);
});

it.each([
  ['r/410600/2017/source.txt', true],
  ['r/410600/2017/v1/source.html.txt', true],
  ['r/410600/2017/report.txt', false],
  ['r/410600/2017/source.html', false],
  ['r/410600/2017/source.pdf', false],
])('knows bytes of a snapshot that are called text: %s %s', (file, isText) => {
  expect(isSnapshotText(file)).toBe(isText);
});

it('shows a tree of elements as the text of one', () => {
  const [shown] = publishSnapshot('source.xml', encoder.encode('<a><script/>\u0001</a>'));
  expect(new TextDecoder().decode(shown?.[1])).toContain('&lt;script/&gt;�');
});

it('publishes what runs nothing as it is', () => {
  const bytes = encoder.encode('依法行政');
  expect(publishSnapshot('source.txt', bytes)).toEqual([['source.txt', bytes]]);
});
