import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRecords } from '../scripts/bench/search/records.ts';
import { fold } from '../src/report/characters/fold.ts';
import type * as Client from '../src/search/client/client.ts';
import type { SearchAnswer, SearchOptions } from '../src/search/client/contract.ts';
import { foldQuery } from '../src/search/client/fold-query.ts';
import { countFrequency } from '../src/search/client/frequency.ts';
import { runSearch } from '../src/search/client/run-search.ts';
import { buildSearch } from '../src/search/index/build-search.ts';
import { writeVocabulary } from '../src/search/index/write-vocabulary.ts';
import { keptArchive } from '../src/search/offline/kept-archive.ts';
import { grep, makePhrases, makeReports } from './search-reports.ts';

const reports = makeReports(160, 20);
const phrases = makePhrases(reports, 400, 21);
const labels = { theme: { review: '行政复议' }, kind: { annual: '年度报告' } };
let folder = '';
let search: typeof Client.search;
let frequency: typeof Client.frequency;
let suggest: typeof Client.suggest;

const all = { limit: reports.length, sections: 0 } as const;
const client = () => pathToFileURL(path.join(folder, 'site', 'search', 'client.js')).href;
const counts = (answer: SearchAnswer) =>
  new Map(answer.results.map(({ report, matches }) => [report, matches]));
const build = async (records: typeof reports, onProgress = () => {}) =>
  buildSearch({
    ...(await writeRecords(records, path.join(folder, 'records'))),
    outDir: path.join(folder, 'site'),
    cacheDir: path.join(folder, 'cache'),
    basePath: '/fazhi/',
    labels,
    volumeLimit: 30_000,
    onProgress,
  });

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'search-'));
  await build(reports);
  ({ search, frequency, suggest } = await import(client()));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const sorted = (map: ReadonlyMap<string, number>) => [...map].sort();

describe('the built search', { timeout: 120_000 }, () => {
  it('finds what grep finds, as often, for every phrase', async () => {
    for (const phrase of phrases) {
      const answer = await search(phrase, all);
      const expected = grep(reports, phrase);
      expect([phrase, sorted(counts(answer))]).toEqual([phrase, sorted(expected)]);
      expect(answer.total).toBe(expected.size);
      expect(answer.matches).toBe([...expected.values()].reduce((sum, count) => sum + count, 0));
      expect(answer.exact).toBe(true);
    }
  });

  it('finds with a theme what grep finds in the sections of that theme', async () => {
    for (const phrase of phrases.slice(0, 120)) {
      const answer = await search(phrase, { ...all, theme: ['review', 'openness'] });
      const expected = grep(reports, phrase, ({ themes }) =>
        themes.some((theme) => theme === 'review' || theme === 'openness'),
      );
      expect([phrase, sorted(counts(answer))]).toEqual([phrase, sorted(expected)]);
    }
  });

  it('shows sections with the sentence, its marks, the paragraph and their own counts', async () => {
    for (const phrase of phrases.slice(0, 150)) {
      const { results } = await search(phrase, { limit: 4, sections: 99 });
      for (const result of results) {
        const report = reports.find(({ report: id }) => id === result.report);
        for (const section of result.sections) {
          const inSection = (line: { section: string | null }) => line.section === section.section;
          const found = grep(report ? [report] : [], phrase, inSection).get(result.report);
          expect(section.matches).toBe(found);
          const line = report?.lines.find(
            (each) => inSection(each) && fold(each.text).includes(fold(phrase)),
          );
          expect(line?.text).toContain(section.excerpt);
          const marked = section.marks.map(([start, end]) =>
            fold(section.excerpt.slice(start, end)),
          );
          expect(marked.some((mark) => mark.includes(fold(phrase)))).toBe(true);
          expect(section.heading).toBe(line?.sectionHeading);
          expect([line?.paragraph, null]).toContain(section.paragraph);
          const fragment = section.paragraph ?? section.section;
          expect(section.url).toBe(
            `/fazhi${report?.url}?q=${encodeURIComponent(phrase)}${fragment ? `#${fragment}` : ''}`,
          );
        }
        const sum = result.sections.reduce((total, { matches }) => total + matches, 0);
        expect(sum).toBe(result.matches);
      }
    }
  });

  it('gives the first three sections as they are where all are asked for, and where told at once', async () => {
    for (const phrase of [...phrases.slice(0, 60), '法', '政', '，', '第', '法|执法', '1 监督']) {
      const options = { limit: 4, syntax: phrase.includes('|') ? 'query' : 'plain' } as const;
      const whole = await search(phrase, { ...options, sections: 99 });
      const three = await search(phrase, { ...options, onProgress: () => undefined });
      expect([phrase, three.results]).toEqual([
        phrase,
        whole.results.map((result) => ({ ...result, sections: result.sections.slice(0, 3) })),
      ]);
    }
  });

  it('gives facets whose values, given back, find as many reports as they say', async () => {
    const { facets, total } = await search('执法', all);
    expect(total).toBeGreaterThan(20);
    for (const name of ['region', 'year', 'theme', 'kind', 'state'] as const) {
      expect(facets[name].length).toBeGreaterThan(0);
      for (const { value, reports: count } of facets[name].slice(0, 8)) {
        expect([name, value, (await search('执法', { ...all, [name]: value })).total]).toEqual([
          name,
          value,
          count,
        ]);
      }
    }
    expect(facets.theme.find(({ value }) => value === 'review')?.label).toBe('行政复议');
    expect(facets.kind.find(({ value }) => value === 'annual')?.label).toBe('年度报告');
    expect(facets.year.find(({ value }) => value === '2017')?.label).toBe('2017年');
  });

  it('takes parts, alternatives, parts that may not be, and parts in one section', async () => {
    const ids = async (query: string, options: SearchOptions = {}) =>
      [...counts(await search(query, { ...all, syntax: 'query', ...options })).keys()].sort();
    const grepped = (passes: (has: (phrase: string) => boolean) => boolean) =>
      reports
        .filter((report) => passes((phrase) => grep([report], phrase).size > 0))
        .map(({ report }) => report)
        .sort();
    expect(await ids('执法监督 行政复议')).toEqual(
      grepped((has) => has('执法监督') && has('行政复议')),
    );
    expect(await ids('执法监督|行政复议 -，。')).toEqual(
      grepped((has) => (has('执法监督') || has('行政复议')) && !has('，。')),
    );
    expect(await ids('-，。')).toEqual(grepped((has) => !has('，。')));
    expect(await ids('「一是 」')).toEqual(grepped((has) => has('一是 ')));
    const together = reports.filter(({ lines }) =>
      lines.some(({ section }) => {
        const own = lines.filter((line) => section !== null && line.section === section);
        return ['执法监督', '法'].every((part) =>
          own.some(({ text }) => fold(text).includes(part)),
        );
      }),
    );
    expect(await ids('执法监督 法', { within: 'section' })).toEqual(
      together.map(({ report }) => report).sort(),
    );
  });

  it('finds nothing for white space, for nothing, and for what no report has', async () => {
    for (const query of ['', ' ', '\u3000\n', '不见于任何报告', '鱻']) {
      const answer = await search(query);
      expect([query, answer.total, answer.matches, answer.results]).toEqual([query, 0, 0, []]);
    }
  });

  it('pages through the same list in the same order', async () => {
    for (const sort of ['relevance', 'newest', 'oldest'] as const) {
      const whole = await search('政府', { ...all, sort });
      const parts = await Promise.all(
        [0, 7, 14].map((offset) => search('政府', { ...all, sort, offset, limit: 7 })),
      );
      expect(parts.flatMap(({ results }) => results)).toEqual(whole.results.slice(0, 21));
      const years = whole.results.map(({ year }) => year);
      if (sort === 'newest') expect(years).toEqual(years.toSorted((x, y) => y - x));
      if (sort === 'oldest') expect(years).toEqual(years.toSorted((x, y) => x - y));
    }
  });

  it('searches only the shards a year needs, and tells of each', async () => {
    const told: SearchAnswer[] = [];
    const answer = await search('法治', { year: 2018 });
    const whole = await search('法治', { onProgress: (now) => told.push(now) });
    expect(answer.shards.searched).toBe(answer.shards.all);
    expect(answer.shards.all).toBeLessThan(whole.shards.all);
    expect(new Set(told.map(({ shards }) => shards.searched)).size).toBe(whole.shards.all);
    expect(told.some(({ results }) => results.some(({ sections }) => sections.length > 0))).toBe(
      true,
    );
  });

  it('finds what is near where it finds nothing exact, and says so', async () => {
    const missing = '行政执法监督复议决策改革甲';
    expect((await search(missing)).total).toBe(0);
    const answer = await search(missing, { mode: 'loose' });
    expect(answer.exact).toBe(false);
    expect(answer.total).toBeGreaterThan(0);
    expect(answer.results[0]?.sections[0]?.marks.length).toBeGreaterThan(0);
  });

  it('thinks what was meant by the words of the archive, and tells how many reports have it', async () => {
    await writeVocabulary(['行政复议', '执法监督', '不见于报告'], path.join(folder, 'site'));
    expect(await suggest('行政副议')).toEqual([
      { query: '行政复议', reports: grep(reports, '行政复议').size },
    ]);
    expect((await suggest('xingzhengfuyi'))[0]?.query).toBe('行政复议');
    expect(await suggest('不见与报告')).toEqual([]);
    expect(await suggest('执法监督')).toEqual([]);
  });

  it('counts by year and province, beside the reports held there', async () => {
    const { years, provinces, cells, total, matches } = await frequency('行政复议', {
      kind: 'annual',
    });
    const annual = reports.filter(({ kind }) => kind === 'annual');
    const found = grep(annual, '行政复议');
    expect(total).toBe(found.size);
    expect(matches).toBe([...found.values()].reduce((sum, count) => sum + count, 0));
    for (const { value, reports: count, held } of years) {
      const ofYear = annual.filter(({ year }) => String(year) === value);
      expect([value, held, count]).toEqual([value, ofYear.length, grep(ofYear, '行政复议').size]);
    }
    for (const sums of [years, provinces, cells]) {
      expect(sums.reduce((sum, row) => sum + row.reports, 0)).toBe(total);
      expect(sums.reduce((sum, row) => sum + row.matches, 0)).toBe(matches);
      expect(sums.reduce((sum, row) => sum + row.held, 0)).toBe(annual.length);
    }
  });

  it('finds the same in the same order in reports that are kept on a device', async () => {
    const archive = keptArchive(reports, {
      base: 'https://example.org/fazhi/',
      basePath: '/fazhi/',
      labels,
    });
    const asked: [string, SearchOptions][] = [
      ...[...phrases.slice(0, 80), '号报告', '法', '鱻'].map((phrase): [string, SearchOptions] => [
        phrase,
        {},
      ]),
      ['法|执法 -复议', { syntax: 'query', limit: 100 }],
      ['执法监督 法', { syntax: 'query', within: 'section' }],
      ['执法', { theme: ['review', 'openness'], sort: 'oldest', sections: 99 }],
      ['法治', { region: '370000', year: [2016, 2018], offset: 3 }],
      ['行政执法监督复议决策改革甲', { mode: 'loose' }],
    ];
    for (const [query, options] of asked) {
      const { shards: _, ...answer } = await search(query, options);
      const folded = await foldQuery(query, options.syntax ?? 'plain');
      const { shards: __, ...kept } = await runSearch([archive], query, folded, options);
      expect([query, kept]).toEqual([query, answer]);
      expect([query, await countFrequency([archive], folded, options)]).toEqual([
        query,
        await frequency(query, options),
      ]);
    }
  });

  it('tells of few reports by their texts alone what it tells by the catalogue', async () => {
    // More than 256 reports in each of two volumes; `字` numbers them in words of three characters.
    const numbered = Array.from({ length: 520 }, (_, i) => {
      const report = reports[i % 4] as (typeof reports)[number];
      const name = [64, 8, 1]
        .map((unit) => '甲乙丙丁戊己庚辛壬'[Math.floor(i / unit) % 9])
        .join('');
      const lines = report.lines
        .slice(0, 6)
        .map((line) => ({ ...line, text: `${line.text}${name}字` }));
      const year = i < 260 ? 2019 : 2018;
      const id = `${year}-${i}`;
      return { ...report, report: `410100-${id}`, url: `/r/410100/${id}/`, year, lines };
    });
    const files = await writeRecords(numbered, path.join(folder, 'numbered'));
    const characters = files.reports.reduce((sum, report) => sum + report.characters, 0);
    const outDir = path.join(folder, 'large');
    const cacheDir = path.join(folder, 'large-cache');
    const volumeLimit = 0.7 * characters;
    const { volumes } = await buildSearch({ ...files, outDir, cacheDir, volumeLimit, labels });
    expect(volumes).toBe(2);
    const site = path.join(outDir, 'search');
    const large = (await import(pathToFileURL(path.join(site, 'client.js')).href)) as typeof Client;
    const archive = keptArchive(numbered, { base: 'https://example.org/', basePath: '/', labels });
    const ask = async (query: string) => {
      const { shards: _, ...answer } = await large.search(query, {});
      const { shards: __, ...kept } = await runSearch(
        [archive],
        query,
        await foldQuery(query, 'plain'),
        {},
      );
      expect([query, kept]).toEqual([query, answer]);
      return answer.total;
    };
    for (const name of ['甲乙丙字', '庚壬己字', '辛辛字', '己己字', '甲字'])
      expect(await ask(name)).toBe(grep(numbered, name).size);
    for (const volume of await readdir(site)) {
      if (/^20/.test(volume))
        for (const file of ['catalogue.bin', 'sections.bin'])
          await rm(path.join(site, volume, file), { force: true });
    }
    expect(await ask('乙丙丁字')).toBe(1);
    const again = await import(`${pathToFileURL(path.join(site, 'client.js')).href}?again`);
    expect((await again.search('甲字')).exact).toBe(false);
  });

  it('stops where it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(search('法治', { signal })).rejects.toThrow(/abort/i);
  });

  it('is kept where nothing changed, and built again only where something did', async () => {
    const site = path.join(folder, 'site', 'search');
    const before = await readdir(site);
    expect((await build(reports)).built).toBe(0);
    expect(await readdir(site)).toEqual(before);
    const { search: searchBefore } = await import(`${client()}?opened-before`);
    expect((await searchBefore('鱻')).total).toBe(0);
    const changed = reports.map((report, i) => (i === 5 ? { ...report, title: '改题' } : report));
    expect((await build(changed)).built).toBe(1);
    expect((await readdir(site)).filter((name) => !before.includes(name))).toHaveLength(1);
    // A site has no folder but those of its manifest. The files it knows of are gone: it looks again.
    const { volumes } = JSON.parse(await readFile(path.join(site, 'manifest.json'), 'utf8'));
    const named = volumes.map((volume: { folder: string }) => volume.folder);
    for (const name of await readdir(site))
      if (/^\d+-\d+-/.test(name) && !named.includes(name))
        await rm(path.join(site, name), { recursive: true });
    const answer = await searchBefore('政府', all);
    expect(sorted(counts(answer))).toEqual(sorted(grep(reports, '政府')));
    expect(answer.results.map(({ title }: { title: string }) => title)).toContain('改题');
  });
});
