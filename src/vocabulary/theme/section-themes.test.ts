import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../report/archive-error.ts';
import { parseThemes } from './parse-themes.ts';
import { sectionThemes } from './section-themes.ts';

const themes = parseThemes(
  readFileSync(new URL('../../../content/themes/themes.yaml', import.meta.url), 'utf8'),
);
const ofHeading = (heading: string): string[] =>
  sectionThemes(themes, { heading, text: '', parentThemes: [] }).map(({ id }) => id);

describe('sectionThemes()', () => {
  it.each([
    ['健全法治政府建设领导推进机制', ['leadership']],
    ['依法全面履行政府职能', ['functions']],
    ['加强市场监督', ['functions']],
    ['加强规范性文件监督管理', ['rulemaking', 'oversight']],
    ['强化对行政权力的制约和监督', ['oversight']],
    ['强化行政执法监督', ['enforcement', 'oversight']],
    ['推行“互联网+行政执法”', ['digital-government', 'enforcement']],
    ['探索互联网＋监管', ['digital-government']],
    ['推进互联网+政务服务', []],
    ['坚持党对各项工作的领导', ['leadership']],
    ['坚持党建引领，领导班子带头', []],
    ['加强培训考核力度', ['capacity', 'leadership']],
    ['做好行政复议和应诉工作', ['review-and-litigation']],
    ['存在的问题', []],
  ])('gives the heading %s the themes %o', (heading, expected) => {
    expect(ofHeading(heading)).toEqual(expected);
  });

  it('says which words of the heading it went by', () => {
    expect(
      sectionThemes(themes, { heading: '加强审计和审计问责', text: '', parentThemes: [] }),
    ).toEqual([{ id: 'oversight', why: { by: 'heading', words: ['审计', '问责'] } }]);
  });

  it('takes its parent’s themes where the heading shows none', () => {
    const parentThemes = sectionThemes(themes, {
      heading: '依法全面履行政府职能',
      text: '',
      parentThemes: [],
    });
    expect(
      sectionThemes(themes, { heading: '深入推进简政放权', text: '执法执法执法', parentThemes }),
    ).toEqual([{ id: 'functions', why: { by: 'parent', words: ['职能'] } }]);
  });

  it('asks the text last, and only where one theme outweighs all others', () => {
    const ofText = (text: string): string[] =>
      sectionThemes(themes, { heading: '其他工作', text, parentThemes: [] }).map(({ id }) => id);
    expect(ofText('开展调解，人民调解组织受理信访，促进调解。')).toEqual(['dispute-resolution']);
    expect(ofText('开展调解，人民调解。')).toEqual([]);
    expect(ofText('调解、调解、调解；执法、执法、执法。')).toEqual([]);
  });

  it('gives a part without a heading no theme of its own', () => {
    expect(
      sectionThemes(themes, { heading: null, text: '执法执法执法执法', parentThemes: [] }),
    ).toEqual([]);
  });
});

describe('parseThemes()', () => {
  it.each([
    ['no YAML', 'version: ['],
    ['a missing label', 'version: 1\nthemes: [{ id: a, task: {}, words: [执法] }]'],
    [
      'an id twice',
      `version: 1\nthemes:\n${'  - { id: a, label: 甲, task: { "2015-2020": null, "2021-2025": null }, words: [执法] }\n'.repeat(2)}`,
    ],
  ])('refuses %s, and says so', (_, text) => {
    expect(() => parseThemes(text)).toThrow(ArchiveError);
  });
});
