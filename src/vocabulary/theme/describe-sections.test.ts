import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Section } from '../../report/report.ts';
import { describeSections } from './describe-sections.ts';
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

it('fills in roles by place and heading, and themes by heading and parent', () => {
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
