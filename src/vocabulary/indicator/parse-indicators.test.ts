import { expect, it } from 'vitest';
import { ArchiveError } from '../../report/archive-error.ts';
import { parseIndicators } from './parse-indicators.ts';

const file = (entry: string): string =>
  `version: 1\nsubjects: { review: [复议] }\nindicators:\n  - { id: a, label: 甲, unit: 件, theme: openness, examples: [{ text: 甲, value: 1 }], ${entry} }\n`;

it.each([
  ['a pattern without a number', file('patterns: [受理]')],
  ['a pattern that is no regular expression', file('patterns: ["受理({件}"]')],
  ['an unknown subject', file('subject: courts, patterns: ["受理{件}"]')],
  ['an unknown field', file('patterns: ["受理{件}"], colour: red')],
])('refuses %s, and names the file', (_, text) => {
  const read = (): unknown => parseIndicators(text, 'indicators.yaml');
  expect(read).toThrow(ArchiveError);
  expect(read).toThrow(/Unexpected list of indicators/);
});

it('works out the words that a pattern cannot do without', () => {
  const { indicators } = parseIndicators(
    file('patterns: ["(?:已|共)受理{件|份}", "{件}~{0,4}复议案件?"]'),
  );
  expect(indicators[0]?.patterns.map(({ needs }) => needs)).toEqual(['受理', '复议案']);
});
