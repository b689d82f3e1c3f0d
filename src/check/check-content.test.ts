import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../command/project-path.js';
import { projectContent } from '../content/content-directory.ts';
import { readVocabularies } from '../content/read-vocabularies.ts';
import { formatMessage } from '../report/archive-error.ts';
import { parseRegionTable } from '../vocabulary/region/parse-region-table.ts';
import { checkContent, contentFiles, formatCheckSummary } from './check-content.ts';
import { allRules } from './rules/all-rules.ts';

const vocabulary = {
  regions: parseRegionTable(readFileSync(projectPath('content/regions/regions.tsv'), 'utf8')),
  themes: [],
  indicators: { indicators: [] },
};
const [, report = '', , source = ''] = readFileSync(
  projectPath('src/check/rules/t-009-complete/ok.md'),
  'utf8',
)
  .split(/^-- (.+) --\n/m)
  .slice(1);
const PATHS = ['reports/2017/410600-鹤壁市.md', 'sources/2017/410600-鹤壁市.txt'] as const;

function check(files: Readonly<Record<string, string | Uint8Array>>) {
  const bytes = (text: string | Uint8Array | undefined) =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return checkContent(
    {
      list: (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)),
      read: (path) => bytes(files[path]),
    },
    vocabulary,
    allRules,
  );
}

describe('a check', () => {
  it('tells of each report by itself, and goes on after one that cannot be read', async () => {
    const outcome = await check({
      'reports/2016/410600-鹤壁市.md': '没有字段',
      'reports/2017/410600-鹤壁市.md': report,
      'sources/2017/410600-鹤壁市.txt': source,
      'reports/2018/410600-鹤壁市.md': '---\nid: 1\n---\n\n- 一条\n\n正文,\n',
    });
    expect(
      outcome.messages.map(({ location, code }) => `${location.file.slice(8, 12)} ${code}`),
    ).toEqual(expect.arrayContaining(['2016 m-001', '2018 m-002', '2018 s-001', '2018 t-001']));
    expect(formatCheckSummary(outcome)).toMatch(
      /^1 of 3 reports complete, \d+ errors, 0 warnings$/,
    );
  });

  it('finds no error in the archive itself, and proves each report of it complete', async () => {
    const { messages, complete, reports } = await checkContent(
      contentFiles(projectContent),
      await readVocabularies(projectContent),
      allRules,
    );
    const errors = messages.filter(({ severity }) => severity === 'error');
    expect(errors.map(formatMessage)).toEqual([]);
    expect(complete).toBe(reports);
  });

  it('finds no file under a name that is none, too long, or leads out', () => {
    const { read } = contentFiles(projectContent);
    for (const name of ['甲\0', '甲'.repeat(86), '../package.json'])
      expect(read(name)).toBeUndefined();
  });

  it('of an empty archive says so', async () => {
    expect(formatCheckSummary(await check({}))).toBe(
      '0 of 0 reports complete, 0 errors, 0 warnings',
    );
  });

  it('meets any bytes in a report, its snapshot or its record without falling over', async () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 40 }),
      text: fc.oneof(
        fc.constantFrom(
          '---\n',
          '## ',
          '\n- a',
          ' {.run-in}',
          "'",
          ': ',
          '[',
          '&',
          '\ufeff',
          '\r\n',
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
    });
    const broken = (text: string) =>
      fc.array(edit, { maxLength: 6 }).map((edits) =>
        edits.reduce((before, { at, length, text: put }) => {
          const from = Math.floor(at * before.length);
          return before.slice(0, from) + put + before.slice(from + length);
        }, text),
      );
    await fc.assert(
      fc.asyncProperty(broken(report), broken(source), fc.uint8Array(), async (md, txt, json) => {
        const { messages } = await check({
          [PATHS[0]]: md,
          [PATHS[1]]: txt,
          'anchors/2017/410600-鹤壁市.json': json,
        });
        expect(messages.map(formatMessage).join('\n')).toContain('w-006 [error] ');
      }),
      { numRuns: 300 },
    );
  });
});
