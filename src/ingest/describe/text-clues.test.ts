import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseRegionTable } from '../../vocabulary/region/parse-region-table.ts';
import { openingSubjects, selfName, weighRegions } from './text-clues.ts';

const table = parseRegionTable(
  readFileSync(new URL('../../../content/regions/regions.tsv', import.meta.url), 'utf8'),
);

it.each([
  ['我市推进改革，全省率先完成。', '市'],
  ['全市推进改革，在全省率先完成，居全省第三。', '市'],
  ['在全省率先完成试点，居全省前列。', undefined],
  ['全县推进改革。', '县'],
  ['我街道成立小组。', '街道'],
])('finds how `%s` calls its place', (text, word) => {
  expect(selfName(text)?.word).toBe(word);
});

it.each([
  ['鹤壁市坚持学习。', 1.35],
  ['其中，鹤壁市努力。', 0.9],
  ['按照鹤壁市要求开展。', 0.54],
  ['《鹤壁市办法》印发。', 0.45],
  ['与鹤壁市签约。', 0.27],
  ['指导鹤壁市开展。', 0.27],
  ['鹤壁市委部署要求开展。', 0.18],
  ['太康县符草楼镇努力。', 0.684],
  ['鹤壁市等地经验。', undefined],
  ['赴鹤壁市考察。', undefined],
])('weighs what `%s` says of its region', (text, weight) => {
  const [first] = weighRegions(table, text, {});
  expect(first && Math.round(first.weight * 1000) / 1000).toBe(weight);
});

it.each([
  ['orders from above, however long', `鹤壁市人民政府${'一'.repeat(14)}部署`, 0.2 * 0.9],
  ['what stands farther from it than orders do', `鹤壁市人民政府${'一'.repeat(15)}部署`, 0.9 * 1.5],
])('weighs %s', (_, text, weight) => {
  expect(weighRegions(table, text, {})[0]?.weight).toBeCloseTo(weight, 6);
});

it('looks for the subject in the first three paragraphs', () => {
  expect(openingSubjects(['2020年，甲坚持。', '乙。', '丙。', '丁。'])).toEqual([
    '甲坚持。',
    '乙。',
    '丙。',
  ]);
});
