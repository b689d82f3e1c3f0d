import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import {
  makeDocx,
  wordLevel,
  wordList,
  wordParagraph,
} from '../../../../tests/made-files/make-docx.ts';
import { noteReference } from '../../../report/note-reference.ts';
import { extract } from '../extract.ts';

const textOf = async (parts: Parameters<typeof makeDocx>[0]): Promise<string[]> =>
  (await extract(await makeDocx(parts), 'a.docx')).text.split('\n');

const LEVELS = [
  wordLevel(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>'),
  wordLevel(1, 'chineseCountingThousand', '（%2）', '<w:suff w:val="nothing"/>'),
  wordLevel(2, 'decimal', '%3.'),
  wordLevel(3, 'decimalEnclosedCircle', '%4', '<w:suff w:val="nothing"/>'),
];
const list = wordList(LEVELS);
const numbered = (...places: readonly string[]) =>
  places.map((place) => wordParagraph('文', place)).join('');

describe('a Word document', () => {
  it('is refused where its markup would have to be mended, which swallows words', async () => {
    const body = '<w:p w:rsidR=1><w:r><w:t>全年办案</w:t></w:r></w:p>';
    await expect(textOf({ body })).rejects.toMatchObject({ code: 'i-004' });
  });

  it('gives raised digits raised', async () => {
    const run = (text: string, raised = '') =>
      `<w:r><w:rPr>${raised}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body = `<w:p>${run('面积12km')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run('3', '<w:vertAlign w:val="subscript"/>')}${run('件1,109')}${run('1', '<w:rStyle w:val="b"/>')}${run('2', '<w:rStyle w:val="b"/><w:vertAlign w:val="baseline"/>')}</w:p>`;
    const styles =
      '<w:style w:styleId="a"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    expect(await textOf({ body, styles })).toEqual(['面积12km²3件1,109¹2']);
  });

  it('gives the numbers that Word prints, levels below beginning again', async () => {
    const body = numbered('1.0', '1.1', '1.1', '1.2', '1.3', '1.3', '1.2', '1.0', '1.1');
    expect(await textOf({ body, numbering: list })).toEqual([
      ...['一、文', '（一）文', '（二）文', '1. 文', '①文', '②文', '2. 文', '二、文', '（一）文'],
    ]);
  });

  it('counts no paragraph that was moved away, and each of a box once', async () => {
    const box = `<w:txbxContent>${numbered('1.0')}</w:txbxContent>`;
    const ways = `<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><a>${box}</a></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const moved =
      '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom><w:r><w:t>文</w:t></w:r></w:moveFrom></w:p>';
    const body = `${numbered('1.0')}<w:p><w:r><w:t>框</w:t>${ways}</w:r></w:p>${moved}${numbered('1.0')}`;
    expect(await textOf({ body, numbering: list })).toEqual(['一、文', '框', '二、文', '三、文']);
  });

  it('prints the numbers of the levels above where a label has them', async () => {
    const levels = [
      wordLevel(0, 'chineseCounting', '第%1章'),
      wordLevel(1, 'decimal', '%1.%2', '<w:isLgl/>'),
    ];
    const body = numbered('1.0', '1.0', '1.1', '1.1');
    expect(await textOf({ body, numbering: wordList(levels) })).toEqual([
      ...['第一章 文', '第二章 文', '2.1 文', '2.2 文'],
    ]);
  });

  it('numbers by style, by a style it is based on, and not where list 0 says so', async () => {
    const styles = `
      <w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>
      <w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="c"/></w:style>`;
    const body = [
      wordParagraph('甲', undefined, 'a'),
      wordParagraph('乙', undefined, 'b'),
      wordParagraph('丙', '0.0', 'a'),
      wordParagraph('丁', undefined, 'c'),
      wordParagraph('戊', '1.1', 'a'),
    ].join('');
    expect(await textOf({ body, numbering: list, styles })).toEqual([
      ...['一、甲', '二、乙', '丙', '丁', '（一）戊'],
    ]);
  });

  it('begins a list again where it says so, and goes on in one that shares its definition', async () => {
    const rest = `<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = numbered('1.0', '2.0', '3.0', '3.0');
    expect(await textOf({ body, numbering: wordList(LEVELS, rest) })).toEqual([
      ...['一、文', '二、文', '五、文', '六、文'],
    ]);
  });

  it('leaves bullets and unknown lists out', async () => {
    const levels = [wordLevel(0, 'bullet', '\uf06c'), wordLevel(1, 'none', '')];
    const body = numbered('1.0', '1.1', '9.0');
    expect(await textOf({ body, numbering: wordList(levels) })).toEqual(['文', '文', '文']);
  });

  it('ends a line at a break, and gives cells one below the other, and notes at the end', async () => {
    const cells = ['甲', '乙'].map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('');
    const note = '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r></w:p>';
    const body = `${wordParagraph('上\n下')}<w:tbl><w:tr>${cells}</w:tr></w:tbl>${note}`;
    const footnotes = `<w:footnote w:id="2">${wordParagraph('注')}</w:footnote>`;
    expect(await textOf({ body, footnotes })).toEqual([
      '上',
      '下',
      '甲',
      '乙',
      `正文${noteReference('1')}`,
      '注',
    ]);
  });

  it('gives text that was put in, and none that was taken out, in tracked changes', async () => {
    const body =
      '<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del></w:p>';
    expect(await textOf({ body })).toEqual(['甲乙']);
  });
});

describe('a file like a Word document is refused', () => {
  const zeros = (size: number) => {
    const zip = new JSZip();
    zip.file('word/document.xml', new Uint8Array(size));
    return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  };
  const many = (count: number) => {
    const zip = new JSZip();
    for (let at = 0; at < count; at++) zip.file(`word/${at}.xml`, '');
    return zip.generateAsync({ type: 'uint8array' });
  };
  const zipOf = (name: string) => new JSZip().file(name, 'x').generateAsync({ type: 'uint8array' });
  const damaged = async (damage: (bytes: Uint8Array) => void) => {
    const bytes = await makeDocx({ body: wordParagraph('文'.repeat(500)) });
    damage(bytes);
    return bytes;
  };
  /** Sets a field of each entry's record in the directory at the archive's end. */
  const inDirectory = (at: number, value: number) => (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let from = 0; from + 4 <= bytes.length; from++)
      if (view.getUint32(from, true) === 0x02014b50) view.setUint32(from + at, value, true);
  };
  const deep = (depth: number) =>
    makeDocx({
      body: `${'<w:p><w:r>'.repeat(depth)}${'</w:r></w:p>'.repeat(depth)}`,
      numbering: list,
    });
  const entities = async () => {
    const zip = await JSZip.loadAsync(await makeDocx({ body: '' }));
    const grow = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    );
    zip.file(
      'word/document.xml',
      `<!DOCTYPE w [<!ENTITY e0 "文">${grow.join('')}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>`,
    );
    return zip.generateAsync({ type: 'uint8array' });
  };

  it.each([
    ['a part of 120 MB of zeros', 'i-006', () => zeros(120_000_000)],
    ['a part of 24 MB of XML and no Word in it', 'i-004', () => zeros(24_000_000)],
    ['a part of more', 'i-006', () => zeros(24_000_001)],
    ['4,000 parts and no document', 'i-004', () => many(4_000)],
    ['4,001 parts', 'i-006', () => many(4_001)],
    ['parts that say they are small', 'i-004', () => damaged(inDirectory(24, 1))],
    ['parts that say they are huge', 'i-004', () => damaged(inDirectory(24, 0xfffffff0))],
    ['a wrong checksum', 'i-004', () => damaged(inDirectory(16, 0))],
    ['encrypted parts', 'i-004', () => damaged(inDirectory(8, 1))],
    ['elements nested without end', 'i-004', () => deep(60_000)],
    ['an Excel workbook', 'i-002', () => zipOf('xl/workbook.xml')],
    ['an archive of files', 'i-002', () => zipOf('报告.txt')],
  ])('%s', async (_, code, make) => {
    const start = process.cpuUsage();
    await expect(extract(await make(), 'a.docx')).rejects.toMatchObject({ code });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(20);
  });

  it('entities that grow are not followed', async () => {
    const text = await extract(await entities(), 'a.docx').then(
      (one) => one.text,
      ({ code }) => code,
    );
    expect(text.length).toBeLessThan(1_000);
  });
});
