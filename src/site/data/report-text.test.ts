import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraphPieces } from './report-text.ts';

it('cuts a paragraph into its opening words and its points, each with its label apart', () => {
  const paragraph = {
    id: 'p2',
    text: '总的看。一是建机制。二是强监督。',
    points: [
      { id: 's1-i1', kind: 'ordinal' as const, label: '一是', start: 4, end: 10 },
      { id: 's1-i2', kind: 'ordinal' as const, label: '二是', start: 10, end: 16 },
    ],
  };
  expect(paragraphPieces(paragraph)).toEqual([
    { id: null, label: '', text: '总的看。', start: 0 },
    { id: 's1-i1', label: '一是', text: '建机制。', start: 4 },
    { id: 's1-i2', label: '二是', text: '强监督。', start: 10 },
  ]);
});

it('loses and adds no character, wherever the points stand', () => {
  const paragraphs = fc
    .tuple(fc.string({ unit: 'grapheme' }), fc.uniqueArray(fc.nat(60)), fc.nat(6))
    .map(([text, cuts, size]) => {
      const bounds = cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b);
      const points = bounds.map((start, index) => ({
        id: `s1-i${index + 1}`,
        kind: 'lead' as const,
        label: text.slice(start, Math.min(start + size, bounds[index + 1] ?? text.length)),
        start,
        end: bounds[index + 1] ?? text.length,
      }));
      return { id: 'p1', text, points };
    });
  fc.assert(
    fc.property(paragraphs, (paragraph) => {
      const pieces = paragraphPieces(paragraph);
      expect(pieces.map(({ label, text }) => label + text).join('')).toBe(paragraph.text);
    }),
  );
});
