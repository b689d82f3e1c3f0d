import { expect, it } from 'vitest';
import type { Report, Section } from './report.ts';
import { summariseReport } from './report-summary.ts';

const section = (id: string, text: string, sections: Section[] = []): Section => ({
  ...{ id, number: [], label: '一、', heading: '标 题', stop: null, style: 'own-line' },
  ...{ supplied: false, roles: ['body'], themes: [], sections },
  paragraphs: [{ id: `p-${id}`, text, points: [] }],
});

it('lists sections with their depth, and counts characters without white space', () => {
  const report = {
    ...{ id: '410600-2017', source: { omitted: [] } },
    sections: [section('s1', '甲 乙。', [section('s1-1', '𠮷。')])],
  };
  const { sections, characters } = summariseReport(report as unknown as Report);
  expect(sections.map(({ id, depth, paragraph }) => [id, depth, paragraph])).toEqual([
    ['s1', 1, 'p-s1'],
    ['s1-1', 2, 'p-s1-1'],
  ]);
  expect(characters).toBe(4 + 3 + 4 + 2);
});
