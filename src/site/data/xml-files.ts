import { fileAddress } from '../../report/addresses.ts';
import { escapeMarkup } from '../../report/escape-markup.ts';
import { type News, newsLabels } from './new-page.ts';
import { readMarks } from './read-compiled.ts';

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

/** Return what tells whether the news that a feed tells are as they were. */
export function newsMarks(news: readonly News[]): string[] {
  return news
    .slice(0, MOST_ITEMS)
    .map(({ kind, date, report, address, words }) =>
      [kind, date, readMarks(report.id).summary, address, words].join(),
    );
}

/**
 * Write an Atom feed of what came into the archive last, by the day on which it came.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function newsFeed({ title, address, self, news }: NewsFeed, link: Link): string {
  const shown = news.slice(0, MOST_ITEMS);
  const entries = shown.map((one) => {
    const { kind, report, address: to, words } = one;
    const label = kind === 'report' ? '' : `〔${newsLabels[kind]}〕`;
    // An entry is told apart by what came, so that a correction is news of its own.
    const place = kind === 'report' ? '' : `#${kind}-${one.date}-${to.split('#')[1] ?? to}`;
    return [
      '<entry>',
      tag('title', `${label}${report.title}`),
      tag('id', link(report.url) + place),
      `<link rel="alternate" type="text/html" href="${escapeMarkup(link(to))}"/>`,
      tag('updated', moment(one)),
      ...(report.published === null ? [] : [tag('published', `${report.published}T00:00:00Z`)]),
      `<author>${tag('name', report.issuer)}</author>`,
      tag('summary', words === '' ? `${report.issuer}，${report.year}年度` : words),
      '</entry>',
    ].join('');
  });
  const updated = shown.map(moment).reduce((last, one) => (one > last ? one : last), EARLIEST);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    tag('title', title),
    tag('id', link(self)),
    tag('updated', updated),
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(link(self))}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(link(address))}"/>`,
    `<author>${tag('name', '法治政府建设报告库')}</author>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** A feed must have a moment, even one of nothing. */
const EARLIEST = '1970-01-01T00:00:00Z';

/** Return when something came; where no day is known, the day of the document or of its deadline. */
function moment({ date, report }: News): string {
  const { published, republished, signed, timeliness } = report;
  return `${date ?? published ?? republished ?? signed ?? timeliness.due}T00:00:00Z`;
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
  const files = parts.map(({ name }, index) => ({
    address: fileAddress('sitemap', name),
    changed: addresses
      .slice(index * most, (index + 1) * most)
      .reduce<string | null>(
        (last, { changed }) => (changed !== null && changed > (last ?? '') ? changed : last),
        null,
      ),
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
