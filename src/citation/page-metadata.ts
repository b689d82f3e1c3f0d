import type { Report } from '../report/report.ts';
import { citedTitle } from './cited-words.ts';
import { type ReferenceTag, referenceTags } from './reference-tags.ts';
import { reportJsonLd } from './report-json-ld.ts';
import { type SignpostingLink, signpostingLinks } from './signposting-links.ts';
import { SITE_NAME } from './site-name.ts';

/** What a report's page says of itself to machines, in its head. */
interface PageMetadata {
  /** For `<meta name>`: Highwire Press tags and Dublin Core terms, as reference managers read them. */
  readonly names: readonly ReferenceTag[];
  /** For `<meta property>`: Open Graph. */
  readonly properties: readonly ReferenceTag[];
  /** For `<link>`: Signposting, RFC 8288. */
  readonly links: readonly SignpostingLink[];
  /** A schema.org `Report`, for JSON-LD. */
  readonly jsonLd: Readonly<Record<string, unknown>>;
}

interface PageMetadataOptions {
  /** Gives an address of the site as a page of it links to it: with base path, and origin if known. */
  readonly link: (address: string) => string;
  /** Whether `link` gives whole addresses; what must be whole is left out where not. */
  readonly hasOrigin: boolean;
  readonly description: string;
}

/** Says what a report is to reference managers, search engines and link followers. */
export function pageMetadata(report: Report, options: PageMetadataOptions): PageMetadata {
  const { link, hasOrigin, description } = options;
  return {
    names: referenceTags(report, hasOrigin ? link(report.url) : undefined),
    properties: [
      ['og:type', 'article'],
      ['og:title', citedTitle(report)],
      ['og:description', description],
      ['og:site_name', SITE_NAME],
      ['og:locale', 'zh_CN'],
      ...(hasOrigin ? [['og:url', link(report.url)] satisfies ReferenceTag] : []),
    ],
    links: signpostingLinks(report, link),
    jsonLd: reportJsonLd(report, options),
  };
}
