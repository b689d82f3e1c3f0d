import { fileAddress } from '../../report/addresses.ts';
import { escapeMarkup } from '../../report/escape-markup.ts';
import type { ReportSummary } from '../../report/report-summary.ts';

/** A feed has at most so many. */
const MOST_ITEMS = 50;

/** Give an address as it stands in a file: whole, where the site knows its origin. */
type Link = (address: string) => string;

/** What a feed is of. */
interface ReportFeed {
  readonly title: string;
  readonly address: string;
  readonly reports: readonly ReportSummary[];
}

/** Write an RSS feed of the first 50 reports, which are those of the latest year. */
export function reportFeed({ title, address, reports }: ReportFeed, link: Link): string {
  const items = feedRows(reports).map((report) => {
    const { date } = report;
    return [
      '<item>',
      tag('title', report.title),
      tag('link', link(report.url)),
      `<guid isPermaLink="false">${escapeMarkup(report.id)}</guid>`,
      ...(date === null ? [] : [tag('pubDate', new Date(date).toUTCString())]),
      tag('description', `${report.issuer}，${report.year}年度`),
      '</item>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0"><channel>',
    tag('title', title),
    tag('link', link(address)),
    tag('description', title),
    '<language>zh-CN</language>',
    ...items,
    '</channel></rss>',
    '',
  ].join('\n');
}

/**
 * Write the sitemap: an index, and files of at most 40,000 addresses (the protocol allows 50,000).
 *
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapFiles(
  addresses: readonly string[],
  link: Link,
): { name: string; text: string }[] {
  const most = 40_000;
  const parts = Array.from({ length: Math.ceil(addresses.length / most) }, (_, index) => ({
    name: `sitemap-${index + 1}`,
    text: sitemap('urlset', 'url', addresses.slice(index * most, (index + 1) * most), link),
  }));
  const files = parts.map(({ name }) => fileAddress('sitemap', name));
  return [
    { name: 'sitemap-index', text: sitemap('sitemapindex', 'sitemap', files, link) },
    ...parts,
  ];
}

/** Return what a feed tells of its reports. */
export function feedRows(reports: readonly ReportSummary[]) {
  return reports.slice(0, MOST_ITEMS).map(({ id, title, url, issuer, year, ...report }) => {
    const date = report.published ?? report.republished;
    return { id, title, url, issuer, year, date };
  });
}

function sitemap(list: string, entry: string, addresses: readonly string[], link: Link): string {
  const entries = addresses.map((address) => `<${entry}>${tag('loc', link(address))}</${entry}>`);
  const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const body = `<${list} ${namespace}>\n${entries.join('\n')}\n</${list}>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

function tag(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}
