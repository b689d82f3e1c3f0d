import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteReference } from '../note-reference.ts';
import type { Table, TableSpan } from '../report.ts';
import type { ReportBody } from '../report-body.ts';
import { formatReportBody, parseReportBody, readReportBody } from './body-markdown.ts';

const table = (head: number, rows: string[][], spans: TableSpan[] = []): Table => ({
  head,
  rows,
  spans,
});
const bodyOf = (one: Table): ReportBody => ({ opening: [one], sections: [], closing: [] });
const rows = [
  ['事项', '数量'],
  ['行政复议', '2,680'],
];

describe('a table is written as Markdown shows tables, and read back the same', () => {
  it.each<[string, Table, string]>([
    [
      'with a row of headings',
      table(1, rows),
      '| 事项 | 数量 |\n| - | - |\n| 行政复议 | 2,680 |\n',
    ],
    [
      'without: the first row is empty',
      table(0, rows),
      '| | |\n| - | - |\n| 事项 | 数量 |\n| 行政复议 | 2,680 |\n',
    ],
    [
      'with two: a row of dashes ends them',
      table(
        2,
        [
          ['事项', '数量'],
          ['', '件'],
          ['复议', '3'],
        ],
        [{ row: 0, column: 0, rows: 2, columns: 1 }],
      ),
      '| 事项 | 数量 |\n| - | - |\n| ^ | 件 |\n| --- | --- |\n| 复议 | 3 |\n',
    ],
    [
      'with a cell over two columns and two rows',
      table(
        1,
        [
          ['甲', '乙', '丙'],
          ['大', '', '1'],
          ['', '', '2'],
        ],
        [{ row: 1, column: 0, rows: 2, columns: 2 }],
      ),
      '| 甲 | 乙 | 丙 |\n| - | - | - |\n| 大 | < | 1 |\n| ^ | < | 2 |\n',
    ],
    [
      'with the signs themselves printed',
      table(1, [
        ['<', '^'],
        ['-', '---'],
        ['a|b', ''],
      ]),
      '| \\< | \\^ |\n| - | - |\n| \\- | \\--- |\n| a\\|b | |\n',
    ],
  ])('%s', (_, one, markdown) => {
    expect(formatReportBody(bodyOf(one))).toBe(markdown);
    expect(parseReportBody(markdown, 'x.md')).toEqual(bodyOf(one));
  });

  it('whatever stands in its cells', () => {
    const cell = fc
      .string({
        unit: fc.constantFrom(...'项目12,.|<^-*_[]()\\`#~:&;\u201c！ '),
        maxLength: 6,
      })
      .map((text) => text.trim().replace(/\s+/g, ' '));
    const grid = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([columns, count]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: count,
          maxLength: count,
        }),
      )
      .filter(([first = []]) => first.some((text) => text !== ''));
    fc.assert(
      fc.property(grid, fc.nat({ max: 2 }), (cells, head) => {
        const one = table(Math.min(head, cells.length), cells);
        const markdown = formatReportBody(bodyOf(one));
        const back = parseReportBody(markdown, 'x.md');
        expect(back).toEqual(bodyOf(one));
        expect(formatReportBody(back)).toBe(markdown);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what an editor wrote wrongly in a table is told by its line', () => {
  it.each([
    ['a row too short', '| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n| 3 |\n', 4, '1 cells in row 3'],
    ['a row too long', '| 甲 | 乙 |\n| - | - |\n| 1 | 2 | 3 |\n', 3, '3 cells in row 2'],
    ['a cell that goes on from outside, left', '| < | 乙 |\n| - | - |\n| 1 | 2 |\n', 1, '`<`'],
    ['a cell that goes on from outside, above', '| 甲 | ^ |\n| - | - |\n| 1 | 2 |\n', 1, '`^`'],
    ['joined cells that are no rectangle', '| 甲 | < |\n| - | - |\n| ^ | 2 |\n', 3, '`^`'],
  ])('%s', (_, markdown, line, said) => {
    const [error] = readReportBody(markdown, 'x.md').errors;
    expect(error?.toMessage()).toMatchObject({ code: 's-013', location: { file: 'x.md', line } });
    expect(error?.message).toContain(said);
  });

  it('and nothing is told of cells that make a rectangle', () => {
    expect(readReportBody('| 甲 | < |\n| - | - |\n| ^ | < |\n', 'x.md').errors).toEqual([]);
  });
});

describe('notes and attachments', () => {
  const body: ReportBody = {
    opening: [
      `受理1,109${noteReference('1')}件，办结${noteReference('①-2')}。`,
      table(1, [
        ['甲', `乙${noteReference('*')}`],
        ['1', '2'],
      ]),
    ],
    sections: [
      {
        label: '一、',
        heading: `总体情况${noteReference('①-1')}`,
        stop: null,
        style: 'own-line',
        paragraphs: ['正文。'],
        sections: [],
      },
    ],
    closing: [['下一步。']],
    attachments: [
      {
        label: null,
        heading: '附件1：一览表',
        stop: null,
        style: 'own-line',
        paragraphs: [table(1, rows)],
        sections: [
          {
            label: '一、',
            heading: '说明',
            stop: null,
            style: 'own-line',
            paragraphs: ['略。'],
            sections: [],
          },
        ],
      },
    ],
    notes: [
      { label: '1', text: '不含撤回的。' },
      { label: '①-1', text: '甲注。' },
      { label: '①-2', text: '[乙]注。' },
      { label: '*', text: '含街道。' },
    ],
  };

  it('stand below the text, and are read back the same', () => {
    const markdown = formatReportBody(body);
    expect(markdown).toContain('受理1,109[^1]件');
    expect(markdown).toContain('\n## 附件1：一览表 {.attachment}\n');
    expect(markdown).toContain('\n[^1]: 不含撤回的。\n');
    const back = parseReportBody(markdown, 'x.md');
    expect(back).toEqual(body);
    expect(formatReportBody(back)).toBe(markdown);
  });

  it('a reference without its note is an error, and so is a note given twice', () => {
    const codes = (markdown: string) =>
      readReportBody(markdown, 'x.md').errors.map(({ code, message }) => [code, message]);
    expect(codes('文字[^2]。\n\n[^1]: 注。\n')).toEqual([
      ['s-014', expect.stringContaining('[^2]')],
    ]);
    expect(codes('文字[^1]。\n\n[^1]: 注。\n\n[^1]: 又。\n')).toEqual([
      ['s-014', expect.stringContaining('second note')],
    ]);
    expect(codes('文字[^1]。\n\n[^1]: 注。\n')).toEqual([]);
    expect(codes('文字\\[^1]。\n')).toEqual([]);
  });

  it('no section follows an attachment but its own', () => {
    const after = '## 附件 {.attachment}\n\n### 说明\n\n文。\n';
    expect(readReportBody(after, 'x.md').errors).toEqual([]);
    expect(readReportBody(`${after}\n## 二、又\n`, 'x.md').errors.map(({ code }) => code)).toEqual([
      's-003',
    ]);
  });
});
