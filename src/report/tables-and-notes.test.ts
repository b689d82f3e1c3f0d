import { describe, expect, it } from 'vitest';
import { addressText } from './anchor/address-body.ts';
import { recordAnchors } from './anchor/anchor-changes.ts';
import { undoInText } from './former-versions.ts';
import { noteReference } from './note-reference.ts';
import { proveReport } from './prove-complete.ts';
import type { Table } from './report.ts';
import { bodyOfSections, printedText, type ReportBody } from './report-body.ts';
import { rowAddress, tableCells } from './table-text.ts';

const table: Table = {
  head: 1,
  rows: [
    ['事项', '数量', ''],
    ['', `120${noteReference('2')}`, '一是96'],
  ],
  spans: [
    { row: 0, column: 0, rows: 2, columns: 1 },
    { row: 0, column: 1, rows: 1, columns: 2 },
  ],
};
const body: ReportBody = {
  opening: [`受理1,109${noteReference('1')}件。`],
  sections: [
    {
      ...{ label: '一、', heading: `情况${noteReference('3')}`, stop: '。', style: 'run-in' },
      paragraphs: [table, '一是好。'],
      sections: [],
    },
  ],
  closing: [['下一步。']],
  attachments: [
    {
      ...{ label: null, heading: '附件1', stop: null, style: 'own-line', paragraphs: ['表。'] },
      sections: [
        {
          label: '一、',
          heading: '甲',
          stop: null,
          style: 'own-line',
          paragraphs: [],
          sections: [],
        },
      ],
    },
  ],
  notes: [
    { label: '1', text: '甲注。' },
    { label: '2', text: '乙注。' },
    { label: '3', text: '丙注。' },
    { label: '4', text: '丁注。' },
  ],
};
const { sections, notes = [] } = addressText(body, undefined);

describe('tables, notes and attachments of a report', () => {
  it('have addresses; a text holds no mark of a note, a table no points', () => {
    expect(sections.map(({ id, roles }) => [id, roles])).toEqual([
      ['s0', ['opening']],
      ['s1', []],
      ['c1', []],
      ['a1', ['attachment']],
    ]);
    expect(sections[3]?.sections[0]?.id).toBe('a1-1');
    expect(sections[0]?.paragraphs[0]?.text).toBe('受理1,109件。');
    const [first, second] = sections[1]?.paragraphs ?? [];
    expect(first).toMatchObject({ id: 'p2', text: '事项\t数量\t\n\t120\t一是96', points: [] });
    expect(first?.table?.rows[1]).toEqual(['', '120', '一是96']);
    expect(second?.points.map(({ id }) => id)).toEqual(['s1-i1']);
    expect(notes.map(({ id, mark, paragraph, offset }) => [id, mark, paragraph, offset])).toEqual([
      ['n1', '1', 'p1', 7],
      ['n2', '2', 'p2', 11],
      ['n3', '3', 's1', 4],
      ['n4', '4', null, null],
    ]);
  });

  it('count rows from 1', () => {
    expect(rowAddress('p12', 2)).toBe('p12-r2');
  });

  it('give back the body that they were made from', () => {
    expect(bodyOfSections(sections, notes)).toEqual(body);
  });

  it('are printed a row and a note a line, a run-in heading over a table on its own', () => {
    expect(printedText(body).split('\n')).toEqual([
      '受理1,109件。',
      '一、情况。',
      '事项\t数量\t',
      '\t120\t一是96',
      '一是好。',
      '下一步。',
      '附件1',
      '表。',
      '一、甲',
      ...['1 甲注。', '2 乙注。', '3 丙注。', '4 丁注。'],
    ]);
  });

  it('list the cells that are printed, each where its text begins', () => {
    const text = sections[1]?.paragraphs[0]?.text ?? '';
    const cells = tableCells({ ...table, rows: sections[1]?.paragraphs[0]?.table?.rows ?? [] });
    expect(
      cells.map((row) => row.map(({ text: words, rows, columns }) => [words, rows, columns])),
    ).toEqual([
      [
        ['事项', 2, 1],
        ['数量', 1, 2],
      ],
      [
        ['120', 1, 1],
        ['一是96', 1, 1],
      ],
    ]);
    for (const cell of cells.flat())
      expect(text.slice(cell.start, cell.start + cell.text.length)).toBe(cell.text);
  });

  it('are recorded at a release; a note keeps its address when another is put before it', () => {
    const record = recordAnchors({ id: 'x', version: 1, sections, notes }, undefined);
    expect(Object.keys(record.anchors)).toEqual(expect.arrayContaining(['p2', 'a1', 'n1', 'n4']));
    const more = { ...body, notes: [{ label: '9', text: '新注。' }, ...(body.notes ?? [])] };
    expect(addressText(more, record).notes?.map(({ id }) => id)).toEqual([
      ...['n0a', 'n1', 'n2', 'n3', 'n4'],
    ]);
  });

  it('come back as they were when a correction is taken back, notes beside their words', () => {
    const undo = (place: string, old: string, mended: string) =>
      undoInText({ sections, notes }, { place, old, new: mended });
    const cell = undo('p2', '12', '120').sections[1]?.paragraphs[0];
    expect(cell?.table?.rows[1]).toEqual(['', '12', '一是96']);
    expect(undo('p2', '12', '120').notes?.[1]?.offset).toBe(10);
    expect(undo('p1', '共受理', '受理').notes?.[0]?.offset).toBe(8);
    expect(undo('p1', '个', '件').notes?.[0]?.offset).toBe(7);
    expect(undo('n2', '己', '乙').notes?.[1]?.text).toBe('己注。');
    expect(undo('n2', '己', '乙').notes?.[0]?.text).toBe('甲注。');
  });

  it('are proved whole, wherever a source prints its notes', () => {
    const lines = printedText({ ...body, notes: [] }).split('\n');
    const texts = (body.notes ?? []).map(({ text }) => text);
    const text = [...texts.slice(0, 1), ...lines, ...texts.slice(1)].join('\n');
    const noteLines = [1, 11, 12, 13];
    const prove = (source: string) =>
      proveReport({ text: source, noteLines }, [], { sections, notes });
    expect(prove(text)).toBeUndefined();
    expect(prove(text.replace('1,109件', `1,109${noteReference('1')}件`))).toBeUndefined();
    expect(prove(text.replace('120', '1201'))).toMatchObject({ line: 5 });
    expect(prove(text.replace('丁注', '丁'))).toMatchObject({ line: 13 });
  });
});
