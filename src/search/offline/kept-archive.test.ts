import { expect, it } from 'vitest';
import { makeReports } from '../../../tests/search-reports.ts';
import { fold } from '../../report/characters/fold.ts';
import type { SearchOptions } from '../client/contract.ts';
import { foldQuery } from '../client/fold-query.ts';
import { countFrequency } from '../client/frequency.ts';
import { runSearch } from '../client/run-search.ts';
import { keptArchive } from './kept-archive.ts';

const records = makeReports(60, 7);
const labels = { theme: { openness: '政务公开' }, kind: {} };
const archive = keptArchive(records, {
  base: 'https://example.org/fazhi/',
  basePath: '/fazhi/',
  labels,
});
const search = async (query: string, options: SearchOptions = {}) =>
  runSearch([archive], query, await foldQuery(query, options.syntax ?? 'plain'), options);

/** Strings that stand in the reports, of 1 to 8 characters, from all over them. */
const strings = records.flatMap(({ lines }, i) => {
  const text = lines[(i * 7) % lines.length]?.text ?? '';
  return [text.slice(i % 5, (i % 5) + 1 + (i % 8))].filter((string) => string.trim() !== '');
});

it('finds the reports that grep finds, and their occurrences', async () => {
  expect(strings.length).toBeGreaterThan(40);
  for (const string of strings) {
    const phrase = fold(string);
    const lines = records.map((record) => record.lines.map(({ text }) => fold(text)));
    const found = records.filter((_, i) => lines[i]?.some((line) => line.includes(phrase)));
    const answer = await search(string, { limit: 100 });
    expect(new Set(answer.results.map(({ report }) => report)), string).toEqual(
      new Set(found.map(({ report }) => report)),
    );
    for (const { sections } of answer.results)
      for (const { excerpt, marks } of sections)
        for (const [start, end] of marks)
          expect(fold(excerpt.slice(start, end)), string).toContain(phrase.slice(0, 1));
  }
});

it('counts what it finds by year and province, beside all that is kept there', async () => {
  const { total, matches, years, provinces, cells } = await countFrequency(
    [archive],
    await foldQuery('法', 'plain'),
    {},
  );
  const answer = await search('法');
  expect([total, matches]).toEqual([answer.total, answer.matches]);
  for (const rows of [years, provinces, cells]) {
    expect(rows.reduce((sum, { reports }) => sum + reports, 0)).toBe(total);
    expect(rows.reduce((sum, { matches: own }) => sum + own, 0)).toBe(matches);
    expect(rows.reduce((sum, { held }) => sum + held, 0)).toBe(records.length);
  }
});

it.each([
  [{ year: 2017 }, (record: (typeof records)[number]) => record.year === 2017],
  [
    { region: '370000' },
    (record: (typeof records)[number]) => record.region.path[0]?.code === '370000',
  ],
  [{ kind: ['plan'] }, (record: (typeof records)[number]) => record.kind === 'plan'],
])('narrows to %j', async (options, passes) => {
  const { results } = await search('号报告', { ...options, limit: 100 });
  expect(results.map(({ report }) => report).toSorted()).toEqual(
    records
      .filter(passes)
      .map(({ report }) => report)
      .toSorted(),
  );
});

it('finds parts in one section only where they stand in one', async () => {
  const ask = async (within: 'report' | 'section') =>
    (await search('执法监督 行政复议', { syntax: 'query', within })).total;
  expect(await ask('section')).toBeLessThan(await ask('report'));
  expect(await ask('section')).toBeGreaterThan(0);
});

it('counts only what stands under a theme where one is asked for', async () => {
  const all = await search('法治');
  const some = await search('法治', { theme: 'openness', limit: 100 });
  expect(some.matches).toBeLessThan(all.matches);
  expect(some.facets.theme.find(({ value }) => value === 'openness')).toEqual({
    value: 'openness',
    label: '政务公开',
    reports: some.total,
  });
});

it('leads to the passage, with the query', async () => {
  const [result] = (await search('号报告')).results;
  expect(result?.url.startsWith('/fazhi/r/')).toBe(true);
  expect(result?.sections[0]?.url).toBe(`${result?.url}?q=%E5%8F%B7%E6%8A%A5%E5%91%8A`);
});
