import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePoints,
  countWord,
  firstSymbol,
  pairTokens,
  pairWord,
  secondSymbol,
} from './pair-tokens.ts';

const code = fc.integer({ min: 0, max: 0x10ffff });
const line = fc.string({
  unit: fc.constantFrom(...'法治政府ab1，。 𠮷\u{10000}\u{10fffd}'),
  maxLength: 12,
});

describe('pairWord', () => {
  it('writes a pair as a number that both can be read from, in the order of pairs', () => {
    fc.assert(
      fc.property(code, code, code, code, (a, b, c, d) => {
        expect([a, b]).toEqual([firstSymbol(pairWord(a, b)), secondSymbol(pairWord(a, b))]);
        expect(pairWord(a, b) < pairWord(c, d)).toBe(a < c || (a === c && b < d));
        expect(Number.isSafeInteger(pairWord(a, b))).toBe(true);
      }),
    );
  });

  it('writes counts behind all pairs of their character, and before those of others', () => {
    fc.assert(
      fc.property(code, code, fc.nat({ max: 25 }), (a, b, digit) => {
        expect(countWord(a, digit)).toBeGreaterThan(pairWord(a, b));
        expect(countWord(a, digit)).toBeLessThan(pairWord(a + 1, b));
      }),
    );
  });
});

describe('pairTokens', () => {
  it("puts each character's pair at its position in the lines joined by line ends", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const tokens = pairTokens(lines);
        const joined = codePoints(lines.map((text) => `${text}\n`).join(''));
        for (const [position, character] of joined.entries()) {
          expect(firstSymbol(tokens[position] ?? -1)).toBe(character);
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
