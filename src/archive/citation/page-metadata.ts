import type { Report } from '../report/report.ts';
import { findServedSource } from '../report/served-source.ts';
import { citedIssuers, citedTitle, findCitedDate } from './cited-words.ts';

/** What a report's page says of itself to machines, in its head. */
export interface PageMetadata {
  /** For `<meta name>`: Highwire Press tags and Dublin Core terms, as reference managers read them. */
  readonly names: readonly Tag[];
  /** For `<meta property>`: Open Graph. */
  readonly properties: readonly Tag[];
  /** For `<link>`: Signposting, RFC 8288. */
  readonly links: readonly HeadLink[];
  /** A schema.org `Report`, for JSON-LD. */
  readonly jsonLd: Readonly<Record<string, unknown>>;
}

type Tag = readonly [name: string, content: string];

export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

export interface PageMetadataOptions {
  /** Gives an address of the site as a page of it links to it: with base path, and origin if known. */
  readonly link: (address: string) => string;
  /** Whether `link` gives whole addresses; what must be whole is left out where not. */
  readonly hasOrigin: boolean;
  readonly description: string;
}

const SITE = '法治政府建设报告库';
const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/';

const mediaTypes: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.json': 'application/json',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/**
 * Says what a report is to reference managers, search engines and link followers.
 *
 * A date that only stands in for the publication's is not given as one, but as a date; a supplied
 * title is in square brackets, as in every citation.
 */
export function pageMetadata(report: Report, options: PageMetadataOptions): PageMetadata {
  const { link, hasOrigin, description } = options;
  const address = link(report.url);
  const title = citedTitle(report);
  const issuers = citedIssuers(report);
  const date = findCitedDate(report)?.date;
  const dateTag = report.published === null ? 'citation_date' : 'citation_publication_date';
  const json = link(`${report.url}report.json`);
  return {
    names: [
      ['citation_title', title],
      ...issuers.map((name): Tag => ['citation_author', name]),
      ...(date === undefined ? [] : [[dateTag, date] satisfies Tag]),
      ['citation_technical_report_institution', issuers.join('、')],
      ...(report.docNo === null
        ? []
        : [['citation_technical_report_number', report.docNo] satisfies Tag]),
      ['citation_language', 'zh-CN'],
      ...(hasOrigin ? [['citation_public_url', address] satisfies Tag] : []),
      ['DCTERMS.title', title],
      ...issuers.map((name): Tag => ['DCTERMS.creator', name]),
      ...issuers.map((name): Tag => ['DCTERMS.publisher', name]),
      ...(report.published === null ? [] : [['DCTERMS.issued', report.published] satisfies Tag]),
      ...(report.signed === null ? [] : [['DCTERMS.created', report.signed] satisfies Tag]),
      ['DCTERMS.type', 'Text'],
      ['DCTERMS.language', 'zh-CN'],
      ['DCTERMS.spatial', report.region.path.map(({ name }) => name).join(' ')],
      ['DCTERMS.temporal', String(report.year)],
      ...(hasOrigin ? [['DCTERMS.identifier', address] satisfies Tag] : []),
    ],
    properties: [
      ['og:type', 'article'],
      ['og:title', title],
      ['og:description', description],
      ['og:site_name', SITE],
      ['og:locale', 'zh_CN'],
      ...(hasOrigin ? [['og:url', address] satisfies Tag] : []),
    ],
    links: [
      { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' },
      { rel: 'cite-as', href: address },
      { rel: 'type', href: 'https://schema.org/AboutPage' },
      { rel: 'type', href: 'https://schema.org/Report' },
      { rel: 'license', href: CC0 },
      { rel: 'describedby', href: json, type: 'application/json' },
      {
        rel: 'describedby',
        href: link(`${report.url}cite.csl.json`),
        type: 'application/vnd.citationstyles.csl+json',
      },
      {
        rel: 'describedby',
        href: link(`${report.url}cite.ris`),
        type: 'application/x-research-info-systems',
      },
      { rel: 'describedby', href: link(`${report.url}cite.bib`), type: 'application/x-bibtex' },
      ...textFiles(report).map(({ name, type }) => ({
        rel: 'item',
        href: link(`${report.url}${name}`),
        type,
      })),
    ],
    jsonLd: jsonLd(report, options),
  };
}

function textFiles(report: Report): { name: string; type: string }[] {
  const names = ['report.txt', 'report.md', findServedSource(report)];
  return names
    .filter((name) => name !== undefined)
    .map((name) => ({ name, type: mediaTypes[/\.\w+$/.exec(name)?.[0] ?? ''] ?? 'text/plain' }));
}

function jsonLd(report: Report, { link, hasOrigin }: PageMetadataOptions): PageMetadata['jsonLd'] {
  const issuers = citedIssuers(report).map((name) => ({
    '@type': 'GovernmentOrganization',
    name,
  }));
  const issuer = issuers.length === 1 ? issuers[0] : issuers;
  const address = link(report.url);
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    ...(hasOrigin ? { '@id': address } : {}),
    url: address,
    name: citedTitle(report),
    alternateName: report.altTitles.length > 0 ? report.altTitles : undefined,
    reportNumber: report.docNo ?? undefined,
    inLanguage: 'zh-CN',
    author: issuer,
    publisher: issuer,
    sdPublisher: { '@type': 'Organization', name: SITE },
    sdLicense: CC0,
    isAccessibleForFree: true,
    spatialCoverage: spatialCoverage(report),
    temporalCoverage: String(report.year),
    datePublished: report.published ?? undefined,
    dateCreated: report.signed ?? undefined,
    isBasedOn: report.source.url ?? servedSource(report, link),
    version: report.version,
    hasPart: report.sections
      .filter(({ heading, supplied }) => heading !== null && !supplied)
      .map(({ id, label, heading }) => ({
        '@type': 'CreativeWork',
        name: `${label ?? ''}${heading}`,
        url: `${address}#${id}`,
      })),
  };
}

function servedSource(report: Report, link: PageMetadataOptions['link']): string | undefined {
  const name = findServedSource(report);
  return name === undefined ? undefined : link(`${report.url}${name}`);
}

/** Nests a place in those that hold it, from the place itself up. */
function spatialCoverage({ region }: Report): object | undefined {
  return region.path.reduce<object | undefined>(
    (above, { code, name }) => ({
      '@type': 'AdministrativeArea',
      name,
      identifier: code,
      ...(above === undefined ? {} : { containedInPlace: above }),
    }),
    undefined,
  );
}
