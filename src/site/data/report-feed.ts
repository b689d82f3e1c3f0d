import { escapeMarkup } from '../../report/escape-markup.ts';
import type { ReportSummary } from '../../report/report-summary.ts';

/** Reports that a feed holds. */
const newest = 50;

/** What a feed is of. */
interface ReportFeed {
  readonly title: string;
  readonly address: string;
  readonly reports: readonly ReportSummary[];
}

/**
 * Writes an RSS feed of reports, those of the latest year first.
 *
 * @param link gives an address as it stands in the feed: whole, where the site knows its origin
 */
export function reportFeed(
  { title, address, reports }: ReportFeed,
  link: (address: string) => string,
): string {
  const items = reports.slice(0, newest).map((report) => {
    const date = report.published ?? report.republished;
    return [
      '<item>',
      `<title>${escapeMarkup(report.title)}</title>`,
      `<link>${escapeMarkup(link(report.url))}</link>`,
      `<guid isPermaLink="false">${escapeMarkup(report.id)}</guid>`,
      ...(date === null ? [] : [`<pubDate>${new Date(date).toUTCString()}</pubDate>`]),
      `<description>${escapeMarkup(`${report.issuer}，${report.year}年度`)}</description>`,
      '</item>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0"><channel>',
    `<title>${escapeMarkup(title)}</title>`,
    `<link>${escapeMarkup(link(address))}</link>`,
    `<description>${escapeMarkup(title)}</description>`,
    '<language>zh-CN</language>',
    ...items,
    '</channel></rss>',
    '',
  ].join('\n');
}
