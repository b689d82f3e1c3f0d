import { expect, it } from 'vitest';
import { findCharset, publishSnapshot } from './inert-snapshot.ts';

const encoder = new TextEncoder();
const page = '<html><script>run()</script><p>依法行政</p></html>';

it('shows a page as text, with its bytes to the last, and keeps these beside it', () => {
  const bytes = encoder.encode(page);
  const [shown, raw] = publishSnapshot('source.html', bytes);
  const text = new TextDecoder().decode(shown?.[1]);
  expect(shown?.[0]).toBe('source.html');
  expect(text.endsWith(`<plaintext>\n${page}`)).toBe(true);
  expect(findCharset(text)).toBe('utf-8');
  expect(raw).toEqual(['source.html.txt', bytes]);
});

it.each([
  ['GB18030', Uint8Array.of(0xd2, 0xc0, 0xb7, 0xa8), 'gb18030'],
  [
    'Big5 by its label',
    Uint8Array.of(...encoder.encode('<meta charset=big5>'), 0xa8, 0xcc, 0xaa, 0x6b),
    'big5',
  ],
  ['UTF-16 as UTF-8', Uint8Array.of(0xff, 0xfe, 0x9d, 0x4f), 'utf-8'],
])('says the charset of %s', (_, bytes, charset) => {
  const [shown] = publishSnapshot('source.htm', bytes);
  expect(findCharset(Buffer.from(shown?.[1] ?? []).toString('latin1'))).toBe(charset);
});

it('shows a tree of elements as the text of one', () => {
  const [shown] = publishSnapshot('source.xml', encoder.encode('<a><script/>\u0001</a>'));
  expect(new TextDecoder().decode(shown?.[1])).toContain('&lt;script/&gt;�');
});

it('publishes what runs nothing as it is', () => {
  const bytes = encoder.encode('依法行政');
  expect(publishSnapshot('source.txt', bytes)).toEqual([['source.txt', bytes]]);
});
