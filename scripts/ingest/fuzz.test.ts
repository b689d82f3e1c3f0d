import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printedText } from '../../src/archive/outline/printed-text.ts';
import { formatReportBody, parseReportBody } from '../../src/markdown/report-body.ts';
import { projectContent } from '../content/content-directory.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { extractPlain } from './extract-plain.ts';
import { fileReport } from './file-report.ts';
import { ingestFile } from './ingest-file.ts';

const vocabularies = await readVocabularies(projectContent);
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'ingest-'));
});
afterAll(() => rm(root, { recursive: true }));

/** How far to go: 460 inputs, unless told otherwise; `FUZZ=900` looks at 20,700 inputs. */
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
          const { body } = fileReport(extractPlain(text), vocabularies.regions, {}, 'a.txt');
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

it(
  'meets any bytes with an outcome, and leaves nothing half written',
  async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      page.map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
      page.map((text) => new Uint8Array(Buffer.from(`<p>${text.replaceAll('\n', '</p><p>')}`))),
      fc
        .uint8Array({ maxLength: 60 })
        .map((tail) => Buffer.concat([Buffer.from('%PDF-1.7\n'), tail])),
      fc
        .uint8Array({ maxLength: 60 })
        .map((tail) => Buffer.concat([Buffer.from('PK\u0003\u0004'), tail])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (source) => {
        const contentDir = await mkdtemp(path.join(root, 'content-'));
        const file = path.join(contentDir, 'in');
        await writeFile(file, source);
        const { outcome, code, reason } = await ingestFile(file, 'in', {
          contentDir,
          vocabularies,
          given: {},
          isDryRun: false,
        });
        expect(['written', 'review', 'refused']).toContain(outcome);
        expect(code === null).toBe(outcome === 'written');
        if (outcome === 'refused') {
          expect(reason).toContain('expected');
          expect(await readdir(contentDir)).toEqual(['in']);
        }
      }),
      { numRuns: 3 * RUNS },
    );
  },
  TIME,
);
