import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Role, Section } from '../../report/report.ts';
import { parseIndicators } from './parse-indicators.ts';
import { reportObservations } from './report-observations.ts';

const indicators = parseIndicators(
  readFileSync(new URL('../../../content/indicators/indicators.yaml', import.meta.url), 'utf8'),
);
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
