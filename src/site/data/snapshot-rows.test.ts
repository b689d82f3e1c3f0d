import { describe, expect, it } from 'vitest';
import type { AlignedRow } from '../../report/align-snapshot.ts';
import { addressText } from '../../report/anchor/address-body.ts';
import { proofWords } from './reader-words.ts';
import { snapshotRows } from './snapshot-rows.ts';

const heading = { label: '一、', heading: '复议', stop: '。', style: 'run-in' } as const;
const text = (paragraphs: readonly string[]) =>
  addressText(
    { opening: ['开头。'], sections: [{ ...heading, paragraphs, sections: [] }], closing: [] },
    undefined,
  );
const row = (line: number, words: string, ...blocks: string[]): AlignedRow => ({
  lines: [{ line, pieces: [{ text: words, ...(blocks.length === 0 && { why: 'navigation' }) }] }],
  blocks,
});

describe('the rows of a report beside its snapshot', () => {
  it('join what was left out, and print a heading before its paragraph', () => {
    const rows = [
      ...[row(1, ' 首页 '), row(2, '公开'), row(4, '开头。', 'p1'), row(5, '打印')],
      row(6, '一、复议。办结7件。', 's1', 'p2'),
    ];
    expect(snapshotRows({ rows, characters: 20 }, text(['办结7件。']))).toEqual({
      isLong: false,
      rows: [
        { lines: '1—2', pieces: [{ text: '首页\n公开', why: '网页导航' }], block: null },
        {
          lines: '4',
          pieces: [{ text: '开头。', why: null }],
          block: { address: 'p1', text: '开头。' },
        },
        { lines: '5', pieces: [{ text: '打印', why: '网页导航' }], block: null },
        {
          lines: '6',
          pieces: [{ text: '一、复议。办结7件。', why: null }],
          block: { address: 's1', text: '一、复议。办结7件。' },
        },
      ],
    });
  });

  it.each([
    [300, 300],
    [301, 151],
    [1000, 250],
  ])('are of %i no more than the page can hold: %i', (size, most) => {
    const rows = Array.from({ length: size }, (_, at) => row(at + 1, '甲', 'p1'));
    expect(snapshotRows({ rows, characters: size }, text([])).rows).toHaveLength(most);
  });

  it.each([
    [36_000, 61, 61],
    [36_001, 61, 62],
    [36_001, 60, 60],
  ])('show of %i characters a paragraph of %i by %i', (characters, size, shown) => {
    const rows = [row(1, '字'.repeat(size), 'p2')];
    const [only] = snapshotRows({ rows, characters }, text(['字'.repeat(size)])).rows;
    expect([only?.pieces[0]?.text.length, only?.block?.text.length]).toEqual([shown, shown]);
  });
});

describe('what readers are told of the proof', () => {
  const source = {
    ...{ url: null, archived: null, file: '', sha256: '', retrieved: null },
    omitted: [{ line: 1, text: '首页', why: 'navigation' as const }],
  };
  const proof = {
    ...{ state: 'whole' as const, characters: 12_345, omitted: 345, isReadTwice: true },
    ...{ isRecognised: false, differences: [], rows: [] },
  };
  const correction = { place: 'p1', old: '', new: '甲', why: '', date: '2026-01-01' };
  const told = (change: object, corrections = [] as (typeof correction)[]) =>
    proofWords({ ...proof, ...change }, { source, corrections }).join('');

  it('is how the characters of the file add up', () => {
    expect(told({ isReadTwice: false })).toBe(
      '原文快照共12,345字，列入正文的12,000字，未列入的1处共345字，合起来就是快照，无一字缺失（不计空白，全半角视同）。',
    );
    expect(told({})).toMatch(/两种互不相干的读法，所得相同。$/);
    expect(told({ isRecognised: true })).toMatch(/由程序识别得来.*请看快照中的图片。$/);
    expect(told({}, [correction])).toMatch(/更正前列入正文的/);
  });

  it('is no more than was proved', () => {
    expect(told({ state: 'unread' })).toBe('原文快照不能由程序读取，未作逐字核对。');
    expect(told({ state: 'differs' })).not.toMatch(/无一字缺失/);
    const differences = [{ where: '第2页', words: '甲', why: '图中文字' }];
    expect(told({ differences })).toMatch(/编者已逐处看过：$/);
    expect(told({ differences })).not.toMatch(/所得相同/);
  });
});
