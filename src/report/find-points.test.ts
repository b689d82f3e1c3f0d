import { describe, expect, it } from 'vitest';
import { findPoints } from './find-points.ts';

const labels = (paragraphs: readonly string[], hasSubsections = false) =>
  findPoints(paragraphs, { hasSubsections }).map((points) => points.map(({ label }) => label));

describe('findPoints()', () => {
  it.each<[string, string[], string[][]]>([
    ['at the head of a paragraph', ['一是修订办法。二是清理文件。'], [['一是', '二是']]],
    [
      'after any mark',
      ['主要有：一是力量不足；二是培训不够，三是（四是待补）。'],
      [['一是', '二是', '三是', '四是']],
    ],
    [
      'on through the paragraphs of a section',
      ['一是修订办法。', '二是清理文件。三是备案。'],
      [['一是'], ['二是', '三是']],
    ],
    ['again where one is repeated', ['一是甲。二是乙。二是丙。'], [['一是', '二是', '二是']]],
    ['after a lost stop, where it goes on', ['一是存在差异二是机制不全'], [['一是', '二是']]],
    ['beyond ten', ['十是甲。十一是乙。'], [['十是', '十一是']]],
    ['beyond twenty', ['二十是甲。二十一是乙。'], [['二十是', '二十一是']]],
  ])('finds 一是 %s', (_, paragraphs, expected) => {
    expect(labels(paragraphs)).toEqual(expected);
    expect(labels(paragraphs, true)).toEqual(expected);
  });

  it.each(['统一是前提。', '之一是执法。', '唯一是不够的。', '第一是学习。', '不统一是问题二是'])(
    'takes no word for one: %s',
    (text) => {
      expect(labels([text])).toEqual([[]]);
    },
  );

  it('spans a point up to the next one or the end of its paragraph', () => {
    const [points] = findPoints(['共两点。一是甲。二是乙。'], { hasSubsections: false });
    expect(points).toEqual([
      { kind: 'ordinal', label: '一是', start: 4, end: 8 },
      { kind: 'ordinal', label: '二是', start: 8, end: 12 },
    ]);
  });

  const rest = '全年围绕目标推进各项工作，压实责任。';
  it.each<[string, string[], boolean, string[][]]>([
    [
      'finds lead sentences',
      [`健全推进机制。${rest}加强考核评价。${rest}`],
      false,
      [['健全推进机制。', '加强考核评价。']],
    ],
    [
      'finds them through paragraphs',
      [`健全推进机制。${rest}`, `加强考核评价。${rest}`],
      false,
      [['健全推进机制。'], ['加强考核评价。']],
    ],
    ['wants two', [`健全推进机制。${rest}`], false, [[]]],
    ['wants the first sentence to be one', [`${rest}健全推进机制。加强考核评价。`], false, [[]]],
    ['takes none of over 24 characters', [`健全机制。${'推'.repeat(24)}。${rest}`], false, [[]]],
    ['takes none with a digit', ['健全机制。出台办法3部。'], false, [[]]],
    ['takes none where there are subsections', [`健全推进机制。${rest}加强考核评价。`], true, [[]]],
    [
      'takes none where there is a 一是',
      [`健全推进机制。加强考核评价。一是甲。`],
      false,
      [['一是']],
    ],
  ])('%s', (_, paragraphs, hasSubsections, expected) => {
    expect(labels(paragraphs, hasSubsections)).toEqual(expected);
  });

  const sentence = (characters: number): string => `${'甲'.repeat(characters - 1)}。`;
  it.each([
    [3, false],
    [4, true],
    [24, true],
    [25, false],
  ])('takes a sentence of %i characters for a lead: %s', (characters, isLead) => {
    const text = sentence(characters) + sentence(10);
    expect(labels([text])[0]).toHaveLength(isLead ? 2 : 0);
  });
});
