import { fileAddress } from '../../report/addresses.ts';
import { escapeMarkup } from '../../report/escape-markup.ts';
import { type News, newsLabels } from './new-page.ts';

/** A feed has at most so many. */
const MOST_ITEMS = 50;

/** Give an address as it stands in a file: whole, where the site knows its origin. */
type Link = (address: string) => string;

/** What a feed is of. */
interface NewsFeed {
  readonly title: string;
  /** The page that shows the same. */
  readonly address: string;
  /** The feed's own address. */
  readonly self: string;
  readonly news: readonly News[];
}

/** Return the news that a feed tells. */
export function feedNews(news: readonly News[]): readonly News[] {
  return news.slice(0, MOST_ITEMS);
}

/** Write an RSS feed of what came into the archive last, by the day on which it came. */
export function newsFeed({ title, address, self, news }: NewsFeed, link: Link): string {
  const items = feedNews(news).map(({ kind, date, report, address: to, words }) => {
    const label = kind === 'report' ? '' : `〔${newsLabels[kind]}〕`;
    // An entry is told apart by what came, so that a correction is news of its own.
    const id = [report.id, ...(kind === 'report' ? [] : [kind, date, to.split('#')[1] ?? to])];
    return [
      '<item>',
      tag('title', `${label}${report.title}`),
      tag('link', link(to)),
      `<guid isPermaLink="false">${escapeMarkup(id.join(' '))}</guid>`,
      ...(date === null ? [] : [tag('pubDate', new Date(date).toUTCString())]),
      tag('description', words === '' ? `${report.issuer}，${report.year}年度` : words),
      '</item>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    tag('title', title),
    tag('link', link(address)),
    `<atom:link href="${escapeMarkup(link(self))}" rel="self" type="application/rss+xml"/>`,
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
  addresses: readonly { readonly address: string; readonly changed: string | null }[],
  link: Link,
): { name: string; text: string }[] {
  const most = 40_000;
  const parts = Array.from({ length: Math.ceil(addresses.length / most) }, (_, index) => ({
    name: `sitemap-${index + 1}`,
    text: sitemap('urlset', 'url', addresses.slice(index * most, (index + 1) * most), link),
  }));
  const files = parts.map(({ name }) => ({
    address: fileAddress('sitemap', name),
    changed: null,
  }));
  return [
    { name: 'sitemap-index', text: sitemap('sitemapindex', 'sitemap', files, link) },
    ...parts,
  ];
}

function sitemap(
  list: string,
  entry: string,
  addresses: readonly { readonly address: string; readonly changed: string | null }[],
  link: Link,
): string {
  const entries = addresses.map(({ address, changed }) => {
    const day = changed === null ? '' : tag('lastmod', changed);
    return `<${entry}>${tag('loc', link(address))}${day}</${entry}>`;
  });
  const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const body = `<${list} ${namespace}>\n${entries.join('\n')}\n</${list}>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

function tag(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}
