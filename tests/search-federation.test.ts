import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRecords } from '../scripts/bench/search/records.ts';
import type * as Client from '../src/search/client/client.ts';
import type { SearchOptions } from '../src/search/client/contract.ts';
import type { Manifest } from '../src/search/format/manifest.ts';
import { buildSearch } from '../src/search/index/build-search.ts';
import { grep, makePhrases, makeReports } from './search-reports.ts';

const reports = makeReports(90, 31);
const shares = [0, 1, 2].map((i) => reports.filter((_, number) => number % 3 === i));
const phrases = makePhrases(reports, 60, 32);
let folder = '';
let client: typeof Client;

const site = (i: number) => path.join(folder, `site-${i}`);
const base = (i: number) => pathToFileURL(`${site(i)}/`).href;
const all: SearchOptions = { limit: reports.length };

/** A site's client as a reader who comes now has it: nothing is read yet. */
const anew = (i: number): Promise<typeof Client> =>
  import(`${pathToFileURL(path.join(site(i), 'search/client.js')).href}?${Math.random()}`);

async function build(i: number): Promise<void> {
  const files = await writeRecords(shares[i] ?? [], path.join(folder, `records-${i}`));
  const characters = files.reports.reduce((sum, report) => sum + report.characters, 0);
  await buildSearch({
    ...files,
    // The last one has more volumes than its client carries anything of.
    ...(i === 2 && { volumeLimit: characters / 3 }),
    outDir: site(i),
    cacheDir: path.join(folder, `cache-${i}`),
  });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'federation-'));
  for (const i of [0, 1, 2]) await build(i);
  client = await import(pathToFileURL(path.join(site(0), 'search/client.js')).href);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a search of three archives', { timeout: 60_000 }, () => {
  const bases = () => [base(0), base(1), base(2)];

  it('gives one list, each result with its archive and whole address', async () => {
    for (const phrase of phrases) {
      const answer = await client.search(phrase, { ...all, base: bases() });
      const found = answer.results.map(({ report }) => report).sort();
      expect([phrase, found]).toEqual([phrase, [...grep(reports, phrase).keys()].sort()]);
      expect(answer.exact).toBe(true);
      for (const { report, archive, url } of answer.results) {
        const own = shares.findIndex((share) => share.some((one) => one.report === report));
        expect(archive).toBe(base(own));
        expect(url.startsWith(`${base(own)}r/`)).toBe(true);
      }
    }
  });

  it('adds up numbers, facets and counts, and orders all as one archive would', async () => {
    const together = await client.search('法治', { ...all, base: bases() });
    const apart = await Promise.all(
      bases().map((one) => client.search('法治', { ...all, base: one })),
    );
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(together.total).toBe(sum(apart.map(({ total }) => total)));
    expect(together.matches).toBe(sum(apart.map(({ matches }) => matches)));
    for (const name of ['region', 'year', 'theme', 'kind', 'state'] as const)
      for (const { value, reports: count } of together.facets[name])
        expect([value, count]).toEqual([
          value,
          sum(
            apart.map(
              ({ facets }) => facets[name].find((one) => one.value === value)?.reports ?? 0,
            ),
          ),
        ]);
    for (const one of apart) {
      const own = one.results.map(({ report }) => report);
      const inList = together.results.filter(({ report }) => own.includes(report));
      expect(inList.map(({ report }) => report)).toEqual(own);
    }
    const counts = await client.frequency('法治', { base: bases() });
    expect(counts.total).toBe(together.total);
  });

  it('answers without an archive that is out of reach, and says which', async () => {
    const gone = pathToFileURL(`${folder}/nowhere/`).href;
    const answer = await client.search('法治', { ...all, base: [base(1), gone] });
    expect(answer.total).toBe(grep(shares[1] ?? [], '法治').size);
    expect(answer.exact).toBe(false);
    expect(answer.shards.failed).toMatchObject([{ archive: gone, year: null }]);
    const counts = await client.frequency('法治', { base: [base(1), gone] });
    expect(counts.failed).toMatchObject([{ archive: gone, year: null }]);
    await expect(client.search('法治', { base: gone })).rejects.toThrow('Cannot read');
  });
});

describe('years and states', { timeout: 60_000 }, () => {
  it.each([
    [2017, [2017]],
    ['2017-2018', [2017, 2018]],
    ['2018-', [2018, 2019]],
    ['-2016', [2016]],
    [
      [2016, '2018–2019'],
      [2016, 2018, 2019],
    ],
    ['none', []],
  ])('finds of the years %j those of %j', async (year, years) => {
    const { results } = await client.search('法', { ...all, sections: 0, year });
    expect([...new Set(results.map((one) => one.year))].sort()).toEqual(years);
  });

  it('finds those published late, and counts them', async () => {
    const whole = await client.search('法', { ...all, sections: 0 });
    const late = await client.search('法', { ...all, sections: 0, state: 'late' });
    expect(late.total).toBeGreaterThan(0);
    expect(late.results.every(({ state }) => state === 'late')).toBe(true);
    expect(whole.facets.state.find(({ value }) => value === 'late')).toEqual({
      value: 'late',
      label: '迟公布',
      reports: late.total,
    });
  });
});

describe('an export', { timeout: 60_000 }, () => {
  it('has every sentence of every report, once, with address, region and year', async () => {
    for (const phrase of phrases.slice(0, 12)) {
      const csv = await client.exportHits(phrase, {}, 'csv');
      expect(
        csv.startsWith('\ufeffsentence,address,region,region_name,year,report,title,section\r\n'),
      ).toBe(true);
      const answer = await client.search(phrase, { ...all, everySentence: true });
      const matches = answer.results.flatMap(({ sections }) => sections.map((one) => one.matches));
      expect([phrase, matches.reduce((sum, one) => sum + one, 0)]).toEqual([
        phrase,
        answer.matches,
      ]);
      for (const { report } of answer.results) expect(csv).toContain(report);
    }
  });

  it('has every report as RIS', async () => {
    const ris = await client.exportHits('法治', { year: 2017 }, 'ris');
    const found = await client.search('法治', { ...all, year: 2017 });
    expect(ris.match(/^TY {2}- RPRT\r$/gm)).toHaveLength(found.total);
    expect(ris.match(/^ER {2}- \r$/gm)).toHaveLength(found.total);
    for (const { report, issuer, date } of found.results) {
      const entry = ris.split(`ID  - ${report}\r\n`)[1]?.split('ER  - ')[0];
      expect(entry).toContain(`AU  - ${issuer}\r\n`);
      expect(entry?.includes('DA  - ')).toBe(date !== null);
      if (date !== null) expect(entry).toContain(`DA  - ${date.replaceAll('-', '/')}/\r\n`);
    }
  });
});

describe('a damaged archive', { timeout: 60_000 }, () => {
  it('is searched by what its client carries where its manifest is gone, and says so', async () => {
    const manifest = path.join(site(0), 'search/manifest.json');
    const { search } = await anew(0);
    await rename(manifest, `${manifest}.gone`);
    try {
      const answer = await search('法治', all);
      expect(answer.total).toBe(grep(shares[0] ?? [], '法治').size);
      expect(answer.exact).toBe(false);
      expect(answer.shards.unconfirmed).toMatchObject([{ archive: base(0), year: null }]);
    } finally {
      await rename(`${manifest}.gone`, manifest);
    }
    const answer = await search('法治', all);
    expect([answer.exact, answer.shards.unconfirmed]).toEqual([true, undefined]);
  });

  const volumes = async () => {
    const manifest = await readFile(path.join(site(2), 'search/manifest.json'), 'utf8');
    return (JSON.parse(manifest) as Manifest).volumes;
  };
  const file = async (volume: number, name: string) =>
    path.join(site(2), 'search', (await volumes()).at(volume)?.folder ?? '', name);

  it.each([
    ['cut', async (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['another', async () => readFile(await file(0, 'catalogue.bin'))],
    ['of its form but of something else', async () => gzipSync('[]')],
  ])('is searched without a catalogue that is %s, and says so', async (_, damage) => {
    const target = await file(-1, 'catalogue.bin');
    const good = await readFile(target);
    await rm(target);
    await writeFile(target, await damage(good));
    try {
      const { search } = await anew(2);
      const parts = await volumes();
      expect(parts.length).toBeGreaterThan(2);
      const lost = new Set(parts.at(-1)?.shards.map(({ year }) => year));
      const answer = await search('法', all);
      expect(answer.exact).toBe(false);
      expect(new Set(answer.shards.failed.map(({ year }) => year))).toEqual(lost);
      const left = (shares[2] ?? []).filter(({ year }) => !lost.has(year));
      expect(answer.total).toBe(grep(left, '法').size);
    } finally {
      await rm(target);
      await writeFile(target, good);
    }
  });
});
