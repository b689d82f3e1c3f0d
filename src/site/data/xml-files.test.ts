import { expect, it } from 'vitest';
import type { ReportSummary } from '../../report/report-summary.ts';
import { reportFeed, sitemapFiles } from './xml-files.ts';

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

it('a feed gives each report its address, its title as text, and only a date of publication', () => {
  const reports = [report('110000-2019', '2020-03-27'), report('110000-2018', null)];
  const feed = reportFeed({ title: '甲', address: '/', reports }, (to) => `https://h${to}`);
  expect(feed).toContain('<title>甲市&lt;110000-2019&gt;报告</title>');
  expect(feed).toContain('<link>https://h/r/110000/2019/</link>');
  expect(feed.match(/<pubDate>/g)).toHaveLength(1);
  expect(feed).toContain('Fri, 27 Mar 2020');
});

it('a feed holds fifty reports at most', () => {
  const reports = Array.from({ length: 60 }, (_, index) => report(`1100${index}-2019`, null));
  const feed = reportFeed({ title: '甲', address: '/', reports }, (to) => to);
  expect(feed.match(/<item>/g)).toHaveLength(50);
});

it.each([
  [40_000, [40_000]],
  [40_001, [40_000, 1]],
])('a sitemap of %d addresses is cut into files of %j', (count, sizes) => {
  const addresses = Array.from({ length: count }, (_, index) => `/${index}/?a&b`);
  const [index, ...files] = sitemapFiles(addresses, (to) => `https://h${to}`);
  expect(files.map(({ text }) => text.match(/<url><loc>/g)?.length)).toEqual(sizes);
  expect(index?.text.match(/<loc>/g)).toHaveLength(sizes.length);
  expect(index?.text).toContain('<loc>https://h/sitemap-1.xml</loc>');
  expect(files[0]?.text).toContain('<loc>https://h/0/?a&amp;b</loc>');
});
