import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeDocx, wordParagraph } from '../../../tests/made-files/make-docx.ts';
import { type MadeLine, makePdf } from '../../../tests/made-files/make-pdf.ts';
import { projectPath } from '../../command/project-path.js';
import { dropNoteSigns } from '../../report/note-reference.ts';
import { extract } from './extract.ts';
import type { Extracted } from './extracted.ts';
import { compareInventory } from './inventory.ts';

const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const box = (text: string) => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
const FIELD = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const WORD_PARTS = {
  body: [
    wordParagraph('丁县关于法治政府建设情况的报告'),
    `<w:p>${run('全年办案')}<w:fldSimple w:instr="SUM">${run('328')}</w:fldSimple>${run('件，收案')}${FIELD(' =1+1 ', '561')}${run('件')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    `<w:p>${run('满意率')}<m:oMath xmlns:m="m"><m:r><m:t>98.5%</m:t></m:r></m:oMath>${run('，会同')}<w:r><w:ruby><w:rt>${run('qí')}</w:rt><w:rubyBase>${run('淇')}</w:rubyBase></w:ruby></w:r>${run('县')}</w:p>`,
    `<w:p><w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:drawing><wps:txbx xmlns:wps="wps">${box('复议决定全部公开')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box('复议决定全部公开')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    `<w:p><w:r><w:pict><v:oval xmlns:v="v"><v:textbox>${box('听证七次')}</v:textbox></v:oval></w:pict></w:r></w:p>`,
    `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('单位')}${cell('办案', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('甲局', '<w:vMerge w:val="restart"/>')}${cell('120')}${cell('8')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('96')}${cell('—')}</w:tr></w:tbl>`,
    `<w:sdt><w:sdtContent><w:p>${run('内容控件')}<w:smartTag>${run('智能标记')}</w:smartTag><w:dir>${run('方向')}</w:dir><w:hyperlink>${run('链接')}</w:hyperlink></w:p></w:sdtContent></w:sdt>`,
    `<w:p>${run('核定')}${run('382', '<w:strike/>')}${run('待核', '<w:vanish/>')}<w:ins>${run('新增')}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`,
  ].join(''),
  footnotes: `<w:footnote w:id="2">${wordParagraph('含移送案件')}</w:footnote>`,
  header: wordParagraph('丁县人民政府文件'),
};
const word = () => makeDocx(WORD_PARTS);

const PAGE = `<!doctype html><meta charset="utf-8"><body><div id="zoom"><p>${'依法行政。'.repeat(40)}</p>
<p>案件<st1:chmetcnv>328</st1:chmetcnv>件，<s>382</s><span style="display:none">待核</span>评查<dfn>160</dfn>卷</p>
<table><tr><th>单位<th>数<tr><td rowspan=2>甲局<td>120<tr><td>8</table>
<ol type=A start=3><li>其一<li value=7>其二</ol><ruby>淇<rt>qí</rt></ruby></div>
<table><tr><td>旁栏</td></tr></table></body>`;

const FILES: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
  ['a.docx', word],
  ['a.html', () => Buffer.from(PAGE)],
  ['a.doc', () => readFileSync(projectPath('src/ingest/fixtures/doc/in.doc'))],
  ['a.odt', () => readFileSync(projectPath('src/ingest/fixtures/odt/in.odt'))],
];

const compare = ({ inventory = [], made }: Extracted, text: string) =>
  compareInventory(inventory, dropNoteSigns(text), made);

describe.each(FILES)('the inventory of %s', (name, make) => {
  it('has no other characters than what is taken out of the file', async () => {
    const read = await extract(await make(), name);
    expect(read.doubts?.filter(({ from }) => from !== 'reader')).toEqual([]);
    expect(read.inventory?.length).toBeGreaterThan(5);
  });

  it('misses each line, cell and word that an extractor drops, and each it gives twice', async () => {
    const read = await extract(await make(), name);
    const lines = read.text.split('\n');
    for (const [at, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const without = (words: string) => lines.with(at, words).join('\n');
      expect(compare(read, without('')).some(({ from }) => from === 'lost')).toBe(true);
      expect(compare(read, without(line + line)).some(({ from }) => from === 'added')).toBe(true);
      for (const part of line.split(/[\t，。：]/).filter((one) => one.trim() !== ''))
        expect(compare(read, without(line.replace(part, ''))).length).toBeGreaterThan(0);
    }
  });
});

it('gives a Word document’s text as Word shows it', async () => {
  const read = await extract(await word(), 'a.docx');
  expect(read.text.split('\n')).toEqual([
    ...['丁县人民政府文件', '丁县关于法治政府建设情况的报告'],
    ...['全年办案328件，收案561件\ufdd01\ufdd1', '满意率98.5%，会同淇县', ''],
    ...['复议决定全部公开', '', '听证七次', '单位\t办案\t', '甲局\t120\t8', '\t96\t—'],
    ...['内容控件智能标记方向链接', '核定新增☑', '含移送案件'],
  ]);
  expect(read.running?.map(({ text }) => text)).toEqual(['丁县人民政府文件']);
  expect(read.lines.find(({ note }) => note !== undefined)?.note).toEqual({ mark: '1' });
  expect(read.lines.flatMap(({ row }) => (row === undefined ? [] : [row]))).toMatchObject([
    { head: true, spans: [{ column: 1, rows: 1, columns: 2 }] },
    { head: false, spans: [{ column: 0, rows: 2, columns: 1 }] },
    { head: false },
  ]);
  expect(read.doubts?.map(({ words }) => words)).toEqual(['382', '待核', '']);
});

it('gives a page’s text as a browser shows it', async () => {
  const read = await extract(Buffer.from(PAGE), 'a.html');
  expect(read.text.split('\n').slice(1)).toEqual([
    ...['案件328件，评查160卷', '单位\t数', '甲局\t120', '\t8', 'C. 其一', 'G. 其二', '淇', '旁栏'],
  ]);
  expect(read.doubts?.map(({ words }) => words)).toEqual(['382', '待核']);
});

/** A document whose reader passes over something: it is made without that, and held against the whole. */
const overlook = {
  docx: async (what: string | RegExp) => {
    const cut = (xml: string) => xml.replace(what, '');
    const { body, footnotes, header } = WORD_PARTS;
    return [
      await extract(await makeDocx({ body, footnotes, header }), 'a.docx'),
      await extract(
        await makeDocx({ body: cut(body), footnotes: cut(footnotes), header: cut(header) }),
        'a.docx',
      ),
    ];
  },
  html: async (what: string | RegExp) => [
    await extract(Buffer.from(WHOLE_PAGE), 'a.html'),
    await extract(Buffer.from(WHOLE_PAGE.replace(what, '')), 'a.html'),
  ],
  pdf: async (what: string | RegExp) => {
    const make = (pages: readonly (readonly MadeLine[])[]) => extract(makePdf(pages), 'a.pdf');
    const is = ({ text }: MadeLine) => (typeof what === 'string' ? text === what : what.test(text));
    const left = PAGES.map((lines) => lines.filter((line) => !is(line)));
    return [await make(PAGES), await make(left.filter(({ length }) => length > 0))];
  },
} as const;

const at = (x: number, y: number) => (text: string, index: number) => ({
  text,
  x,
  y: y - index * 28,
});
const PAGES: readonly (readonly MadeLine[])[] = [
  [
    ...['丁县法治政府建设报告', '一、办案', '受理复议申请均依法按期作出决定'].map(at(72, 740)),
    ...['全县各单位认真落实行政执法三项制度', '组织执法人员培训并开展案卷评查'].map(at(72, 600)),
  ],
  [
    ...['左栏第一行的字数已经足够', '左栏第二行的字数已经足够'].map(at(72, 740)),
    ...['右栏第一行的字数已经足够', '右栏第二行的字数已经足够'].map(at(320, 740)),
  ],
  ['末页还有一行'].map(at(72, 740)),
];
const WHOLE_PAGE = PAGE.replace(
  '</div>',
  '<table><caption>表一办案情况</caption><tr><td>复议<td>17</table><h2>附件</h2><p>附件清单如下。</p></div>',
);

describe('a reader that passes over something is caught:', () => {
  it.each<[what: string, file: keyof typeof overlook, cut: string | RegExp, words: string]>([
    ['a cell', 'docx', cell('120'), '120'],
    ['a row of a table', 'docx', /<w:tr><w:tc>(?:(?!<w:tr>).)*96.*?<\/w:tr>/, '96'],
    [
      'a text box as it is drawn',
      'docx',
      /<mc:AlternateContent.*?<\/mc:AlternateContent>/,
      '复议决定',
    ],
    ['a text box of old files', 'docx', /<w:pict><v:oval.*?<\/w:pict>/, '听证七次'],
    ['a note', 'docx', /<w:footnote .*<\/w:footnote>/, '含移送案件'],
    ['the mark of a note', 'docx', /<w:r><w:footnoteReference w:id="2"\/><\/w:r>/, '含移送案件'],
    ['a head of the page', 'docx', wordParagraph('丁县人民政府文件'), '丁县人民政府文件'],
    ['a heading', 'docx', wordParagraph('丁县关于法治政府建设情况的报告'), '法治政府建设'],
    ['a field', 'docx', /<w:fldSimple.*?<\/w:fldSimple>/, '328'],
    ['what a field gives', 'docx', run('561'), '561'],
    ['a formula', 'docx', /<m:oMath.*?<\/m:oMath>/, '98.5%'],
    ['what a reading stands above', 'docx', /<w:ruby>.*?<\/w:ruby>/, '淇'],
    ['the words of a link', 'docx', /<w:hyperlink>.*?<\/w:hyperlink>/, '链接'],
    ['a content control', 'docx', /<w:sdt>.*?<\/w:sdt>/, '内容控件'],
    ['what was put in', 'docx', /<w:ins>.*?<\/w:ins>/, '新增'],
    ['a symbol', 'docx', /<w:sym .*?\/>/, '☑'],
    ['a caption', 'html', /<caption>.*?<\/caption>/, '表一办案情况'],
    ['a cell of a page', 'html', '<td>17', '17'],
    ['an element of another program', 'html', /<st1.*?<\/st1:chmetcnv>/, '328'],
    ['an attachment', 'html', /<h2>附件.*?<\/p>/, '附件清单'],
    ['a column', 'pdf', /^右栏/, '右栏第一行'],
    ['a line', 'pdf', '受理复议申请均依法按期作出决定', '受理复议申请'],
    ['the first line', 'pdf', '丁县法治政府建设报告', '府建设报告'],
    ['a page', 'pdf', /^[左右]栏/, '左栏第一行'],
    ['the last page', 'pdf', '末页还有一行', '末页还有一行'],
  ])('%s (%s)', async (_, file, cut, words) => {
    const [whole, damaged] = await overlook[file](cut);
    if (whole === undefined || damaged === undefined) throw new Error('nothing was read');
    const doubts = compareInventory(
      whole.inventory ?? [],
      dropNoteSigns(damaged.text),
      damaged.made,
    );
    const lost = doubts.filter(({ from }) => from === 'lost').map((doubt) => doubt.words);
    expect(lost.join('|')).toContain(words);
  });

  it('the number of a list', async () => {
    const read = await extract(Buffer.from(WHOLE_PAGE), 'a.html');
    const doubts = compare(read, read.text.replace('C. 其一', '其一'));
    expect(doubts).toMatchObject([{ from: 'lost', where: '编号', words: 'C.' }]);
  });
});
