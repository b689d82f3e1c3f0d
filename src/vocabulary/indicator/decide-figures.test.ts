import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { FigureDecision, Section } from '../../report/report.ts';
import { decideFigures } from './decide-figures.ts';
import { reportObservations } from './find-observations.ts';
import { parseIndicators } from './parse-indicators.ts';

const vocabulary = new URL('../../../content/indicators/indicators.yaml', import.meta.url);
const indicators = parseIndicators(readFileSync(vocabulary, 'utf8'));
const text = '办理法律援助案件310件。受理复议案件60件。';
const sections: Section[] = [
  {
    ...{ id: 's1', number: [1], label: '一、', heading: null, stop: null, style: 'own-line' },
    ...{ supplied: false, roles: ['body'], themes: [], sections: [] },
    paragraphs: [{ id: 'p1', text, points: [] }],
  },
];
const decide = (...decisions: Omit<FigureDecision, 'why' | 'paragraph'>[]): string[] =>
  decideFigures(
    reportObservations(indicators, 'annual', sections),
    decisions.map((one) => ({ ...one, paragraph: 'p1', why: '原文有误' })),
    sections,
    indicators,
  ).map(
    ({ indicator, value, unit, confidence }) =>
      `${indicator} ${value}${unit}${confidence === 1 ? ' certain' : ''}`,
  );
const both = ['legal-aid 310件', 'review-accepted 60件'];

it.each<[string, Omit<FigureDecision, 'why' | 'paragraph'>[], string[]]>([
  ['nothing', [], both],
  ['that it is none', [{ indicator: 'legal-aid', raw: '案件310件', value: null }], both.slice(1)],
  [
    'another number, in its place',
    [{ indicator: 'legal-aid', raw: '310件', value: 301 }],
    ['legal-aid 301件 certain', 'review-accepted 60件'],
  ],
  [
    'a figure that was not read',
    [{ indicator: 'petitions', raw: '60件', value: 60 }],
    [...both, 'petitions 60件 certain'],
  ],
  ['of words that are gone', [{ indicator: 'legal-aid', raw: '311件', value: null }], both],
  ['of another indicator', [{ indicator: 'audits', raw: '310件', value: null }], both],
])('follows an editor who decided %s', (_, decisions, expected) => {
  expect(decide(...decisions)).toEqual(expected);
});
