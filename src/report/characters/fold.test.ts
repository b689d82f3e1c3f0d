import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { foldWithOffsets } from './fold-with.ts';
import { simplifiedCharacters } from './simplified-characters.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ...'法治政府建設機關後乾〔〕（），。：；“”—…㎡㈠①％ＡｂＣ１２　\u00a0\t𠮷𡃄䎱\u{2f800}豈薴\ud83d–·『～\u200b⻓著１ 9',
    ),
  }),
);

describe('fold', () => {
  it.each([
    ['法治政府建設２０１８', '法治政府建设2018'],
    ['ＰＭ２．５下降', 'pm2.5下降'],
    ['（一）、：；，', '(一)、:;,'],
    ['…㎡㈠', '...m2(一)'],
    ['a\u3000b\u00a0c\td\ne', 'a b c d e'],
    ['a  b', 'a  b'],
    ['薴苧苎', '苎苎苎'],
    ['著作顯著', '着作显着'],
    ['著作乾坤', '着作干坤'],
    [
      '2016—2020、2016－2020、2016–2020、2016‑2020、2016−2020',
      Array(5).fill('2016-2020').join('、'),
    ],
    [
      '国发〔2016〕18号、［2016］、【2016】、{2016}、[2016]',
      '国发(2016)18号、(2016)、(2016)、(2016)、(2016)',
    ],
    ['〈办法〉《办法》«办法»', '《办法》《办法》《办法》'],
    ['“双随机”‘双随机’「双随机」『双随机』＂双随机＂', '"双随机"'.repeat(5)],
    ['史密斯·约翰•约翰・约翰‧约翰', '史密斯·约翰·约翰·约翰·约翰'],
    ['3～5、3~5、3〜5、3∼5', '3~5、3~5、3~5、3~5'],
    ['二○一八年、二〇一八年', '二〇一八年、二〇一八年'],
    ['法\u200b治\ufeff政\u00ad府\ufe0f建\u2060设\u0007', '法治政府建设'],
    ['⼈民政府⻓⻔⺠豈', '人民政府长门民岂'],
    ['共\u20052680\u00a0家', '共2680家'],
    ['增长 12.5 % 以上', '增长12.5% 以上'],
    ['共 \u200b ２６８０  家 企业', '共2680家 企业'],
    ['第 一 类', '第 一 类'],
    ['𠮷', '𠮷'],
  ])('writes %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('folds a text as its parts, wherever it is cut between characters that are no white space', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        // Two halves of a surrogate pair are one character only together.
        fc.pre(!(/[\ud800-\udbff]$/.test(a) && /^[\udc00-\udfff]/.test(b)));
        fc.pre(
          !/[\s\p{DI}\p{Cc}\ufff9-\ufffb]$/u.test(a) && !/^[\s\p{DI}\p{Cc}\ufff9-\ufffb]/u.test(b),
        );
        expect(fold(a + b)).toBe(fold(a) + fold(b));
      }),
    );
  });

  it.each([
    ['dashes', '-‐‑‒–—―−－﹣─'],
    ['opening brackets', '([{〔【〖（［｛﹙'],
    ['closing brackets', ')]}〕】〗）］｝﹚'],
    ['opening title marks', '《〈«︽'],
    ['closing title marks', '》〉»︾'],
    ['quotation marks', '"\'“”‘’„「」『』〝〞＂＇'],
    ['middle dots', '·•‧∙⋅・･'],
    ['tildes', '~～〜∼'],
    ['round zeros', '〇○◯'],
  ])('finds %s by any other of their kind, one for one', (_, kind) => {
    const mark = fc.constantFrom(...kind);
    fc.assert(
      fc.property(anyText, anyText, mark, mark, (before, after, one, other) => {
        expect(fold(before + one + after)).toBe(fold(before + other + after));
        expect(Array.from(fold(one))).toHaveLength(1);
      }),
    );
  });

  it('keeps marks of different kinds apart', () => {
    const kinds = Array.from('-()《》"·~〇<>_/、，,。.|');
    expect(new Set(kinds.map(fold)).size).toBe(kinds.length - 1);
  });

  it('takes no notice of characters that print nothing, wherever they stand', () => {
    const nothing = fc.constantFrom(...'\u200b\u200d\ufeff\u00ad\u2060\ufe0f\u202a\u061c');
    fc.assert(
      fc.property(anyText, anyText, nothing, (before, after, one) => {
        fc.pre(!/[\ud800-\udbff]$/.test(before));
        expect(fold(before + one + after)).toBe(fold(before + after));
      }),
    );
  });

  it('takes no notice of white space beside a digit', () => {
    const gap = fc.string({
      unit: fc.constantFrom(...' \u00a0\u2005\u3000\t\u200b'),
      maxLength: 3,
    });
    fc.assert(
      fc.property(gap, gap, fc.constantFrom(...'0５９①'), (before, after, digit) => {
        expect(fold(`共${before}${digit}${after}家`)).toBe(fold(`共${digit}家`));
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
      if (fold(once) !== once || once.includes('\n')) changed.push(code.toString(16));
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
