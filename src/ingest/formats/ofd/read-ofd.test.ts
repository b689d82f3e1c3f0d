import { expect, it } from 'vitest';
import { type MadeOfdText, makeOfd } from '../../../../tests/made-files/make-ofd.ts';
import { extract } from '../extract.ts';
import { readOfd } from './read-ofd.ts';

const WIDE = '全县各级各部门认真贯彻落实上级关于法治政府建设的部署';
const page = (texts: readonly string[]): MadeOfdText[] =>
  texts.map((text, at) => ({ text, x: text === WIDE ? 30 : 40, y: 40 + at * 10 }));
const read = async (...given: Parameters<typeof makeOfd>) =>
  extract(await makeOfd(...given), 'a.ofd');

it('reads an OFD file by the positions of its glyphs, over the page too', async () => {
  const { lines, extension, doubts } = await read([
    page(['一、主要工作', WIDE.slice(2), WIDE]),
    page(['完毕。'].map((text) => text)).map((text) => ({ ...text, x: 30 })),
  ]);
  expect(extension).toBe('ofd');
  expect(lines.map(({ text }) => text)).toEqual(['一、主要工作', `${WIDE.slice(2)}${WIDE}完毕。`]);
  expect(doubts).toEqual([]);
});

it('reads deltas one by one and by count', async () => {
  const { text } = await read([
    [
      { text: '全年处罚案件', x: 30, y: 40, delta: '5 g 3 5 5' },
      { text: '后', x: 30, y: 60 },
    ],
  ]);
  expect(text).toBe('全年处罚案件\n后');
});

it('reads escaped characters, and a text without deltas by its font', async () => {
  const { text, doubts } = await read([
    [{ text: '全年\\0020328件，件件办结', x: 30, y: 40, delta: '' }],
  ]);
  expect(text).toBe('全年 328件，件件办结');
  expect(doubts).toEqual([]);
});

it('names what tells no character, and text that stands over the pages', async () => {
  const annot = '<a><TextCode>批语</TextCode></a>';
  const { doubts } = await read([[{ text: '全年办案¤件', x: 30, y: 40 }]], {
    parts: { 'Doc_0/Annots/Page_0/Annot.xml': annot, 'Doc_0/Annots/Page_1/Annot.xml': '<a/>' },
  });
  expect(doubts?.map(({ where, why }) => [where, why.slice(0, 20)])).toEqual([
    ['第1页', '1 texts of this page'],
    ['全文', 'the file holds a pag'],
  ]);
});

it('reads a text that is turned in its own direction', async () => {
  const { lines } = await read([
    [
      { text: WIDE, x: 100, y: 50, ctm: '0 1 -1 0 0 0' },
      { text: '完毕。', x: 90, y: 50, ctm: '0 1 -1 0 0 0' },
    ],
  ]);
  expect(lines.map(({ text }) => text)).toEqual([`${WIDE}完毕。`]);
});

it('says where a page is a picture, and where a text cannot be drawn', async () => {
  const scan = await read([page([WIDE])], {
    extra: '<ofd:TextObject Boundary="0 0 1 1"><ofd:TextCode>缺字</ofd:TextCode></ofd:TextObject>',
  });
  expect(scan.doubts?.map(({ from, words }) => [from, words])).toEqual([
    ['reader', ''],
    ['lost', '缺字'],
  ]);
});

it.each([
  ['without text', 'i-005', {}, []],
  ['under a password', 'i-004', { parts: { 'Encryptions.xml': '<a/>' } }, page([WIDE])],
  [
    'whose page is missing',
    'i-004',
    {
      parts: {
        'Doc_0/Document.xml': '<Document><Pages><Page BaseLoc="no.xml"/></Pages></Document>',
      },
    },
    page([WIDE]),
  ],
  [
    'of another encoding',
    'i-004',
    { parts: { 'OFD.xml': Uint8Array.of(0x3c, 0xff) } },
    page([WIDE]),
  ],
  ['that declares entities', 'i-004', { parts: { 'OFD.xml': '<!DOCTYPE a><OFD/>' } }, page([WIDE])],
])('refuses an OFD file %s', async (_, code, how, texts) => {
  await expect(read([texts], how)).rejects.toMatchObject({ code, hint: expect.any(String) });
});

it('names a page that is a picture as unread, or gives it the words of the transcript', async () => {
  const ofd = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const picture = Buffer.from('a picture');
  const scan = await makeOfd([[]], {
    extra: '<ofd:ImageObject ID="60" ResourceID="7" Boundary="0 0 210 297"/>',
    parts: {
      'Doc_0/DocumentRes.xml': `<ofd:Res ${ofd} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
      'Doc_0/Res/a.png': picture,
    },
  });
  const { unread = [], isRecognised } = await readOfd(scan, 'a.ofd');
  expect(isRecognised).toBe(true);
  expect(unread.map(({ where }) => where)).toEqual(['第1页']);
  expect(Buffer.from((await unread[0]?.picture()) ?? [])).toEqual(picture);
  const read = await readOfd(scan, 'a.ofd', new Map([['第1页', ['一、主要工作', '办案12件。']]]));
  expect(read).toMatchObject({ text: '一、主要工作\n办案12件。', unread: [], isRecognised: true });
  expect(read.doubts?.map(({ where, why }) => [where, why.slice(0, 2)])).toEqual([
    ['第1页', '识别'],
  ]);
});
