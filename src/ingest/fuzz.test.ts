import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDocx, wordLevel, wordList, wordParagraph } from '../../tests/made-files/make-docx.ts';
import { makeOfd } from '../../tests/made-files/make-ofd.ts';
import { makePdf } from '../../tests/made-files/make-pdf.ts';
import { projectContent } from '../content/content-directory.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { formatReportBody, parseReportBody } from '../report/file/body-markdown.ts';
import { printedText } from '../report/report-body.ts';
import { draftReport } from './filing/draft-report.ts';
import { extractPlain } from './formats/extracted.ts';
import { ingestFile } from './ingest.ts';

const vocabularies = await readVocabularies(projectContent);
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'ingest-'));
});
afterAll(() => rm(root, { recursive: true }));

/** How far to go: 480 inputs, unless told otherwise; `FUZZ=900` looks at 21,600 inputs. */
const RUNS = Number(process.env['FUZZ'] ?? 20);
const TIME = 120_000 + RUNS * 2_000;

/** Pieces that pages and reports are made of, put together at random. */
const pieces = [
  '浚县2020年法治政府建设工作报告',
  '关于2020年度法治政府建设情况的报告',
  '浚县人民政府',
  '市政府：',
  '发布时间：2021-03-05 来源：司法局 作者：张三 浏览次数：',
  '| 索引号 | 001 | 发布日期 | 2021-03-05 |',
  '当前位置：首页 > 政务公开',
  '2021年2月20日',
  '抄送：市委，市人大常委会。',
  '【打印】 【关闭】',
  '上一篇：公告',
  '??一、健全制度。',
  '一、主要工作',
  '（一）规范执法。全年公示执法信息1,300余条，培训人员260人次。',
  '二、建設(shè)法治政府(fǔ)，推進(jìn)依法行政。',
  '2020年，我县深入推进法治政府建设，健全工作机制，推动依法行政水平稳步提升。',
  '一是修订办法。二是清理文件60件，保留48件。',
  '虽然取得成效，但仍存在不足。',
  '下一步，我县将继续推进法治政府建设。',
  '- 一条',
  '# 标题',
  '---',
  '{.run-in}',
  '*强调* <b>粗</b> &amp; `码`',
  '1. ',
  '（二）',
  '',
];
const page = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    ),
    { maxLength: 24 },
  )
  .map((lines) => lines.join('\n'));

it(
  'reads any page without losing a character, and its text can be written and read again',
  () => {
    fc.assert(
      fc.property(page, (text) => {
        try {
          const { body } = draftReport(extractPlain(text), vocabularies.regions, {}, 'a.txt');
          expect(printedText(parseReportBody(formatReportBody(body), 'a.md'))).toBe(
            printedText(body),
          );
        } catch (error) {
          expect(error).toHaveProperty('code', expect.stringMatching(/^i-0(?:05|10)$/));
        }
      }),
      { numRuns: 20 * RUNS },
    );
  },
  TIME,
);

/** Markup as pages have it, some of it hostile; no word of it is text. */
const tags = [
  '<p>',
  '</p>',
  '<div style="display:none">',
  '</div>',
  '<br>',
  '<table><tr><td>',
  '</td><td>',
  '</table>',
  '<script>evil()</script>',
  '<a href="javascript:evil()" onclick="evil()">',
  '</a>',
  '<svg onload="evil()"><script>evil()</script></svg>',
  '<img src=x onerror=evil()>',
  '<!-- evil() -->',
  '<style>p{content:"evil()"}</style>',
  '<iframe srcdoc="evil()">',
  '<base href="//evil()">',
  '<b',
  '<![CDATA[evil()]]>',
];
const html = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...tags)), { maxLength: 40 })
  .map((parts) => `<html><head><title>evil()</title></head><body>${parts.join('\n')}`);
const mhtml = html.map(
  (text) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${text}\r\n--b--`,
);
const levels = ['chineseCounting', 'decimal', 'bullet', 'decimalEnclosedCircle', 'none'];
const docx: fc.Arbitrary<MadeDocx> = fc.record({
  paragraphs: fc.array(
    fc.record({
      text: fc.constantFrom(...pieces.filter((piece) => !/[<&]/.test(piece))),
      list: fc.constantFrom(undefined, '1.0', '1.1', '1.4', '2.0', '0.0'),
    }),
    { maxLength: 12 },
  ),
  formats: fc.array(fc.constantFrom(...levels), { maxLength: 5 }),
});
const pdf = fc
  .array(fc.array(fc.constantFrom(...pieces.filter((piece) => piece !== '')), { maxLength: 8 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pages) =>
    makePdf(pages.map((lines) => lines.map((text, at) => ({ text, x: 72, y: 740 - at * 28 })))),
  );
const ofd = fc
  .array(fc.constantFrom(...pieces.filter((piece) => !/[<&]/.test(piece))), { maxLength: 8 })
  .map((lines) => makeOfd([lines.map((text, at) => ({ text, x: 20, y: 20 + at * 10 }))]));
const warc = html.map((text) => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${text}`;
  return new Uint8Array(
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.xunxian.gov.cn/1.html\r\nWARC-Record-ID: <urn:1>\r\nWARC-Date: 2021-03-05T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`,
    ),
  );
});
/** Files that no program here makes, as a word processor wrote them. */
const written = fc.constantFrom(
  ...(await Promise.all(
    ['doc/in.doc', 'odt/in.odt'].map((file) =>
      readFile(new URL(`fixtures/${file}`, import.meta.url)),
    ),
  )),
);
/** What a file suffers on its way: it is cut off, or a byte in it is another. */
const damage = fc.option(
  fc.record({
    cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.nat({ max: 255 }),
  }),
  { freq: 2 },
);
const source = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  page.map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
  html.map((text) => new Uint8Array(Buffer.from(text))),
  mhtml.map((text) => new Uint8Array(Buffer.from(text))),
  pdf,
  docx,
  ofd,
  warc,
  written,
  fc.uint8Array({ maxLength: 60 }).map((tail) => Buffer.concat([Buffer.from('%PDF-1.7\n'), tail])),
  fc
    .uint8Array({ maxLength: 60 })
    .map((tail) => Buffer.concat([Buffer.from('PK\u0003\u0004'), tail])),
);

it(
  'meets any file with an outcome, lets no markup into a report, and leaves nothing half written',
  async () => {
    await fc.assert(
      fc.asyncProperty(source, damage, async (made, harm) => {
        const contentDir = await mkdtemp(path.join(root, 'content-'));
        const file = path.join(contentDir, 'in');
        await writeFile(file, harmed(await bytesOf(made), harm));
        const {
          outcome,
          code,
          reason,
          path: target,
        } = await ingestFile(
          { source: file, name: 'in' },
          { contentDir, vocabularies, given: {}, isDryRun: false },
        );
        expect(['written', 'review', 'refused']).toContain(outcome);
        expect(code === null).toBe(outcome === 'written');
        expect(code).not.toBe('i-025');
        if (outcome === 'refused') {
          expect(reason).toContain('expected');
          expect(await readdir(contentDir)).toEqual(['in']);
        } else if (target !== null && harm === null)
          expect(await readFile(path.join(contentDir, target), 'utf8')).not.toMatch(/evil\(\)/);
        await rm(contentDir, { recursive: true });
      }),
      { numRuns: 4 * RUNS },
    );
  },
  TIME,
);

interface MadeDocx {
  readonly paragraphs: readonly { readonly text: string; readonly list: string | undefined }[];
  readonly formats: readonly string[];
}

function bytesOf(
  made: Uint8Array | Promise<Uint8Array> | MadeDocx,
): Uint8Array | Promise<Uint8Array> {
  if (made instanceof Uint8Array || made instanceof Promise) return made;
  const { paragraphs, formats } = made;
  return makeDocx({
    body: paragraphs.map(({ text, list }) => wordParagraph(text, list)).join(''),
    numbering: wordList(
      formats.map((format, level) => wordLevel(level, format, `%${level + 1}、`)),
    ),
  });
}

function harmed(
  bytes: Uint8Array,
  harm: { cut: number | null; at: number; byte: number } | null,
): Uint8Array {
  if (harm === null || bytes.length === 0) return bytes;
  const changed = bytes.slice(0, Math.ceil(bytes.length * (harm.cut ?? 1)));
  changed[Math.floor(harm.at * (changed.length - 1))] = harm.byte;
  return changed;
}
