import { expect, it } from 'vitest';
import { ArchiveError } from '../../report/archive-error.ts';
import { findObservations } from './find-observations.ts';
import { parseIndicators } from './parse-indicators.ts';

const roles =
  'filler part from to change new compare target plan wish goal fact not-a-target now about at-least under preposition cause subject other-acts other-things light outcome rank accused by-name';
const grammar = roles
  .split(' ')
  .map((role) => `  ${role}: []\n`)
  .join('');
const file = (entry: string): string =>
  `version: 1\ngrammar:\n${grammar}sets: { fruit: [苹果, "(大)梨"] }\nmatters: { review: [复议] }\nindicators:\n  - { id: a, label: 甲, unit: 件, theme: openness, examples: [{ text: 甲, value: 1 }], ${entry} }\n`;

it.each([
  ['an indicator that reads nothing', file('reads: [{ with: [甲] }]')],
  ['an unknown matter', file('matter: courts, reads: [{ acts: [受理] }]')],
  ['an unknown set', file('reads: [{ things: [$tree] }]')],
  ['brackets that do not close', file('reads: [{ things: ["(大梨"] }]')],
  ['a word of too many forms', file(`reads: [{ things: ["${'[甲|乙|丙|丁]'.repeat(6)}"] }]`)],
  ['an unknown field', file('reads: [{ acts: [受理] }], colour: red')],
])('refuses %s, and names the file', (_, text) => {
  const read = (): unknown => parseIndicators(text, 'indicators.yaml');
  expect(read).toThrow(ArchiveError);
  expect(read).toThrow(/Unexpected list of indicators/);
});

it('takes the first three units for usual, and those after them for rare', () => {
  const { indicators } = parseIndicators(
    file('reads: [{ acts: [收] }], units: [件, 次, 人次, 件次, 个]'),
  );
  expect(indicators.map(({ rareUnits }) => [...rareUnits])).toEqual([['件次', '个']]);
});

it('reads by the words of a set and by words that may be missing', () => {
  const indicators = parseIndicators(file('reads: [{ acts: [收], things: [$fruit] }]'));
  const text = '收苹果3件、梨4件、大梨5件。';
  const found = findObservations(indicators, { heading: null, paragraphs: [{ id: 'p1', text }] });
  expect(found.map(({ value }) => value)).toEqual([3, 4, 5]);
});
