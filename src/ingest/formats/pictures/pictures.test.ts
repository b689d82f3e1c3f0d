import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeDocx, wordParagraph, wordPicture } from '../../../../tests/made-files/make-docx.ts';
import { extract } from '../extract.ts';
import { encodePng } from './encode-png.ts';
import { listPictures, pictureExtension } from './picture-file.ts';
import { recognisePictures } from './recognise-pictures.ts';
import { formatTranscript, parseTranscript } from './transcript.ts';

const line = await readFile(new URL('fixtures/line.png', import.meta.url));
const WORDS =
  '县政府常务会议四次听取法治建设汇报，研究解决执法队伍和经费问题，把任务逐项分到各部门，并按季度';

/** A TIFF file of several pages, each with nothing but its size. */
function makeTiff(pages: number): Buffer {
  const size = 2 + 2 * 12 + 4;
  const file = Buffer.alloc(8 + pages * size);
  file.write('II*\0', 'latin1');
  for (let page = 0; page < pages; page++) {
    const at = 8 + page * size;
    file.writeUInt32LE(at, page === 0 ? 4 : at - 4);
    file.writeUInt16LE(2, at);
    for (const [index, value] of [640, 480 + page].entries()) {
      file.writeUInt16LE(256 + index, at + 2 + index * 12);
      file.writeUInt16LE(3, at + 4 + index * 12);
      file.writeUInt16LE(value, at + 10 + index * 12);
    }
  }
  return file;
}

/** A PDF whose pages are pictures: of each a grey square of one pixel, as large as the page. */
function makeScan(pages: number): Buffer {
  const pixel = deflateSync(Uint8Array.of(200)).toString('latin1');
  const kids = Array.from({ length: pages }, (_, at) => `${5 + at} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    `<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${pixel.length}>>stream\n${pixel}\nendstream`,
    '<</Length 27>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream',
    ...Array<string>(pages).fill(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 3 0 R>>>>>>',
    ),
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer<</Size 9/Root 1 0 R>>\n%%EOF`, 'latin1');
}

// Some seconds: the engine is loaded, and reads one line.
it('recognises the words of a picture', async () => {
  const { unread = [] } = await extract(line, 'line.png');
  const { transcript, pictures } = await recognisePictures(unread);
  expect(transcript).toBe('〔第1页〕\n全年办理行政处罚案件328件，\n');
  expect(pictures).toEqual([]);
});

it('reads a transcript as it writes it, with what an editor put above left out', () => {
  const transcript = new Map([
    ['第1页', ['标题', '正文。']],
    ['第2页', []],
    ['图1', ['表']],
  ]);
  expect(parseTranscript(formatTranscript(transcript))).toEqual(transcript);
  expect(parseTranscript('张编校对\n〔第3页〕\r\n〔2019〕3号\n\n 完 ')).toEqual(
    new Map([['第3页', ['〔2019〕3号', '完']]]),
  );
});

it('tells the pictures of a file and their sizes', () => {
  const png = encodePng(new Uint8Array(5 * 3 * 4).fill(255), 5, 3);
  expect(listPictures(png)).toMatchObject([{ width: 5, height: 3 }]);
  expect(listPictures(makeTiff(2))).toMatchObject([
    { width: 640, height: 480 },
    { width: 640, height: 481 },
  ]);
  const gif = Buffer.from('474946383961070002000000', 'hex');
  expect(listPictures(gif)).toMatchObject([{ width: 7, height: 2 }]);
  const jpeg = Buffer.from('ffd8ffe000040000ffc0000b080009000a', 'hex');
  expect(listPictures(jpeg)).toMatchObject([{ width: 10, height: 9 }]);
  expect(pictureExtension(Buffer.from('%PDF'))).toBeUndefined();
});

it('names the pages that are pictures as unread, and shows each', async () => {
  const { text, unread = [], isRecognised } = await extract(makeScan(2), 'scan.pdf');
  expect(text).not.toContain('县');
  expect(isRecognised).toBe(true);
  expect(unread.map(({ where }) => where)).toEqual(['第1页', '第2页']);
  const shown = await unread[0]?.picture();
  expect(listPictures(shown ?? new Uint8Array())).toMatchObject([{ width: 1653, height: 2339 }]);
});

it('gives a page that is a picture the words of its transcript, each page a doubt', async () => {
  const transcript = `〔第1页〕\n一、主要做法\n${WORDS}\n〔第2页〕\n检查落实。\n（二）其他`;
  const read = await extract(makeScan(2), 'scan.pdf', transcript);
  expect(read.text).toBe(`一、主要做法\n${WORDS}检查落实。\n（二）其他`);
  expect(read.unread).toEqual([]);
  expect(read.doubts?.map(({ where, from }) => [where, from])).toEqual([
    ['第1页', 'reader'],
    ['第2页', 'reader'],
  ]);
  expect(read.doubts?.[1]?.why).toMatch(/^识别: .+recognised\/[\da-f]{16}-第2页\.png/);
});

it.each([
  ['a line that ends', `${WORDS}。`, '检查落实。'],
  ['a short line', '县政府常务会议四次听取法治建设', '检查落实。'],
  ['a heading', '三、党政主要负责人履行推进法治建设第一责任人职责情况', '县委认真履行。'],
  ['a line over a numeral', WORDS, '二、下一步打算'],
])('begins a paragraph on the next page after %s', async (_, last, first) => {
  const read = await extract(makeScan(2), 'a.pdf', `〔第1页〕\n${last}\n〔第2页〕\n${first}`);
  expect(read.text).toBe(`${last}\n${first}`);
});

describe('a picture in a Word document', () => {
  const read = async (width: number, height: number, text: string, transcript = '') => {
    const body = wordParagraph(text) + wordPicture('a.png', width, height);
    return extract(await makeDocx({ body }, { 'a.png': line }), 'a.docx', transcript);
  };

  it.each([
    [400, 500, ['图1']],
    [399, 500, []],
    [400, 499, []],
  ])('of %i × %i pixels may be a page: %j', async (width, height, pages) => {
    const { unread = [], doubts = [] } = await read(width, height, '附图');
    expect(unread.map(({ where }) => where)).toEqual(pages);
    expect(doubts.map(({ where }) => where)).toEqual(['正文']);
    expect(await unread[0]?.picture()).toEqual(
      pages.length === 0 ? undefined : Uint8Array.from(line),
    );
  });

  it('has the words of the transcript below it, and a doubt', async () => {
    const { text, doubts, unread } = await read(600, 800, '附图', `〔图1〕\n${WORDS}`);
    expect(text).toBe(`附图\n\n〔图 600×800〕\n${WORDS}`);
    expect(doubts?.map(({ where, why }) => [where, why.slice(0, 2)])).toEqual([['图1', '识别']]);
    expect(unread).toEqual([]);
  });

  it('is the document where that has hardly a word of its own', async () => {
    const words = `〔图1〕\n${WORDS}`;
    expect(await read(600, 800, '字'.repeat(19), words)).toMatchObject({ isRecognised: true });
    expect(await read(600, 800, '字'.repeat(20), words)).toMatchObject({ isRecognised: false });
    expect(await read(60, 80, '字')).toMatchObject({ isRecognised: false });
  });
});

describe('a picture in a page', () => {
  const data = `data:image/png;base64,${line.toString('base64')}`;
  const page = (text: string, pictures: string, around = '') =>
    Buffer.from(
      `<!doctype html><meta charset=utf-8>${around}<div class="TRS_Editor"><p>${text}</p>${pictures}</div>`,
    );
  const image = (width: number, height: number, source = data) =>
    `<p><img src="${source}" width="${width}" height="${height}"></p>`;

  it.each([
    ['in the text', page('附图', image(400, 500)), ['图1']],
    ['too small for a page', page('附图', image(400, 499)), []],
    ['of another site', page('附图', image(400, 500, 'https://a.gov.cn/a.png')), []],
    ['around the document', page('字'.repeat(200), '', image(600, 800)), []],
  ])('%s: %#', async (_, bytes, pages) => {
    const { unread = [] } = await extract(bytes, 'a.html');
    expect(unread.map(({ where }) => where)).toEqual(pages);
    for (const one of unread) expect(await one.picture()).toEqual(line);
  });

  it('has the words of the transcript below it, and one doubt', async () => {
    const bytes = page('字'.repeat(20), image(600, 800));
    const read = await extract(bytes, 'a.html', `〔图1〕\n${WORDS}`);
    expect(read.text.split('\n').slice(1)).toEqual(['〔图 600×800〕', WORDS]);
    expect(read.doubts?.map(({ where, why }) => [where, why.slice(0, 2)])).toEqual([
      ['图1', '识别'],
    ]);
    expect(read).toMatchObject({ isRecognised: false, unread: [] });
    const bare = await extract(page('', image(600, 800)), 'a.html', `〔图1〕\n${WORDS}`);
    expect(bare.isRecognised).toBe(true);
  });

  it('is found beside the page in a file that has both', async () => {
    const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
    const message = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\nSnapshot-Content-Location: http://a.gov.cn/x/1.html\r\n\r\n${part('Content-Type: text/html', page('附图', image(600, 800, 'i/a.png')).toString())}${part('Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://a.gov.cn/x/i/a.png', line.toString('base64'))}--b--`;
    const { unread = [] } = await extract(Buffer.from(message), 'a.mhtml');
    expect(Buffer.from((await unread[0]?.picture()) ?? [])).toEqual(line);
  });
});

it('refuses a picture larger than any page', async () => {
  const large = encodePng(new Uint8Array(4), 1, 1);
  large.writeUInt32BE(10_000, 16);
  large.writeUInt32BE(6_000, 20);
  await expect(extract(large, 'a.png')).resolves.toMatchObject({ extension: 'png' });
  large.writeUInt32BE(6_001, 20);
  await expect(extract(large, 'a.png')).rejects.toMatchObject({ code: 'i-006' });
});
