import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const text = '浚县2020年法治政府建设工作报告\n一、健全制度。全年审查规范性文件21件。\n';
const gb = Buffer.from(
  'bfa3cfd832303230c4eab7a8d6ced5feb8aebda8c9e8b9a4d7f7b1a8b8e60ad2bba1a2bda1c8abd6c6b6c8a1a3c8abc4eac9f3b2e9b9e6b7b6d0d4cec4bcfe3231bcfea1a30a',
  'hex',
);
const traditional = '浚縣2020年法治政府建設工作報告，現將有關情況報告如下。';
const big5 = Buffer.from(
  'af43bfa432303230a67eaa6baa76ac46a9b2abd8b35da475a740b3f8a769a141b27bb14ea6b3c3f6b1a1aa70b3f8a769a670a455a143',
  'hex',
);
const utf8 = (words: string): Uint8Array => Buffer.from(words);
const utf16 = (words: string): Uint8Array => Buffer.from(words, 'utf16le');
const labelled = (label: string, body: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`<meta charset="${label}">`), body]);

describe('decodeText()', () => {
  it.each([
    ['UTF-8', utf8(text), text, 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), text, 'utf-8'],
    ['GB18030', gb, text, 'gb18030'],
    ['Big5', big5, traditional, 'big5'],
    ['UTF-16 with a mark', utf16(`\ufeff${text}`), text, 'utf-16le'],
    ['UTF-16 without one', utf16(text), text, 'utf-16le'],
    ['UTF-16 of the other byte order', Buffer.from(utf16(text)).swap16(), text, 'utf-16be'],
  ])('reads %s', (_, bytes, expected, encoding) => {
    expect(decodeText(bytes, 'a.txt')).toEqual({ text: expected, encoding });
  });

  it.each([
    ['UTF-8 as GB2312', labelled('gb2312', utf8(text)), 'utf-8'],
    ['GB18030 as UTF-8', labelled('utf-8', gb), 'gb18030'],
    ['GB18030 as GBK', labelled('gbk', gb), 'gb18030'],
    ['GB18030 as Big5', labelled('big5', gb), 'gb18030'],
    ['Big5 as GB2312', labelled('gb2312', big5), 'big5'],
  ])('does not believe a label: %s', (_, bytes, encoding) => {
    expect(decodeText(bytes, 'a.html').encoding).toBe(encoding);
  });

  it.each([
    ['an empty file', utf8(' \n'), 'i-001', undefined],
    ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 0, 3, 0]), 'i-002', undefined],
    ['a file cut off', gb.subarray(0, -2), 'i-003', 2],
    ['characters lost before', utf8(`第一行\n政府\ufffd工作`), 'i-003', 2],
    ['UTF-8 read as GB18030', utf8('娉曟不鏀垮簻寤鸿'), 'i-003', 1],
    ['UTF-8 read as Latin 1', utf8('æ³•æ²»æ”¿åºœ'), 'i-003', 1],
    ['characters replaced by a converter', utf8('锟斤拷锟斤拷'), 'i-003', 1],
  ])('refuses %s and says where', (_, bytes, code, line) => {
    expect(() => decodeText(bytes, 'a.txt')).toThrow(
      expect.objectContaining({
        code,
        location: expect.objectContaining({
          file: 'a.txt',
          ...(line === undefined ? {} : { line }),
        }),
        hint: expect.any(String),
      }),
    );
  });

  it('takes UTF-16 without a mark where more than three in ten characters are common', () => {
    const text = (common: number) => utf16(`\n${'的'.repeat(common).padEnd(100, '鑫')}`);
    expect(decodeText(text(31), 'a.txt').encoding).toBe('utf-16le');
    expect(() => decodeText(text(30), 'a.txt')).toThrow(expect.objectContaining({ code: 'i-002' }));
  });
});
