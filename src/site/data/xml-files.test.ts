import { expect, it, vi } from 'vitest';
import type { ReportSummary } from '../../report/report-summary.ts';
import type { News } from './new-page.ts';
import { newsFeed, sitemapFiles } from './xml-files.ts';

// What a file before this one has loaded is of another archive.
vi.hoisted(() => vi.resetModules());
vi.mock('./read-compiled.ts', () => ({
  readSummaries: () => [],
  readArrivals: () => [],
  readKeptVersions: () => [],
}));

const report = (id: string, published: string | null): ReportSummary => ({
  id,
  url: `/r/${id.replace('-', '/')}/`,
  kind: 'annual',
  title: `甲市<${id}>报告`,
  altTitles: [],
  issuer: '甲市人民政府',
  region: { code: '110000', scheme: 'gbt2260', name: '甲市', level: 'province', path: [] },
  year: 2019,
  published,
  republished: null,
  signed: '2020-01-01',
  timeliness: { due: '2020-03-31', state: 'unknown', days: null },
  addressee: null,
  cc: null,
  signature: [],
  docNo: null,
  basis: {},
  source: { url: null, archived: null, file: 'x.txt', sha256: '', retrieved: null },
  sections: [],
  characters: 0,
  version: 1,
});

const feedOf = (news: readonly News[], link = (to: string) => `https://h${to}`) =>
  newsFeed({ title: '甲', address: '/new/', self: '/new/feed.xml', news }, link);
const arrival = (id: string, date: string | null): News => {
  const one = report(id, null);
  return { kind: 'report', date, report: one, address: one.url, words: '' };
};

it('a feed gives what came in its address, its title as text, and the day on which it came', () => {
  const feed = feedOf([arrival('110000-2019', '2026-03-27'), arrival('110000-2018', null)]);
  expect(feed).toContain('<title>甲市&lt;110000-2019&gt;报告</title>');
  expect(feed).toContain('href="https://h/r/110000/2019/"');
  const moments = [...feed.matchAll(/<updated>([^<]+)/g)].map(([, moment]) => moment);
  // Of the feed, then of each entry; the second has no day of its own but that of its signature.
  expect(moments).toEqual(
    ['2026-03-27', '2026-03-27', '2020-01-01'].map((day) => `${day}T00:00:00Z`),
  );
  expect(feed).toContain(
    '<link rel="self" type="application/atom+xml" href="https://h/new/feed.xml"/>',
  );
  expect(feedOf([])).toContain('<updated>1970-01-01T00:00:00Z</updated>');
});

it('a correction is news of its own beside its report', () => {
  const first = arrival('110000-2019', '2026-03-27');
  const mended: News = {
    ...first,
    ...{ kind: 'correction', address: `${first.address}#p3`, words: '「甲」改为「乙」。误识。' },
  };
  const feed = feedOf([mended, first]);
  const ids = [...feed.matchAll(/<id>([^<]+)/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(3);
  expect(feed).toContain('<title>〔更正〕甲市');
  expect(feed).toContain('<summary>「甲」改为「乙」。误识。</summary>');
});

it('a feed holds fifty entries at most', () => {
  const news = Array.from({ length: 60 }, (_, index) => arrival(`1100${index}-2019`, null));
  expect(feedOf(news).match(/<entry>/g)).toHaveLength(50);
});

it.each([
  [40_000, [40_000]],
  [40_001, [40_000, 1]],
])('a sitemap of %d addresses is cut into files of %j', (count, sizes) => {
  const addresses = Array.from({ length: count }, (_, index) => ({
    address: `/${index}/?a&b`,
    changed: index === 0 ? '2026-03-27' : null,
  }));
  const [index, ...files] = sitemapFiles(addresses, (to) => `https://h${to}`);
  expect(files.map(({ text }) => text.match(/<url><loc>/g)?.length)).toEqual(sizes);
  expect(index?.text.match(/<loc>/g)).toHaveLength(sizes.length);
  expect(index?.text).toContain('<loc>https://h/sitemap-1.xml</loc><lastmod>2026-03-27</lastmod>');
  expect(index?.text.match(/<lastmod>/g)).toHaveLength(1);
  expect(files[0]?.text).toContain('<loc>https://h/0/?a&amp;b</loc><lastmod>2026-03-27</lastmod>');
  expect(files[0]?.text.match(/<lastmod>/g)).toHaveLength(1);
});
