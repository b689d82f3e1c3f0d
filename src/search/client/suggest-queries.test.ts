import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVocabulary, parseVocabulary, type Vocabulary } from '../format/vocabulary.ts';
import { nearPhrases, spelledPhrases, suggestQueries } from './suggest-queries.ts';

const syllables = {
  xing: '行形',
  hang: '行',
  zheng: '政正征',
  zeng: '增',
  fu: '复副府服',
  yi: '议意依',
  he: '鹤合',
  bi: '壁',
  shi: '市',
  fa: '法',
  zhi: '治制执',
  chu: '出',
  ting: '庭廷',
  ying: '应',
  su: '诉',
  fan: '反',
  gan: '感',
};
const readings = new Map<string, string[]>();
for (const [syllable, characters] of Object.entries(syllables)) {
  for (const character of characters)
    readings.set(character, [...(readings.get(character) ?? []), syllable]);
}
const terms = ['行政复议', '行政执法', '鹤壁市', '加强负责人出庭应诉工作', '法治政府', '反感'];
const vocabulary: Vocabulary = { terms, readings };
const near = (phrase: string) => nearPhrases(phrase, vocabulary).map(({ text }) => text);

describe('nearPhrases', () => {
  it.each([
    ['行政副议', '行政复议'],
    ['形政复意', '行政复议'],
    ['行政复x议', '行政复议'],
    ['行复议', '行政复议'],
    ['合壁市', '鹤壁市'],
    ['鹤市', undefined],
    ['出廷应诉', '出庭应诉'],
    ['法制政府', '法治政府'],
    ['行政复议', undefined],
    ['复议', undefined],
    ['海底隧道收费', undefined],
    ['复', undefined],
    ['', undefined],
  ])('takes %s for %s', (phrase, expected) => {
    expect(near(phrase)[0]).toBe(expected);
  });

  it('takes a term back from any of its characters left out, doubled or changed', () => {
    const slip = fc.constantFrom(
      () => '',
      (character: string) => character + character,
      () => 'x',
      () => '\u{20bb7}',
    );
    const term = fc.constantFrom('行政复议', '法治政府');
    fc.assert(
      fc.property(term, fc.nat({ max: 3 }), slip, (meant, position, write) => {
        const characters = Array.from(meant, (own, i) => (i === position ? write(own) : own));
        const phrase = characters.join('');
        // What is left may be a part of a term, and then is right as it is.
        if (!terms.some((known) => known.includes(phrase))) expect(near(phrase)).toContain(meant);
      }),
    );
  });

  it('gives only what stands in a term, within what it calls near', () => {
    const phrase = fc.string({ unit: fc.constantFrom(...'行政复议法治府x鹤壁'), maxLength: 12 });
    fc.assert(
      fc.property(phrase, (typed) => {
        for (const { text, cost } of nearPhrases(typed, vocabulary)) {
          expect(terms.some((term) => term.includes(text))).toBe(true);
          expect(text).not.toBe(typed);
          expect(cost).toBeGreaterThan(0);
          expect(cost).toBeLessThan(2.56);
        }
      }),
    );
  });
});

describe('spelledPhrases', () => {
  it.each([
    ['xingzhengfuyi', ['行政复议']],
    ["Xing Zheng'fu yi", ['行政复议']],
    ['fuyi', ['复议']],
    ['xinzenfuyi', ['行政复议']],
    ['fangan', ['反感']],
    ['zhengfu', ['政复', '政府']],
    ['fu', []],
    ['shanghai', []],
    ['行政', []],
    ['', []],
  ])('reads %s', (letters, expected) => {
    expect(spelledPhrases(letters, vocabulary)).toEqual(expected);
  });
});

describe('suggestQueries', () => {
  it.each([
    ['鹤壁市 行政副议', ['鹤壁市 行政复议']],
    ['行政副议 -执法', ['行政复议 -执法']],
    ['xing zheng fu yi', ['行政复议']],
    ['-行政副议', []],
    ['合壁市 行政副议', ['鹤壁市 行政复议']],
  ])('thinks that %s may mean %j', (query, expected) => {
    expect(suggestQueries(query, 'query', vocabulary, new Map())).toEqual(expected);
  });

  it('mends nothing by its own marks', () => {
    const marked = { terms: ['$&复议'], readings };
    expect(suggestQueries('$&副议', 'plain', marked, new Map())).toEqual(['$&复议']);
  });
});

describe('the vocabulary', () => {
  it('is read back as it was written', () => {
    const read = parseVocabulary(formatVocabulary(vocabulary));
    expect(read.terms).toEqual(terms);
    const sorted = (of: Vocabulary['readings']) =>
      Array.from(of, ([character, all]) => [character, [...all].sort()] as const).sort();
    expect(sorted(read.readings)).toEqual(sorted(readings));
    expect(parseVocabulary(formatVocabulary({ terms: [], readings: new Map() })).terms).toEqual([]);
  });
});

describe('how far words may be', () => {
  const costs = (phrase: string, ...words: string[]) =>
    nearPhrases(phrase, { terms: words, readings }).map(({ text, cost }) => [
      text,
      Math.round(cost * 100) / 100,
    ]);

  it.each([
    ['行政副议', '行政复议', 0.45],
    ['行增复议', '行政复议', 0.6],
    ['行复议', '行政复议', 1],
    ['行政x议', '行政复议', 1.1],
    ['行政复x议', '行政复议', 1.2],
    ['出廷应诉', '加强出庭应诉工作', 0.6],
  ])('says that %s is from %s as far as %f', (phrase, word, cost) => {
    expect(costs(phrase, word)[0]?.[1]).toBe(cost);
  });

  it.each([
    ['副议', '复议', true],
    ['増议', '政议', false],
    ['zz议', '复议', false],
    ['增议', '政议', true],
    ['副意', '复议', false],
    ['行政副议', '行政x议', true],
    ['xx丙丁戊己庚', '甲乙丙丁戊己庚', false],
    ['xx丙丁戊己庚辛', '甲乙丙丁戊己庚辛', true],
    ['xxx丁戊己庚辛', '甲乙丙丁戊己庚辛', false],
    ['x乙丙', '甲乙丙', true],
    ['x丙y', '甲丙乙', false],
    [`x${'乙'.repeat(39)}`, `甲${'乙'.repeat(39)}`, true],
    [`x${'乙'.repeat(40)}`, `甲${'乙'.repeat(40)}`, false],
  ])('takes for %s the word %s: %s', (phrase, word, isNear) => {
    expect(costs(phrase, word).some(([text]) => text === word)).toBe(isNear);
  });

  it('gives with the nearest only what is less than half a character farther', () => {
    const words = ['行增复议', '形政复议', '行政复议'];
    expect(costs('行政副议', ...words)).toEqual([
      ['行政复议', 0.45],
      ['形政复议', 0.9],
    ]);
    expect(costs('行政副议', '行增复议')).toEqual([['行增复议', 1.05]]);
  });

  it.each([
    ['fuyi', 1],
    ['fyi', 0],
    ['yifu', 1],
  ])('reads %s of four letters or more', (letters, count) => {
    const words = ['复议服', '方夷'];
    const more = new Map([...readings, ['方', ['f']], ['夷', ['yi']]]);
    expect(spelledPhrases(letters, { terms: words, readings: more })).toHaveLength(count);
  });

  it.each([
    [60, 1],
    [61, 0],
  ])('reads pinyin of %i letters as %i words', (length, count) => {
    const pinyin = 'yi'.repeat(29) + (length === 60 ? 'fu' : 'fan');
    const words = [`${'议'.repeat(29)}复`, `${'议'.repeat(29)}反`];
    expect(spelledPhrases(pinyin, { terms: words, readings })).toHaveLength(count);
  });

  it('suggests five queries and no more', () => {
    const words = Array.from('复副府服', (first) =>
      Array.from('议意', (last) => first + last),
    ).flat();
    expect(suggestQueries('fuyi', 'plain', { terms: words, readings }, new Map())).toHaveLength(5);
    const near = Array.from('行形政正征复', (own) => `甲乙丙${own}`);
    expect(suggestQueries('甲乙丙x', 'plain', { terms: near, readings }, new Map())).toHaveLength(
      5,
    );
    expect(
      suggestQueries('甲乙丙x', 'plain', { terms: near.slice(0, 4), readings }, new Map()),
    ).toHaveLength(4);
  });
});
