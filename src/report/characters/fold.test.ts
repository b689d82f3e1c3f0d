import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplifiedCharacters } from './simplified-characters.ts';
import { fold } from './fold.ts';
import { foldWithOffsets } from './fold-with.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ...'法治政府建設機關後乾〔〕（），。：；“”—…㎡㈠①％ＡｂＣ１２　\u00a0\t𠮷𡃄䎱\u{2f800}豈薴\ud83d',
    ),
  }),
);

describe('fold', () => {
  it.each([
    ['法治政府建設２０１８', '法治政府建设2018'],
    ['ＰＭ２．５ 下降', 'pm2.5 下降'],
    ['（一）、：；，', '(一)、:;,'],
    ['…㎡㈠', '...m2(一)'],
    ['a\u3000b\u00a0c\td\ne', 'a b c d e'],
    ['a  b', 'a  b'],
    ['薴苧苎', '苎苎苎'],
    ['著作乾坤', '著作干坤'],
    ['𠮷', '𠮷'],
  ])('writes %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('folds a text as its parts, wherever it is cut between characters', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        // Two halves of a surrogate pair are one character only together.
        fc.pre(!(/[\ud800-\udbff]$/.test(a) && /^[\udc00-\udfff]/.test(b)));
        expect(fold(a + b)).toBe(fold(a) + fold(b));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('folds every character of Unicode to something it keeps', () => {
    const changed: string[] = [];
    for (let code = 0; code < 0x110000; code += 1) {
      const character = String.fromCodePoint(code);
      const once = fold(character);
      if (once === '' || fold(once) !== once || once.includes('\n'))
        changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('knows every pair of the table, and none that leads on', () => {
    expect(simplifiedCharacters.size).toBeGreaterThan(3000);
    for (const [traditional, simplified] of simplifiedCharacters) {
      expect(traditional).not.toBe(simplified);
      expect(simplifiedCharacters.has(simplified)).toBe(false);
    }
  });
});

describe('foldWithOffsets', () => {
  it('gives the folded text, and for each character where it came from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { characters, starts, ends } = foldWithOffsets(text, simplifiedCharacters);
        expect(characters.join('')).toBe(fold(text));
        for (const [i, character] of characters.entries()) {
          expect(fold(text.slice(starts[i], ends[i]))).toContain(character);
        }
      }),
    );
  });

  it('keeps the position of a character that NFKC makes longer', () => {
    const { characters, starts, ends } = foldWithOffsets('甲…㎡乙', simplifiedCharacters);
    expect(characters.join('')).toBe('甲...m2乙');
    expect(starts).toEqual([0, 1, 1, 1, 2, 2, 3]);
    expect(ends).toEqual([1, 2, 2, 2, 3, 3, 4]);
  });
});
