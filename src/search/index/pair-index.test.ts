import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairTokens } from '../text/pair-tokens.ts';
import { PairIndex, sortWords } from './pair-index.ts';

const line = fc.string({ unit: fc.constantFrom(...'法治a1。𠮷', '\u{6b468}', '\u{10fffd}') });
const texts = fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 6 });

/** The same, put together word by word. */
function indexPlainly(all: readonly (readonly string[])[]) {
  const words = new Map<number, Map<number, number[]>>();
  for (const [page, lines] of all.entries()) {
    for (const [position, word] of pairTokens(lines).entries()) {
      const pages = words.get(word) ?? new Map<number, number[]>();
      words.set(word, pages.set(page, [...(pages.get(page) ?? []), position]));
    }
  }
  return [...words.keys()]
    .sort((a, b) => a - b)
    .map((word) => ({
      word,
      pages: Array.from(words.get(word) ?? [], ([page, positions]) => ({ page, positions })),
    }));
}

it('has every word of the texts in order, with each position it was put', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const index = new PairIndex();
      for (const lines of all) index.add(lines);
      expect([...index.words()]).toEqual(indexPlainly(all));
    }),
  );
});

it('holds texts much longer than its first room', () => {
  const long = Array.from({ length: 90 }, (_, i) => '依法行政'.repeat(i));
  const index = new PairIndex();
  for (const text of long) index.add([text]);
  expect([...index.words()]).toEqual(indexPlainly(long.map((text) => [text])));
});

it('sorts positions by word, those of one word ascending', () => {
  const symbol = fc.nat({ max: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(symbol, symbol)), (words) => {
      const first = Uint32Array.from(words, ([a]) => a);
      const second = Uint32Array.from(words, ([, b]) => b);
      const expected = [...words.keys()].sort(
        (x, y) => (first[x] ?? 0) - (first[y] ?? 0) || (second[x] ?? 0) - (second[y] ?? 0) || x - y,
      );
      const sorted = sortWords(first, second, 9);
      expect([...sorted.positions]).toEqual(expected);
      expect([...sorted.first]).toEqual(expected.map((position) => first[position]));
      expect([...sorted.second]).toEqual(expected.map((position) => second[position]));
    }),
  );
});
