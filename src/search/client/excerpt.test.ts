import fc from 'fast-check';
import { expect, it } from 'vitest';
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
