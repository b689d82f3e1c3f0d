import { issuerNames } from '../report/issuer-names.ts';
import { getMediaType } from '../report/media-types.ts';
import type { Report } from '../report/report.ts';
import { kindLabels } from '../report/report-id.ts';
import { findServedSource } from '../report/report-summary.ts';
import { citedTitle } from './citation.ts';

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

/** Say what a report is to reference managers, search engines and link followers. */
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

/** The name and content of a `<meta>`. */
type ReferenceTag = readonly [name: string, content: string];

/**
 * Describe a report in the tags that reference managers read from a page's head.
 *
 * They take any date tag for the date of publication, and have no room to say that one stands in
 * for it: where the publication is not known no date is given but the day of signature as `created`,
 * which they leave alone. A supplied title is in square brackets, as in every citation.
 *
 * @param address whole; `undefined` where the site does not know its origin
 */
function referenceTags(report: Report, address: string | undefined): ReferenceTag[] {
  const title = citedTitle(report);
  const issuers = issuerNames(report.issuer);
  const tags: [name: string, ...contents: (string | null | undefined)[]][] = [
    ['citation_title', title],
    ['citation_author', ...issuers],
    ['citation_publication_date', report.published],
    ['citation_technical_report_institution', issuers.join('、')],
    ['citation_technical_report_number', report.docNo],
    ['citation_language', 'zh-CN'],
    ['citation_public_url', address],
    ['DCTERMS.title', title],
    ['DCTERMS.creator', ...issuers],
    ['DCTERMS.publisher', ...issuers],
    ['DCTERMS.issued', report.published],
    ['DCTERMS.created', report.signed],
    // The first is what Zotero shows as the type of report.
    ['DCTERMS.type', kindLabels[report.kind], 'Text'],
    ['DCTERMS.language', 'zh-CN'],
    ['DCTERMS.spatial', report.region.path.map(({ name }) => name).join(' ')],
    ['DCTERMS.temporal', String(report.year)],
    ['DCTERMS.identifier', address],
  ];
  return tags.flatMap(([name, ...contents]) =>
    contents.flatMap((content): ReferenceTag[] => (content == null ? [] : [[name, content]])),
  );
}

/**
 * Describe a report as a schema.org `Report`, for JSON-LD.
 *
 * @param options.link gives an address of the site as its pages link to it
 * @param options.hasOrigin whether that is a whole one; else the report has no `@id`
 */
function reportJsonLd(
  report: Report,
  { link, hasOrigin }: { readonly link: (address: string) => string; readonly hasOrigin: boolean },
): Readonly<Record<string, unknown>> {
  const issuers = issuerNames(report.issuer).map((name) => ({
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
    sdPublisher: { '@type': 'Organization', name: SITE_NAME },
    sdLicense: METADATA_LICENCE,
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

function servedSource(report: Report, link: (address: string) => string): string | undefined {
  const name = findServedSource(report);
  return name === undefined ? undefined : link(`${report.url}${name}`);
}

/** Nest a region in those that hold it, from the region itself up. */
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

/** A `<link>` of a page's head. */
interface SignpostingLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

const descriptions = ['report.json', 'cite.csl.json', 'cite.ris', 'cite.bib'];

/**
 * Link a report's page to what it is, what to cite, what describes it and what it consists of:
 * Signposting, as relations registered under RFC 8288.
 *
 * @param link gives an address of the site as its pages link to it
 */
function signpostingLinks(report: Report, link: (address: string) => string): SignpostingLink[] {
  const texts = ['report.txt', 'report.md', findServedSource(report)];
  const at = (name: string): string => link(report.url + name);
  return [
    { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' },
    { rel: 'cite-as', href: at('') },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: 'https://schema.org/Report' },
    { rel: 'license', href: METADATA_LICENCE },
    ...descriptions.map((name) => ({
      rel: 'describedby',
      href: at(name),
      type: getMediaType(name).type,
    })),
    ...texts
      .filter((name) => name !== undefined)
      .map((name) => ({
        rel: 'item',
        href: at(name),
        type: getMediaType(name).type,
      })),
  ];
}

/** The archive, as machines are told its name. */
const SITE_NAME = '法治政府建设报告库';

/** The licence of what the archive itself says of a report. */
const METADATA_LICENCE = 'https://creativecommons.org/publicdomain/zero/1.0/';
