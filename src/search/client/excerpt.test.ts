import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutExcerpt } from './excerpt.ts';

function excerptOf(line: string, phrase: string) {
  const spans = [];
  for (let at = line.indexOf(phrase); at >= 0; at = line.indexOf(phrase, at + phrase.length)) {
    spans.push({ start: at, end: at + phrase.length });
  }
  const { text, marks } = cutExcerpt(line, spans);
  return { text, marked: marks.map(([start, end]) => text.slice(start, end)) };
}

it.each([
  ['甲乙。丙执法丁。戊己。', '执法', '丙执法丁。', ['执法']],
  ['“甲乙。”丙执法，执法丁！戊', '执法', '丙执法，执法丁！', ['执法', '执法']],
  ['一、执法。甲乙', '执法', '一、执法。', ['执法']],
  ['甲。 执法', '执法', '执法', ['执法']],
  ['甲执法。乙', '执法。乙', '甲执法。乙', ['执法。乙']],
])('cuts %j around %j', (line, phrase, text, marked) => {
  expect(excerptOf(line, phrase)).toEqual({ text, marked });
});

it('cuts a long sentence at clauses and keeps the match', () => {
  const line = `${'甲'.repeat(60)}，${'乙'.repeat(30)}，执法${'丙'.repeat(20)}，${'丁'.repeat(300)}。`;
  const { text, marked } = excerptOf(line, '执法');
  expect(text).toBe(`${'乙'.repeat(30)}，执法${'丙'.repeat(20)}，`);
  expect(marked).toEqual(['执法']);
});

it('gives a part of the line which holds the whole match, whatever the line', () => {
  const unit = fc.constantFrom(...'甲乙。，！𠮷” a');
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 300 }),
      fc.string({ unit, minLength: 1, maxLength: 160 }),
      fc.string({ unit, maxLength: 300 }),
      (before, match, after) => {
        const line = before + match + after;
        const span = { start: before.length, end: before.length + match.length };
        const { text, marks } = cutExcerpt(line, [span]);
        expect(line).toContain(text);
        expect(text.slice(...(marks[0] ?? [0, 0]))).toBe(match);
        expect(text.isWellFormed()).toBe(true);
      },
    ),
  );
});

describe('a long sentence', () => {
  const cutBefore = (clauses: string) =>
    excerptOf(`${'戊'.repeat(60)}，${clauses}执法`, '执法').text;

  it('begins at the first clause within 40 characters of the match', () => {
    expect(cutBefore(`${'丙'.repeat(29)}，${'丁'.repeat(10)}`)).toHaveLength(42);
    expect(cutBefore(`${'丙'.repeat(30)}，${'丁'.repeat(10)}`)).toHaveLength(12);
  });

  it('begins at most 81 characters before the match where there is no clause', () => {
    expect(excerptOf(`${'甲'.repeat(81)}执法`, '执法').text).toHaveLength(83);
    expect(excerptOf(`${'甲'.repeat(82)}执法`, '执法').text).toHaveLength(83);
    expect(excerptOf(`${'甲'.repeat(200)}执法`, '执法').text).toHaveLength(83);
  });

  it('ends at the last clause within 120 characters, or there', () => {
    const cutAfter = (rest: string) => excerptOf(`执法${rest}${'丁'.repeat(200)}`, '执法').text;
    expect(cutAfter('')).toHaveLength(120);
    expect(cutAfter(`${'甲'.repeat(40)}，${'乙'.repeat(76)}，`)).toHaveLength(120);
    expect(cutAfter(`${'甲'.repeat(40)}，${'乙'.repeat(77)}，`)).toHaveLength(43);
  });

  it('is kept whole up to 120 characters', () => {
    expect(excerptOf(`执法${'甲'.repeat(117)}。`, '执法').text).toHaveLength(120);
    expect(excerptOf(`执法${'甲'.repeat(118)}。`, '执法').text).toHaveLength(121);
    expect(excerptOf(`执法${'甲'.repeat(119)}。`, '执法').text).toHaveLength(120);
  });
});
