import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../report/archive-error.ts';
import type { Section } from '../../report/report.ts';
import { describeSections, sectionRoles, sectionThemes, textThemes } from './describe-sections.ts';
import { parseThemes } from './parse-themes.ts';

const themes = parseThemes(
  readFileSync(new URL('../../../content/themes/themes.yaml', import.meta.url), 'utf8'),
);
const section = (
  id: string,
  heading: string | null,
  text: string,
  sections: Section[] = [],
): Section => ({
  ...{ id, number: [], label: null, heading, stop: null, style: 'none', supplied: false },
  ...{ roles: [], themes: [], paragraphs: [{ id: 'p1', text, points: [] }], sections },
});
const tree = [
  section('s0', null, '现将情况报告如下。'),
  section('s1', '依法全面履行政府职能', '', [section('s1-1', '深入推进简政放权', '甲。')]),
  section('s2', '其他', '乙。'),
  section('c1', null, '下一步将继续改进。'),
];
const shown = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ id, roles, themes: ids, sections: below }) => [
    `${id} ${roles.join()} ${ids.join()}`,
    ...shown(below),
  ]);

it('fills in roles by part and heading, and themes by heading and parent', () => {
  expect(shown(describeSections(tree, themes))).toEqual([
    's0 opening ',
    's1 body functions',
    's1-1 body functions',
    's2 body ',
    'c1 plans ',
  ]);
});

it('lets an editor’s themes stand in place of the machine’s, for what lies below too', () => {
  const decisions = [{ section: 's1', themes: ['openness', 'capacity'], why: '内容为政务公开' }];
  expect(shown(describeSections(tree, themes, decisions)).slice(1, 3)).toEqual([
    's1 body openness,capacity',
    's1-1 body openness,capacity',
  ]);
});

describe('sectionRoles()', () => {
  it.each([
    ['存在的问题', ['problems']],
    ['存在的問題', ['problems']],
    ['存在的主要问题和不足', ['problems']],
    ['存在的问题及下一步工作打算', ['problems', 'plans']],
    ['2020年度工作打算', ['plans']],
    ['下一步工作计划', ['plans']],
    ['今后努力方向', ['plans']],
    ['2022年法治政府建设工作安排', ['plans']],
    ['落实第一责任人责任', ['first-responsible-person']],
    ['党政主要负责人履行推进法治建设第一责任人职责情况', ['first-responsible-person']],
    ['法治政府建设工作情况及成效', ['achievements']],
    ['总体情况', ['overview']],
    ['坚持问题导向，全面履职', ['body']],
    ['着力解决群众反映强烈的问题', ['body']],
    ['依法全面履行政府职能', ['body']],
    ['主要任务和具体措施', ['body']],
    ['存在问题', ['problems']],
    ['存在一些较为明显问题', ['problems']],
    ['突出化解信访积案类问题', ['body']],
    ['下一步工作', ['plans']],
    ['下一步推动全市法治政府建设的新举措', ['plans']],
    ['来年汛期到来之前完成各病险水库重点排查', ['body']],
    ['解决问题', ['body']],
    ['解决群众反映强烈的大问题', ['body']],
    ['解决群众诉求工作和存在问题', ['problems']],
    ['第一责任人问责', ['body']],
    ['第一责任人履职情况问责', ['body']],
    ['第一责任人履职和严肃问责', ['first-responsible-person']],
  ])('reads the heading %s as %o', (heading, roles) => {
    expect(sectionRoles({ heading, text: '', part: 'body' })).toEqual(roles);
  });

  it.each([
    ['过去一年工作虽有进步，但与群众期待相比还有不小差距。', ['problems']],
    ['下一步，我市将继续按照上级要求推进各项工作。', ['plans']],
    ['工作中仍存在一些薄弱环节。今后，我们将进一步改进。', ['problems', 'plans']],
    ['各单位要把方案落到实处，遇到的问题及时上报，2019年底前将方案完成情况报送。', ['closing']],
    ['仍存在问题。', ['problems']],
    [`仍存在${'与群众所盼相比'.repeat(3)}的较大差距。`, ['problems']],
    [`仍存在${'与群众所盼相比'.repeat(3)}的不小的差距。`, ['closing']],
    ['特此报告。', ['closing']],
  ])('reads the unheaded closing part “%s” as %o', (text, roles) => {
    expect(sectionRoles({ heading: null, text, part: 'closing' })).toEqual(roles);
  });

  it.each([
    ['2020年举措', ['achievements']],
    ['2020年贯彻落实法治政府建设实施纲要和省市县各级工作要点的具体举措', ['achievements']],
    ['2020年推进全市法治政府建设总体思路', ['plans']],
    ['2020年落实省市关于重大行政决策的安排', ['body']],
    ['二〇二一年举措', ['plans']],
  ])('reads the heading %s of the report on 2020 as %o', (heading, roles) => {
    expect(sectionRoles({ heading, text: '', part: 'body', year: 2020 })).toEqual(roles);
  });

  it('leaves the opening an opening, whatever it says', () => {
    expect(sectionRoles({ heading: null, text: '下一步将继续', part: 'opening' })).toEqual([
      'opening',
    ]);
  });

  it('does not ask the text of an unheaded part in the middle', () => {
    expect(sectionRoles({ heading: null, text: '仍存在不足。', part: 'body' })).toEqual(['body']);
  });
});

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
    expect(ofText('调解、调解、调解。')).toEqual(['dispute-resolution']);
    expect(ofText('开展调解，人民调解。')).toEqual([]);
    expect(ofText('调解、调解、调解；执法、执法。')).toEqual(['dispute-resolution']);
    expect(ofText(`${'调解，'.repeat(10)}${'执法，'.repeat(9)}`)).toEqual(['dispute-resolution']);
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

it('sorts a passage without a heading by the words it holds, the most first, none where it holds none', () => {
  const text = '执法监督力度不够，执法人员培训不足，执法程序不规范。';
  expect(textThemes(themes, text).slice(0, 2)).toEqual(['enforcement', 'capacity']);
  expect(textThemes(themes, '基础工作还不扎实。')).toEqual([]);
});
