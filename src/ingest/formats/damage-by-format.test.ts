import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { makeOfd } from '../../../tests/made-files/make-ofd.ts';
import { dropNoteSigns } from '../../report/note-reference.ts';
import { extract } from './extract.ts';
import { compareInventory } from './inventory.ts';

/**
 * A reader that passes over something: it is given the file without that, and what it took is held
 * against the inventory of the whole file.
 */
async function lostOf(whole: Uint8Array, cut: Uint8Array, name: string): Promise<string> {
  const { inventory = [] } = await extract(whole, name);
  const { text, made } = await extract(cut, name);
  return compareInventory(inventory, dropNoteSigns(text), made)
    .filter(({ from }) => from === 'lost')
    .map(({ words }) => words)
    .join('|');
}

const fixture = (name: string) => readFileSync(new URL(name, import.meta.url));

describe('a reader of OFD that passes over something is caught:', () => {
  const at = (text: string, y: number, x = 20) => ({ text, x, y });
  const FIRST = [
    at('丁县法治政府建设报告', 20),
    at('一、办案', 30),
    at('受理申请45件均已办结', 40),
  ];
  const CELLS = [at('甲局', 60), at('738', 60, 90), at('乙局', 70), at('96', 70, 90)];
  const NEXT = [
    at('二、存在的问题', 20),
    at('基层力量薄弱尚需充实加强', 30),
    at('1数据截至年底', 250),
  ];
  const BOX = `<ofd:PageBlock><ofd:TextObject ID="900" Boundary="20 200 100 5" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 3 5">框中文字</ofd:TextCode></ofd:TextObject></ofd:PageBlock>`;
  const whole = () => makeOfd([[...FIRST, ...CELLS], NEXT], { extra: BOX });

  it.each<
    [
      what: string,
      pages: readonly (readonly ReturnType<typeof at>[])[],
      extra: string,
      words: string,
    ]
  >([
    ['a cell', [[...FIRST, ...CELLS.filter(({ text }) => text !== '738')], NEXT], BOX, '738'],
    ['a box', [[...FIRST, ...CELLS], NEXT], '', '框中文字'],
    ['a page', [[...FIRST, ...CELLS]], BOX, '基层力量薄弱'],
    ['a note', [[...FIRST, ...CELLS], NEXT.slice(0, 2)], BOX, '数据截至年底'],
    [
      'a paragraph’s tail',
      [
        [...FIRST, ...CELLS],
        [...NEXT.filter((_, index) => index !== 1), at('基层力量薄弱', 30)],
      ],
      BOX,
      '尚需充实加强',
    ],
    [
      'a numeral',
      [[...FIRST.filter((_, index) => index !== 1), at('办案', 30), ...CELLS], NEXT],
      BOX,
      '一',
    ],
    ['the title', [[...FIRST.slice(1), ...CELLS], NEXT], BOX, '丁县法治政府建设报告'],
  ])('%s', async (_, pages, extra, words) => {
    expect(await lostOf(await whole(), await makeOfd(pages, { extra }), 'a.ofd')).toContain(words);
  });
});

/** An ODT file of a body in ODF's own elements. */
function makeOdt(body: string): Promise<Uint8Array> {
  const names = ['office', 'text', 'table', 'draw'].map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`,
  );
  const zip = new JSZip();
  zip.file('mimetype', 'application/vnd.oasis.opendocument.text', { compression: 'STORE' });
  zip.file(
    'content.xml',
    `<office:document-content ${names.join(' ')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  );
  return zip.generateAsync({ type: 'uint8array' });
}

describe('a reader of ODT that passes over something is caught:', () => {
  const p = (text: string) => `<text:p>${text}</text:p>`;
  const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;
  const NOTE = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('含移送案件')}</text:note-body></text:note>`;
  const BOX = `<draw:frame><draw:text-box>${p('框中文字')}</draw:text-box></draw:frame>`;
  const TAIL = '，基层力量尚需充实';
  const WHOLE = [
    p('丁县法治政府建设报告'),
    `<text:h text:outline-level="1">一、办案</text:h>`,
    p(`全年办案328件${NOTE}，均已办结${TAIL}。`),
    `<table:table><table:table-row>${cell('甲局')}${cell('120')}</table:table-row><table:table-row>${cell('乙局')}${cell('96')}</table:table-row></table:table>`,
    `<text:p>${BOX}</text:p>`,
    `<text:section>${p('附：名单一份')}</text:section>`,
    p('联系<text:a>司法局<text:span>法制股</text:span></text:a>'),
  ].join('');

  it.each([
    ['a cell', cell('120'), '120'],
    ['a row', /<table:table-row><table:table-cell><text:p>乙局.*?<\/table:table-row>/, '乙局'],
    ['a box', BOX, '框中文字'],
    ['a note', NOTE, '含移送案件'],
    ['a paragraph’s tail', TAIL, '基层力量尚需充实'],
    ['a heading', /<text:h .*?<\/text:h>/, '一、办案'],
    ['a section', /<text:section>.*?<\/text:section>/, '附:名单'],
    ['the words of a link', /<text:a>.*?<\/text:a>/, '法制股'],
  ])('%s', async (_, cut, words) => {
    const [whole, damaged] = [await makeOdt(WHOLE), await makeOdt(WHOLE.replace(cut, ''))];
    expect(await lostOf(whole, damaged, 'a.odt')).toContain(words);
  });
});

describe.each([
  [
    'doc/fixtures/merged-cells.doc',
    ['执法情况见下表', '案件（件）', '简易', '12', '未办案', '以上为全年数'],
  ],
  ['doc/fixtures/numbered-lists.doc', ['标题一段', 'I.', 'b.', '子项二', '乙方面', '6.']],
])('a reader of DOC (%s) that passes over something is caught:', (file, pieces) => {
  it.each(pieces)('%s', async (words) => {
    const { inventory = [], text, made } = await extract(fixture(file), 'a.doc');
    const doubts = compareInventory(inventory, text.replace(words, ''), made);
    expect(doubts.map((doubt) => doubt.words).join('|')).toContain(words.normalize('NFKC'));
  });
});

const PAGE = `<!doctype html><meta charset=utf-8><div class="TRS_Editor"><p>丁县法治政府建设报告</p><p>一、办案</p><p>全年办案328件，均已办结，${'依法行政。'.repeat(40)}</p>
<table><tr><td>甲局<td>120<tr><td>乙局<td>96</table><ol><li>其一<li>其二</ol><div class="box">框中文字</div><p class="note">[1] 含移送案件</p></div>`;
const message = (page: string) =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${page}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>框架里的一段。</p>\r\n--b--`,
  );
const warc = (pages: readonly string[]) =>
  Buffer.from(
    pages
      .map((page) => {
        const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
        return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.gov.cn/1.html\r\nWARC-Record-ID: <urn:1>\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
      })
      .join(''),
  );

describe.each<[name: string, make: (page: string) => Buffer]>([
  ['MHTML', message],
  ['WARC', (page) => warc([page, '<p>第二页的一段。</p>'])],
])('a reader of %s that passes over something is caught:', (_, make) => {
  it.each([
    ['a cell', '<td>120', '120'],
    ['a row', '<tr><td>乙局<td>96', '乙局'],
    ['a box', '<div class="box">框中文字</div>', '框中文字'],
    ['a note', '<p class="note">[1] 含移送案件</p>', '含移送案件'],
    ['a paragraph’s tail', '，均已办结', '均已办结'],
    ['a numeral', '一、办案', '一、办案'],
    ['an item of a list', '<li>其二', '其二'],
  ])('%s', async (__, cut, words) => {
    expect(await lostOf(make(PAGE), make(PAGE.replace(cut, '')), 'a')).toContain(words);
  });
});

it('a reader that passes over a frame of MHTML, or a page of WARC, is caught', async () => {
  const frame = message(PAGE).toString().replace('<p>框架里的一段。</p>', '');
  expect(await lostOf(message(PAGE), Buffer.from(frame), 'a')).toContain('框架里');
  const pages = [PAGE, '<p>第二页的一段。</p>'];
  expect(await lostOf(warc(pages), warc(pages.slice(0, 1)), 'a')).toContain('页的');
});
