import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptArchive } from '../offline/kept-archive.ts';
import type { SearchLine, SearchRecord } from '../text/search-record.ts';
import type { Archive } from './archive.ts';
import type { SearchAnswer, SearchOptions } from './contract.ts';
import { foldQuery } from './fold-query.ts';
import { findLooseMatches } from './loose-matches.ts';
import { Pacer } from './pacer.ts';
import { findMatches } from './query-matches.ts';
import { getResultSections } from './result-sections.ts';
import { runSearch } from './run-search.ts';

const site = { base: 'https://example.org/', basePath: '/', labels: { theme: {}, kind: {} } };

function line(text: string, given: Partial<SearchLine> = {}): SearchLine {
  const own = {
    section: 's1',
    sectionHeading: null,
    paragraph: 'p1',
    paragraphStart: 0,
    themes: [],
  };
  return { text, ...own, ...given };
}

function record(id: string, lines: readonly SearchLine[], given: Partial<SearchRecord> = {}) {
  const region = { code: '410600', name: '鹤壁市', path: [{ code: '410600', name: '鹤壁市' }] };
  const own = {
    report: id,
    url: `/r/${id}/`,
    title: '报告',
    issuer: '鹤壁市人民政府',
    date: null,
    region,
    year: 2018,
    kind: 'annual',
    state: 'unknown',
  };
  return { ...own, lines, ...given };
}

const search = async (archive: Archive, query: string, options: SearchOptions = {}) =>
  runSearch([archive], query, await foldQuery(query, options.syntax ?? 'plain'), options);
const many = (count: number) =>
  keptArchive(
    Array.from({ length: count }, (_, i) => record(`r${100 + i}`, [line('行政复议')])),
    site,
  );

afterEach(() => vi.restoreAllMocks());

describe('the order of results', () => {
  const filler = (length: number) => line('甲'.repeat(length));
  const ids = ({ results }: SearchAnswer) => results.map(({ report }) => report);

  it('is the same of what is kept: title, heading, number for the length', async () => {
    const heading = line('一、行政复议', { paragraph: null });
    const archive = keptArchive(
      [
        record('long', [line('行政复议，行政复议'), filler(9000)]),
        record('many', [line('行政复议，'.repeat(3)), filler(3000)]),
        record('short', [line('行政复议，行政复议'), filler(3000)]),
        record('heading', [heading, filler(3000)]),
        record('title', [line('行政复议'), filler(9000)], { title: '行政复议报告' }),
      ],
      site,
    );
    expect(ids(await search(archive, '行政复议'))).toEqual([
      'title',
      'heading',
      'many',
      'short',
      'long',
    ]);
  });

  it('is that of years where asked for', async () => {
    const archive = keptArchive(
      [2017, 2019, 2018].map((year) => record(`r${year}`, [line('行政复议')], { year })),
      site,
    );
    expect(ids(await search(archive, '行政复议', { sort: 'newest' }))).toEqual([
      'r2019',
      'r2018',
      'r2017',
    ]);
    expect(ids(await search(archive, '行政复议', { sort: 'oldest' }))[0]).toBe('r2017');
  });
});

describe('how much is given', () => {
  it('is ten reports where nothing else is asked for', async () => {
    const { total, results } = await search(many(11), '行政复议');
    expect([total, results.length]).toEqual([11, 10]);
    expect((await search(many(11), '行政复议', { limit: 11 })).results).toHaveLength(11);
    expect((await search(many(11), '行政复议', { limit: 4, offset: 9 })).results).toHaveLength(2);
  });

  it('is three sections of each report', async () => {
    const lines = [1, 2, 3, 4].map((i) => line('行政复议', { section: `s${i}` }));
    const archive = keptArchive([record('r', lines)], site);
    const sections = async (options: SearchOptions) =>
      (await search(archive, '行政复议', options)).results[0]?.sections.map(
        ({ section }) => section,
      );
    expect(await sections({})).toEqual(['s1', 's2', 's3']);
    expect(await sections({ sections: 4 })).toEqual(['s1', 's2', 's3', 's4']);
    expect(await sections({ sections: 0 })).toEqual([]);
  });

  it('is the sentences of two reports before all shards were searched', async () => {
    const told: number[] = [];
    const onProgress = ({ results }: SearchAnswer) =>
      told.push(results.filter(({ sections }) => sections.length > 0).length);
    await search(many(4), '行政复议', { onProgress });
    expect(Math.max(...told)).toBe(2);
  });

  it('is no sentence early for a phrase of one character', async () => {
    const told: number[] = [];
    const onProgress = ({ results }: SearchAnswer) =>
      told.push(results.filter(({ sections }) => sections.length > 0).length);
    await search(many(4), '复', { onProgress });
    expect(told).toEqual([0]);
  });
});

it.each([
  [1, ['text', 'sections'], 3000],
  [undefined, ['sections', 'text'], 20],
])(
  'asks for texts before sections come where %s of the matches are told to be headings',
  async (inHeadings, order, mostMs) => {
    const archive = many(1);
    const [shard] = archive.shards;
    if (!shard) throw new Error('no shard');
    const [read, block, find] = [
      shard.sections.bind(shard),
      shard.block.bind(shard),
      shard.findPhrase.bind(shard),
    ];
    const done: string[] = [];
    const { promise: asked, resolve: askedFor } = Promise.withResolvers<void>();
    vi.spyOn(shard, 'sections').mockImplementation(async (...given) => {
      await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, mostMs))]);
      done.push('sections');
      return read(...given);
    });
    vi.spyOn(shard, 'block').mockImplementation((...given) => {
      done.push('text');
      askedFor();
      return block(...given);
    });
    vi.spyOn(shard, 'findPhrase').mockImplementation(async (...given) => {
      const found = await find(...given);
      return new Map([...found].map(([page, matches]) => [page, { ...matches, inHeadings }]));
    });
    await search(archive, '行政复议');
    expect([...new Set(done)]).toEqual(order);
  },
);

it.each([
  [3, [0, 1, 2]],
  [4, [0]],
])(
  'asks at once for the texts of all of %i matches, where all are shown',
  async (count, blocks) => {
    const filler = '甲'.repeat(5000);
    const lines = Array.from({ length: count }, () => [line('行政复议'), line(filler)]).flat();
    const [shard] = keptArchive([record('r', lines)], site).shards;
    if (!shard) throw new Error('no shard');
    const [match] = await findMatches(
      shard,
      { parts: [['行政复议']], without: [] },
      { themes: [], sameSection: false },
      () => true,
    );
    if (!match) throw new Error('no match');
    const asked: number[] = [];
    vi.spyOn(shard, 'block').mockImplementation(async (_, block) => {
      asked.push(block);
      return [];
    });
    vi.spyOn(shard, 'sections').mockImplementation(() => new Promise(() => undefined));
    void getResultSections(shard, match, { url: '', limit: 3 });
    expect(asked).toEqual(blocks);
  },
);

it('searches the first shard alone, then four at a time', async () => {
  const records = Array.from({ length: 8 }, (_, i) =>
    record(`r${i}`, [line('复议')], { year: 2010 + i }),
  );
  const archive = keptArchive(records, site);
  const answers: (() => void)[] = [];
  for (const shard of archive.shards) {
    const find = shard.findPhrase.bind(shard);
    vi.spyOn(shard, 'findPhrase').mockImplementation(
      (...given) => new Promise((resolve) => answers.push(() => resolve(find(...given)))),
    );
  }
  const answer = search(archive, '复议');
  // No work is long here: the page is not let answer between.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  await settle();
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await settle();
  expect(answers).toHaveLength(5);
  answers[1]?.();
  await settle();
  expect(answers).toHaveLength(6);
  for (let i = 2; i < 8; i += 1) {
    answers[i]?.();
    await settle();
  }
  expect((await answer).total).toBe(8);
});

describe('the page is let answer its reader', () => {
  it('after 16 milliseconds of work', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
    const timer = vi.spyOn(globalThis, 'setTimeout');
    const pacer = new Pacer();
    now.mockReturnValue(1015);
    await pacer.pause();
    expect(timer).not.toHaveBeenCalled();
    now.mockReturnValue(1016);
    await pacer.pause();
    expect(timer).toHaveBeenCalledTimes(1);
    await pacer.pause();
    expect(timer).toHaveBeenCalledTimes(1);
  });

  it.each([
    [255, 3],
    [256, 5],
  ])('between the finding and ranking of %i reports %i times', async (reports, times) => {
    const pause = vi.spyOn(Pacer.prototype, 'pause');
    await search(many(reports), '行政复议', { limit: 0 });
    expect(pause).toHaveBeenCalledTimes(times);
  });
});

describe('a loose search', () => {
  const query = { parts: [['甲乙丙丁']], without: [] };
  const shareOf = async (text: string) => {
    const [shard] = keptArchive([record('r', [line(text)])], site).shards;
    if (!shard) throw new Error('no shard');
    return (await findLooseMatches(shard, query, () => true))[0]?.share;
  };

  it.each([
    ['甲乙丙丁', 1],
    [`甲乙${'，'.repeat(46)}丙丁`, 8 / 12],
    [`甲乙${'，'.repeat(47)}丙丁`, 5 / 12],
    ['乙丙', 4 / 12],
    ['甲丙乙丁', undefined],
  ])('counts in %s what it has of the query, and what stands together', async (text, share) => {
    expect(await shareOf(text)).toBe(share);
  });

  it('finds in what is kept, and says that it is not exact', async () => {
    const archive = keptArchive([record('r', [line('甲乙，丙丁')])], site);
    const { exact, total } = await search(archive, '甲乙丙丁', { mode: 'loose' });
    expect([exact, total]).toEqual([false, 1]);
  });
});
