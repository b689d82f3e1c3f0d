import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareInventory, type InventoryPiece } from './inventory.ts';

const text = (...pieces: readonly string[]): InventoryPiece[] =>
  pieces.map((piece) => ({ where: '正文', text: piece, kind: 'text' }));
const tell = (...given: Parameters<typeof compareInventory>) =>
  compareInventory(...given).map(({ from, where, words }) => `${from} ${where} ${words}`);

describe('the inventory of a file', () => {
  it.each<[string, Parameters<typeof compareInventory>]>([
    ['holds the same characters', [text('办理案件', '328', '件'), '办理案件328件']],
    ['stands in another order', [text('正文', '注：甲'), '注：甲\n正文']],
    ['has other white space and widths', [text('Ａ 甲', '　乙\u00a0'), 'A甲\n乙']],
    ['has no number that a list prints', [text('甲', '乙'), '一、甲\n二、乙', ['一、', '二、']]],
    [
      'has running heads once or on each page',
      [[...text('甲'), { where: '页眉', text: '某市政府', kind: 'repeated' }], '某市政府\n甲'],
    ],
    [
      'has running heads that were left out',
      [[...text('甲'), { where: '页眉', text: '某市政府', kind: 'repeated' }], '甲'],
    ],
    [
      'has hidden text that was left out',
      [[...text('甲'), { where: '正文', text: '待核', kind: 'hidden' }], '甲'],
    ],
  ])('raises no doubt where it %s', (_, given) => {
    expect(tell(...given)).toEqual([]);
  });

  it.each<[string, Parameters<typeof compareInventory>, readonly string[]]>([
    ['words that are lost', [text('办理案件328件，结案'), '办理案件，结案'], ['lost 正文 328件']],
    ['a lost cell', [text('处罚', '1', '复议', '1'), '处罚\t1\n复议'], ['lost 正文 1']],
    [
      'lost pieces beside each other once',
      [text('甲乙', '丙', '丁', '戊'), '甲乙戊'],
      ['lost 正文 丙丁'],
    ],
    ['words that came from nowhere', [text('甲'), '甲乙丙'], ['added 全文 乙丙']],
    ['words that came twice', [text('法治政府'), '法治政府法治政府'], ['added 全文 法治政府']],
    [
      'a number that no list prints',
      [text('甲'), '一、甲', ['二、']],
      ['lost 编号 二、', 'added 全文 一、'],
    ],
    [
      'a changed character',
      [text('建设法治政府'), '建设法冶政府'],
      ['lost 正文 治', 'added 全文 冶'],
    ],
  ])('raises a doubt about %s', (_, given, expected) => {
    expect(tell(...given)).toEqual(expected);
  });

  it('names the region, the words and what stands beside them', () => {
    const [doubt] = compareInventory(
      [...text('甲'), { where: '页眉', text: '全年办理案件328件，全部结案', kind: 'text' }],
      '甲全年办理案件，全部结案',
    );
    expect(doubt).toMatchObject({ where: '页眉', words: '328件' });
    expect(doubt?.why).toMatch(/^全年办理案件「328件」,全部结案: 4 characters stand in the file/);
  });

  it('counts differences beyond the twentieth', () => {
    const odd = (size: number) => text(...Array.from({ length: size }, (_, at) => `甲${at}乙`));
    const ours = (size: number) =>
      odd(size)
        .map((one) => one.text.replace('乙', ''))
        .join('丙');
    expect(compareInventory(odd(10), ours(11)).length).toBeLessThanOrEqual(20);
    const many = compareInventory(odd(30), ours(30));
    expect(many).toHaveLength(21);
    expect(many.at(-1)?.why).toMatch(/^\d+ more differences/);
  });

  it('finds any characters that were taken out, and none where all are there', () => {
    const piece = fc.string({ unit: fc.constantFrom(...'甲乙丙1234，。'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.nat(), fc.nat(), (pieces, at, size) => {
        const whole = pieces.join('\n');
        expect(tell(text(...pieces), whole)).toEqual([]);
        const start = at % whole.length;
        const end = start + 1 + (size % 5);
        const gone = whole.slice(start, end).replace(/\n/g, '');
        const left = whole.slice(0, start) + whole.slice(end);
        const doubts = compareInventory(text(...pieces), left);
        const lost = doubts.filter(({ from }) => from === 'lost').map(({ words }) => words);
        const added = doubts.filter(({ from }) => from === 'added').map(({ words }) => words);
        expect(lost.join('').length - added.join('').length).toBe(gone.length);
      }),
    );
  });
});
