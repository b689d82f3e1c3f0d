import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Role, Section } from '../../report/report.ts';
import { parseThemes } from '../theme/parse-themes.ts';
import { findObservations, reportObservations } from './find-observations.ts';
import { parseIndicators } from './parse-indicators.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../../content/${file}`, import.meta.url), 'utf8');
const indicators = parseIndicators(read('indicators/indicators.yaml'));
const observe = (text: string, heading: string | null = null) =>
  findObservations(indicators, { heading, paragraphs: [{ id: 'p1', text }] });

describe('every indicator', () => {
  const cases = indicators.indicators.flatMap(({ id, unit, examples }) =>
    examples.map((example) => ({ id, of: unit, ...example })),
  );

  it.each(cases)('$id reads $value from “$text”', ({ id, of, text, value, ...rest }) => {
    const found = observe(text).filter(({ indicator }) => indicator === id);
    if (value === null) return expect(found).toEqual([]);
    expect(found.map((one) => one.value)).toContain(value);
    const one = found.find((observation) => observation.value === value);
    expect(one).toMatchObject({ approx: null, ...rest, unit: rest.unit ?? of });
    expect(text.slice(one?.start, one?.end)).toBe(one?.raw);
  });

  it('belongs to a theme', () => {
    const themes = new Set(parseThemes(read('themes/themes.yaml')).map(({ id }) => id));
    for (const { id, theme } of indicators.indicators) expect(themes.has(theme), id).toBe(true);
  });
});

const brief = (text: string, heading: string | null = null): string[] =>
  observe(text, heading).map(
    ({ indicator, value, unit, subsetOf }) =>
      `${indicator} ${value}${unit}${subsetOf === null ? '' : ` of ${subsetOf}`}`,
  );

describe('findObservations()', () => {
  it('tells the parts after 其中 from what is in brackets', () => {
    expect(
      brief(
        '做好行政复议工作。市本级受理12件，已办结20件（含上年结转8件），其中，维持11件，驳回2件，撤销5件，终止2件。',
      ),
    ).toEqual([
      'review-accepted 12件',
      'review-closed 20件',
      'review-carried 8件 of review-closed',
      'review-upheld 11件 of review-closed',
      'review-corrected 5件 of review-closed',
    ]);
  });

  it('goes by the matter named last', () => {
    expect(brief('收到复议申请9件，受理8件。开展法律援助，受理50件，审结40件。')).toEqual([
      'review-applied 9件',
      'review-accepted 8件',
    ]);
  });

  it('takes the matter from the heading where the paragraph names none, with more doubt', () => {
    const [one] = observe('全年受理8件。', '加强行政复议工作');
    expect(one).toMatchObject({ indicator: 'review-accepted', value: 8, confidence: 0.7 });
    expect(observe('全年受理8件。', '加强信访工作')).toEqual([]);
  });

  it('says of what and of when a figure is, in the text’s words', () => {
    expect(observe('截至12月底，全市执法人员3012名。')[0]).toMatchObject({
      scope: '全市',
      period: '截至12月底',
    });
  });

  it('reads no figure from a year, a date or a number of another thing', () => {
    expect(brief('2019年，认真受理行政复议案件，3月15日召开会议，印发〔2019〕18号文件。')).toEqual(
      [],
    );
  });
});

const section = (id: string, role: Role, text: string, sections: Section[] = []): Section => ({
  ...{ id, number: [], label: null, heading: null, stop: null, style: 'none', supplied: false },
  ...{ roles: [role], themes: [], paragraphs: [{ id: `${id}-p`, text, points: [] }], sections },
});
const tree = [
  section('s1', 'body', '举办讲座3期。', [section('s1-1', 'body', '完成审计项目9个。')]),
  section('s2', 'plans', '举办讲座5期。'),
];

it('reads every section but those of plans', () => {
  expect(
    reportObservations(indicators, 'annual', tree).map(
      ({ indicator, value, paragraph }) => `${paragraph} ${indicator} ${value}`,
    ),
  ).toEqual(['s1-p trainings 3', 's1-1-p audits 9']);
});

it('reads nothing from a plan', () => {
  expect(reportObservations(indicators, 'plan', tree)).toEqual([]);
});

describe('how sure a figure is', () => {
  const made = parseIndicators(`
version: 1
subjects: { review: [行政复议], litigation: [行政诉讼] }
indicators:
  - { id: rules, label: 规章, unit: 件, theme: a, patterns: ['制定规章{件}'], examples: [{ text: '', value: null }] }
  - { id: review, label: 复议, unit: 件, theme: a, subject: review, patterns: ['受理{件}'], examples: [{ text: '', value: null }] }
`);
  it.each([
    ['a figure of no matter', null, '制定规章5件。', 0.9],
    ['its matter in the sentence', null, '行政复议受理5件。', 0.9],
    ['its matter in a sentence before', null, '开展行政复议。受理5件。', 0.8],
    ['its matter in the heading alone', '行政复议', '受理5件。', 0.7],
    ['another matter last', '行政复议', '开展行政诉讼。受理5件。', undefined],
    ['no matter', null, '受理5件。', undefined],
  ])('is told of %s', (_, heading, text, confidence) => {
    const [found] = findObservations(made, { heading, paragraphs: [{ id: 'p1', text }] });
    expect(found?.confidence).toBe(confidence);
  });
});
