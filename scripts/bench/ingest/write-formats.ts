import JSZip from 'jszip';
import { makeDocx, wordParagraph } from '../../../tests/made-files/make-docx.ts';
import { makeOfd } from '../../../tests/made-files/make-ofd.ts';
import { makePdf } from '../../../tests/made-files/make-pdf.ts';
import type { MadeBlock, MadeDocument } from './made-document.ts';

/** Of printed formats: characters a line, and lines a page. */
const LINE = 28;
const PAGE = 24;

/**
 * Writes a made-up document in each format that is read and can be written here. DOC and WPS cannot:
 * nothing in JavaScript writes them; scanned pages are pictures of letters, which nothing here draws.
 */
export const FORMATS: Readonly<
  Record<string, (document: MadeDocument) => Uint8Array | Promise<Uint8Array>>
> = {
  txt: ({ title, blocks }) => Buffer.from([title, ...blocks.flatMap(plainLines)].join('\n')),
  html: (document) => Buffer.from(writeHtml(document)),
  mhtml: (document) =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(writeHtml(document)).toString('base64')}\r\n--b--`,
    ),
  warc: (document) => Buffer.from(writeWarc(writeHtml(document))),
  docx: ({ title, blocks }) =>
    makeDocx({ body: [wordParagraph(title), ...blocks.map(wordBlock)].join('') }),
  odt: writeOdt,
  ofd: (document) =>
    makeOfd(printPages(document, { left: 20, pitch: 10, size: 5, fromFoot: false })),
  pdf: (document) =>
    makePdf(printPages(document, { left: 72, pitch: 28, size: 16, fromFoot: true })),
};

function plainLines(block: MadeBlock): string[] {
  return typeof block === 'string' ? [block] : block.map((row) => row.join('\t'));
}

function writeHtml({ title, blocks }: MadeDocument): string {
  const body = blocks.map((block) =>
    typeof block === 'string'
      ? `<p>${block}</p>`
      : `<table>${block.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"></head><body><h1>${title}</h1><div class="TRS_Editor">${body.join('\n')}</div></body></html>`;
}

function writeWarc(page: string): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.example.gov.cn/1.html\r\nWARC-Record-ID: <urn:1>\r\nWARC-Date: 2024-01-02T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
}

function wordBlock(block: MadeBlock): string {
  if (typeof block === 'string') return wordParagraph(block);
  const rows = block.map(
    (row) => `<w:tr>${row.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('')}</w:tr>`,
  );
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

function writeOdt({ title, blocks }: MadeDocument): Promise<Uint8Array> {
  const spaces = ['office', 'text', 'table', 'style']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const paragraph = (text: string) => `<text:p>${text}</text:p>`;
  const body = blocks.map((block) =>
    typeof block === 'string'
      ? paragraph(block)
      : `<table:table>${block.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell>${paragraph(cell)}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`,
  );
  const zip = new JSZip();
  zip.file('mimetype', 'application/vnd.oasis.opendocument.text', { compression: 'STORE' });
  zip.file(
    'content.xml',
    `<office:document-content ${spaces}><office:body><office:text>${paragraph(title)}${body.join('')}</office:text></office:body></office:document-content>`,
  );
  zip.file('styles.xml', `<office:document-styles ${spaces}/>`);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** How a page is set: where its lines stand, in the units of the format. */
interface PageSetting {
  readonly left: number;
  readonly pitch: number;
  readonly size: number;
  /** Whether heights count from the foot of the page. */
  readonly fromFoot: boolean;
}

/** Print a document line by line, first lines indented by two characters; cells stand in columns. */
function printPages(
  { title, blocks }: MadeDocument,
  { left, pitch, size, fromFoot }: PageSetting,
): { text: string; x: number; y: number }[][] {
  const lines = [title, ...blocks].flatMap((block, at) =>
    typeof block === 'string'
      ? breakLines(block, at === 0 ? 0 : 2).map((line) => [line])
      : block.map((row) => row.map((text, column) => ({ text, indent: column * 8 }))),
  );
  const count = Math.ceil(lines.length / PAGE);
  return Array.from({ length: count }, (_, page) =>
    lines.slice(page * PAGE, (page + 1) * PAGE).flatMap((line, row) =>
      line.map(({ text, indent }) => ({
        text,
        x: left + indent * size,
        y: fromFoot ? 770 - row * pitch : 25 + row * pitch,
      })),
    ),
  );
}

function breakLines(text: string, indent: number): { text: string; indent: number }[] {
  const characters = [...text];
  const lines = [{ text: characters.splice(0, LINE - indent).join(''), indent }];
  while (characters.length > 0)
    lines.push({ text: characters.splice(0, LINE).join(''), indent: 0 });
  return lines;
}
