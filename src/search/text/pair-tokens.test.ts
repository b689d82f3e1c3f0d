import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNT_LETTERS,
  characterPrefix,
  codePoints,
  countWord,
  pairTokens,
  pairWord,
} from './pair-tokens.ts';

const code = fc.integer({ min: 0, max: 0x10ffff });
const line = fc.string({
  unit: fc.constantFrom(...'法治政府ab1，。 𠮷\u{10000}\u{10fffd}'),
  maxLength: 12,
});

describe('pairWord', () => {
  it('writes different pairs as different words of small ASCII letters', () => {
    fc.assert(
      fc.property(code, code, code, code, (a, b, c, d) => {
        expect(pairWord(a, b)).toMatch(/^[a-z]{8,12}$/);
        expect(pairWord(a, b) === pairWord(c, d)).toBe(a === c && b === d);
      }),
    );
  });

  it('writes no count as any pair', () => {
    fc.assert(
      fc.property(code, code, code, fc.nat({ max: 25 }), (a, b, c, digit) => {
        expect(countWord(c, digit)).not.toBe(pairWord(a, b));
        const [prefix, count] = [characterPrefix(c), countWord(c, digit)];
        expect(count).toHaveLength(prefix.length + COUNT_LETTERS);
        expect(pairWord(c, a).length).toBeGreaterThan(count.length);
      }),
    );
  });

  it('begins a word as its first character, and no other character so', () => {
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        expect(pairWord(a, b).startsWith(characterPrefix(c))).toBe(a === c);
        expect(countWord(a, 0).startsWith(characterPrefix(c))).toBe(a === c);
      }),
    );
  });
});

it('writes four letters below 439,400 and six from there on, none beginning as others do', () => {
  const lengths = [439_399, 439_400].map((each) => characterPrefix(each).length);
  expect(lengths).toEqual([4, 6]);
  // Letter by letter: the first four of a word of six are those of no word of four.
  for (let first = 0; first < 25; first += 1)
    expect(pairWord(456_976, 0).startsWith(characterPrefix(first * 26 ** 3 + 26 ** 2))).toBe(false);
});

describe('pairTokens', () => {
  it("puts each character's pair at its position in the lines joined by line ends", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const tokens = pairTokens(lines);
        const joined = codePoints(lines.map((text) => `${text}\n`).join(''));
        for (const [position, character] of joined.entries()) {
          expect(tokens[position]?.startsWith(characterPrefix(character))).toBe(true);
          const next = joined[position + 1];
          if (character !== 10 && next !== undefined) {
            expect(tokens[position]).toBe(pairWord(character, next));
          }
        }
      }),
    );
  });

  it('ends with the count of each character in binary digits', () => {
    const tokens = pairTokens(['法法法', '治法法']);
    const [law, rule] = codePoints('法治');
    expect(tokens.slice(8)).toEqual([
      countWord(law ?? 0, 0),
      countWord(law ?? 0, 2),
      countWord(rule ?? 0, 0),
    ]);
  });
});
