import { describe, expect, it } from 'vitest';
import { NO_CHARACTERS } from '../../report/characters/fold-with.ts';
import { foldParts, QueryTooLongError } from './folded-query.ts';

const parts = (text: string, syntax: 'plain' | 'query' = 'query') =>
  foldParts(text, syntax, NO_CHARACTERS).parts;

describe('foldParts', () => {
  it.each([
    ['2680家', ['2680家', '2,680家']],
    ['2,680家', ['2,680家', '2680家']],
    ['２，６８０家', ['2,680家', '2680家']],
    ['1234567件', ['1234567件', '1,234,567件']],
    ['1,234,567', ['1,234,567', '1234567']],
    ['1000件2,000件', ['1000件2,000件', '1000件2000件', '1,000件2,000件']],
    ['680家', ['680家']],
    ['2016年', ['2016年']],
    ['3.14159', ['3.14159']],
    ['12,34', ['12,34']],
    ['「2680家」', ['2680家']],
  ])('writes numbers of %s with separators and without', (typed, phrases) => {
    expect(parts(typed)).toEqual([phrases]);
  });

  it('takes a plain query to the letter', () => {
    expect(parts('2680家', 'plain')).toEqual([['2680家']]);
  });

  it('searches for nothing where a part prints nothing', () => {
    expect(parts('\u200b \ufeff 法治')).toEqual([['法治']]);
    expect(parts('\u200b', 'plain')).toEqual([]);
  });

  it.each([
    ['brackets without end', '「'.repeat(30_000)],
    ['quotation marks', '"'.repeat(30_001)],
    ['characters', '法'.repeat(2001)],
    ['phrases', Array.from({ length: 65 }, (_, i) => `第${i}`).join(' ')],
  ])('refuses too many %s', (_, text) => {
    expect(() => parts(text)).toThrow(QueryTooLongError);
  });

  it('takes as many characters and phrases as are allowed', () => {
    expect(parts('法'.repeat(2000))).toHaveLength(1);
    const most = Array.from({ length: 64 }, (_, i) => `第${i}`).join(' ');
    expect(parts(most)).toHaveLength(64);
  });
});
