import { expect, it } from 'vitest';
import type { Section } from '../report.ts';
import { compareAnchors } from './compare-anchors.ts';
import { explainChanges } from './anchor-changes.ts';
import { recordAnchors } from './record-anchors.ts';

const section = (...texts: string[]): Section[] => [
  {
    ...{ id: 's0', number: [], label: null, heading: null, stop: null, style: 'none' },
    ...{ supplied: false, roles: [], themes: [], sections: [] },
    paragraphs: texts.map((text, index) => ({ id: `p${index + 1}`, text, points: [] })),
  },
];
const identity = { id: '130102-2020', version: 1 };
const published = recordAnchors(
  { ...identity, sections: section('甲。', '乙。', '丙。') },
  undefined,
);
const reason = { why: '机关更换了文件', date: '2026-11-22' };

it('gives every address that another text breaks the one reason, and no other', () => {
  const sections = section('甲。', '丁。');
  const explained = explainChanges(published, sections, reason);
  expect(explained.changes).toEqual([
    { kind: 'words', id: 's0', ...reason },
    { kind: 'words', id: 'p2', ...reason },
    { kind: 'gone', id: 'p3', ...reason },
  ]);
  expect(compareAnchors(explained, { sections, corrections: [] }, 'anchors/a.json')).toEqual([]);
});

it('says nothing twice, and nothing of a text that is the same', () => {
  const sections = section('甲。', '丁。');
  const explained = explainChanges(published, sections, reason);
  expect(explainChanges(explained, sections, reason)).toEqual(explained);
  expect(explainChanges(published, section('甲。', '乙。', '丙。'), reason)).toEqual(published);
});

it('excuses a change anew after a release has settled the last one', () => {
  const second = section('甲。', '丁。', '丙。');
  const settled = recordAnchors(
    { ...identity, sections: second },
    explainChanges(published, second, reason),
  );
  const third = section('甲。', '戊。', '丙。');
  const later = { why: '又换了一次', date: '2027-01-01' };
  const explained = explainChanges(settled, third, later);
  expect(explained.changes.slice(2)).toEqual([
    { kind: 'words', id: 's0', ...later },
    { kind: 'words', id: 'p2', ...later },
  ]);
});
